using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Rules;
using Shuren.PlanText.Structure.Tasks;

namespace Shuren.PlanText.Structure.Head;

/// <summary>Names of districts, counties and county-level cities.</summary>
internal static class DistrictNames
{
    private const string Kinds = "区县市旗";
    private const int Longest = 7;
    private const int LongestSlogan = 16;

    private static readonly IReadOnlyDictionary<string, WordList> Words = RuleFile.Roles("district-words");
    private static readonly WordList BureauNames = RuleFile.Words("bureau-names");

    /// <summary>A line that is nothing but a district's name: 青禾县, 【青禾县】, 一、青禾县, 青禾县教育局.</summary>
    internal static bool IsHeader(string plain) => HeaderName(plain) is not null;

    /// <summary>The district that such a line names, or null.</summary>
    internal static string? HeaderName(string plain)
    {
        var name = plain[(MarkerReader.Read(plain)?.Length ?? 0)..].Trim('【', '】', '[', ']', ':', ' ');
        // 青禾县：下好“均衡棋”: the slogan stands on the same line.
        if (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && name.Length - colon <= LongestSlogan)
            name = name[..colon].TrimEnd();
        name = name[..^BureauNames.AtEnd(name)];
        return name.Length is >= 2 and <= Longest && Kinds.Contains(name[^1]) && (IsName(name) || IsNewArea(name, "alone")) ? name : null;
    }

    /// <summary>The innermost district in a bureau's name: 新城市青禾区教育局 gives 青禾区.</summary>
    internal static string? FromBureau(string bureau)
    {
        var name = bureau[..^BureauNames.AtEnd(bureau)];
        if (name.StartsWith("中共", StringComparison.Ordinal))
            name = name[2..];
        for (var from = name.Length - 2; from >= 0; from--)
        {
            if (from == 0 || (Kinds.Contains(name[from - 1]) || name[from - 1] is '省' or '州'))
                return name.Length - from <= Longest && Kinds.Contains(name[^1]) && IsBureausOwn(name[from..]) ? name[from..] : null;
        }

        return null;
    }

    /// <summary>The district that a text names most, where a name begins at the edge of words; 区 and 县 before 市.</summary>
    internal static string? MostNamed(string plain)
    {
        var counts = new Dictionary<string, int>();
        for (var i = 2; i < plain.Length; i++)
        {
            if (Kinds.Contains(plain[i]) && NameBefore(plain, i) is { } name)
                counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return counts.Count == 0
            ? null
            : counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key[^1] == '市').ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
    }

    private static string? NameBefore(string plain, int end)
    {
        for (var length = 2; length <= 4 && end - length >= 0; length++)
        {
            var edge = end - length - 1;
            if (!IsHan(plain[end - length]))
                return null;
            if (edge >= 0 && IsHan(plain[edge]) && plain[edge] != '年')
                continue;
            var name = plain[(end - length)..(end + 1)];
            return IsName(name) && ActionWords.VerbAfterAdverbs(name) == 0 ? name : null;
        }

        return null;
    }

    /// <summary>Before 教育局 and alone on a line, 新区 and 开发区 end a name too.</summary>
    private static bool IsBureausOwn(string name) => IsName(name) || IsNewArea(name, "with-bureau");

    private static bool IsNewArea(string name, string ends) =>
        name.Length > 3 && name.All(IsHan) && Words[ends].AtEnd(name) > 0 && Words["no-start"].AtStart(name) == 0;

    private static bool IsName(string name) =>
        name.All(IsHan) && !Words["no-name"].Is(name.AsSpan(0, name.Length - 1)) && Words["no-end"].AtEnd(name) == 0 && Words["no-start"].AtStart(name) == 0;

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
