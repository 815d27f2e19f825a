using Shuren.PlanText.Dates;
using Shuren.PlanText.Structure.Rules;

namespace Shuren.PlanText.Structure.Owners;

/// <summary>Who does a task and by when, as a bracket or a line of the document says it.</summary>
/// <param name="Lead">Who leads: of several units the one named first, as offices read such lists; a person where no unit is named; or null.</param>
/// <param name="Support">The other units, in the printed order.</param>
/// <param name="Due">The words for the date, or null.</param>
internal sealed record OwnerNote(string? Lead, IReadOnlyList<string> Support, string? Due)
{
    private const int Longest = 240;

    private static readonly IReadOnlyDictionary<string, WordList> Labels = RuleFile.Roles("owner-labels");
    private static readonly IReadOnlyDictionary<string, WordList> Words = RuleFile.Roles("owner-words");
    private static readonly string[] Roles = ["lead", "support", "due", "person", "other"];

    /// <summary>Reads the inside of a bracket, or a line; null where it speaks of something else.</summary>
    internal static OwnerNote? Read(string text)
    {
        if (text.Length is 0 or > Longest)
            return null;
        var plain = Passage.ToPlain(text);
        var labels = FindLabels(plain);
        if (labels.Count == 0)
            return ReadPieces(plain);
        return labels[0].At <= 2 && labels.Exists(l => l.Role is not "other") ? ReadLabelled(plain, labels) : null;
    }

    /// <summary>A line without brackets: only where a label opens it.</summary>
    internal static OwnerNote? ReadLine(string text) =>
        text.Length <= Longest && FindLabels(Passage.ToPlain(text)) is { Count: > 0 } labels && labels[0].At == 0 ? Read(text) : null;

    /// <summary>The role of a label or of a column's name; null if it is neither.</summary>
    internal static string? RoleOf(string label) => Array.Find(Roles, role => Labels[role].Is(label));

    /// <summary>基教科、督导室 gives two units.</summary>
    internal static IReadOnlyList<string> Units(string plain) =>
        [.. plain.Split(['、', ',', ';', ' ', '/', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The note that columns or labels give.</summary>
    internal static OwnerNote? Of(IReadOnlyList<string> lead, IReadOnlyList<string> support, string? due)
    {
        var others = lead.Skip(1).Concat(support).Distinct().ToList();
        return lead.Count == 0 && others.Count == 0 && due is null ? null : new(lead.Count > 0 ? lead[0] : null, others, due);
    }

    /// <summary>The first note, completed by the second: （责任单位：…）（完成时限：…）.</summary>
    internal static OwnerNote? Merge(OwnerNote? first, OwnerNote? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => first,
        _ => new(first.Lead ?? second.Lead, first.Support.Count > 0 ? first.Support : second.Support, first.Due ?? second.Due),
    };

    /// <summary>Labels before a colon, 责任科室：, or in brackets of their own, 【责任科室】.</summary>
    private static List<(string Role, int At, int End)> FindLabels(string plain)
    {
        var found = new List<(string Role, int At, int End)>();
        for (var sign = 0; sign < plain.Length; sign++)
        {
            if (plain[sign] is not (':' or '】' or ']'))
                continue;
            var before = plain.AsSpan(0, sign).TrimEnd();
            foreach (var role in Roles)
            {
                var length = Labels[role].AtEnd(before);
                var at = before.Length - length;
                var opens = at > 0 && plain[at - 1] is '【' or '[';
                if (length > 0 && (opens || (plain[sign] == ':' && (at == 0 || plain[at - 1] is ' ' or ';' or ',' or '、' or '。' or '('))))
                    found.Add((role, opens ? at - 1 : at, sign + 1));
            }
        }

        return found;
    }

    private static OwnerNote? ReadLabelled(string plain, List<(string Role, int At, int End)> labels)
    {
        var values = labels.Select((label, i) => (label.Role, Label: plain[label.At..(label.End - 1)].Trim('【', '[', ' '),
            Value: plain[label.End..(i + 1 < labels.Count ? Math.Max(labels[i + 1].At, label.End) : plain.Length)].Trim(' ', ';', ',', '。', '、', ')', '】', ']', ':'))).ToList();
        var leads = values.FindAll(v => v.Role == "lead");
        if (leads.Find(v => v.Label.StartsWith("牵头", StringComparison.Ordinal) || v.Label.StartsWith('主')) is { Value: not null } first && leads[0] != first)
            leads = [first, .. leads.Where(v => v != first)];
        if (leads.Count == 0)
            leads = values.FindAll(v => v.Role == "person");
        return Of([.. leads.SelectMany(v => Units(v.Value))],
            [.. values.Where(v => v.Role == "support").SelectMany(v => Units(v.Value))],
            values.Find(v => v.Role == "due").Value is { Length: > 0 } due ? due : null) ?? new(null, [], null);
    }

    /// <summary>基教科牵头，各学校配合; 督导室负责；6月底前完成; 基教科、督导室.</summary>
    private static OwnerNote? ReadPieces(string plain)
    {
        var (lead, support, due) = (new List<string>(), new List<string>(), (string?)null);
        foreach (var piece in plain.Split([',', ';', '。'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Words["lead"].AtEnd(piece) is > 0 and var leads && leads < piece.Length && IsShort(piece))
                lead.AddRange(Units(piece[..^leads].TrimStart('由')));
            else if (Words["support"].AtEnd(piece) is > 0 and var helps && helps < piece.Length && IsShort(piece))
                support.AddRange(Units(piece[..^helps].TrimStart('由')));
            else if (piece.Length <= 16 && DueWords.Find(piece, null) is { Start: 0 } when && piece[when.Words.Length..] is var rest && (rest == "完成" || (rest.Length == 0 && IsDeadline(piece))))
                due ??= when.Words;
            else if (Units(piece) is { Count: > 0 } units && units.All(u => u.Length is >= 2 and <= 12 && Words["unit"].AtEnd(u) > 0))
                lead.AddRange(units);
            else
                return null;
        }

        return Of(lead, support, due);
    }

    /// <summary>（6月底前） is a deadline; （2026—2030年） is part of a name.</summary>
    private static bool IsDeadline(string words) => words[^1] is '前' or '底' or '末' or '内' || words[0] is '每' or '全' or '长';

    /// <summary>A list of units, not a sentence that happens to end in 负责.</summary>
    private static bool IsShort(string piece) => Units(piece) is var units && units.All(u => u.Length <= 20);
}
