using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Rules;

namespace Shuren.PlanText.Structure.Head;

/// <summary>Finds the authority that speaks, as it is printed.</summary>
internal static class BureauFinder
{
    private const int Longest = 16;

    private static readonly WordList Names = RuleFile.Words("bureau-names");
    private static readonly string[] Edges = ["发布机构", "信息来源", "文章来源", "来源", "作者", "发文机关", "中共", "关于", "单位"];

    /// <summary>In the title, else on a line about the page, else at the foot, else where only one is named in the text.</summary>
    internal static string? Find(string? title, BodyLine[] lines)
    {
        if (title is not null && In(Passage.ToPlain(title)) is { } inTitle)
            return inTitle;
        var onPage = lines.Where(l => l.Role == LineRole.Boilerplate).Select(l => In(l.Words.Plain)).FirstOrDefault(n => n is not null);
        // 来源：区教育局 says less than 星桥区教育局 in the text.
        return onPage is not null && DistrictNames.FromBureau(onPage) is not null ? onPage : OnlyOne(lines) ?? onPage;
    }

    private static string? OnlyOne(BodyLine[] lines)
    {
        if (lines.Where(l => l.Role == LineRole.Body && l.Words.Length <= 16).Count(l => DistrictNames.IsHeader(l.Words.Plain)) > 1)
            return null;
        var named = lines.Where(l => l.Role == LineRole.Body).Select(l => In(l.Words.Plain)).Where(n => n is not null && DistrictNames.FromBureau(n) is not null).Distinct().Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>The first name of an authority in a line; it ends with 教育局 and begins at the edge of words.</summary>
    internal static string? In(string plain)
    {
        for (var at = Names.Find(plain); at >= 0;)
        {
            var end = at + Names.AtStart(plain.AsSpan(at));
            var start = at;
            while (start > 0 && at - start < Longest && plain[start - 1] is >= '\u4e00' and <= '\u9fff' && plain[start - 1] is not ('年' or '的' or '各' or '由'))
                start--;
            foreach (var edge in Edges)
            {
                if (plain.AsSpan(start, at - start).LastIndexOf(edge, StringComparison.Ordinal) is >= 0 and var found)
                    start += found + edge.Length;
            }

            // 三地教育局: several, and none of them named.
            if (at > start && plain[at - 1] != '地')
                return plain[start..end];
            var next = Names.Find(plain.AsSpan(end));
            at = next < 0 ? -1 : end + next;
        }

        return null;
    }
}
