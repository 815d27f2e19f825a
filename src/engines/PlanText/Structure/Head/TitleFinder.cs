using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Outline;
using Shuren.PlanText.Structure.Rules;

namespace Shuren.PlanText.Structure.Head;

/// <summary>Finds the line that is the title, and marks what stands around it as no part of the text.</summary>
internal static class TitleFinder
{
    /// <summary>A plan that comes with a covering note has its own title within so many lines.</summary>
    private const int Furthest = 80;

    private const int LongestHeadline = 36;

    /// <summary>So many empty lines may stand below a headline.</summary>
    private const int MostBlanks = 6;

    private static readonly WordList TitleWords = RuleFile.Words("title-words");
    private static readonly WordList BureauNames = RuleFile.Words("bureau-names");

    /// <summary>The title, or null. Lines above it become boilerplate, lines of it and directly below it titles.</summary>
    internal static string? Find(BodyLine[] lines, string? given)
    {
        var wrap = WrapWidth.Of(lines);
        var body = FirstSentence(lines, wrap, passRows: false);
        var chosen = Choose(lines, Candidates(lines, 0, body), given);
        if (chosen < 0 && body < lines.Length && lines[body].IsRow)
        {
            // A web page may begin with rows of links.
            body = FirstSentence(lines, wrap, passRows: true);
            chosen = Choose(lines, Candidates(lines, 0, body), given);
        }

        if (chosen < 0 || IsNotice(lines[chosen]))
            chosen = BehindNotice(lines, body) is >= 0 and var behind ? behind : chosen;
        if (chosen < 0)
            return given is { Length: > 0 } ? given.Trim() : null;
        var (first, last) = Extend(lines, chosen);
        var title = string.Concat(lines[first..(last + 1)].Select(l => l.Words.Text));
        MarkAround(lines, first, last, body);
        return title;
    }

    /// <summary>The first line that is a sentence, a numbered heading or a table row: there the text has begun.</summary>
    private static int FirstSentence(BodyLine[] lines, WrapWidth wrap, bool passRows)
    {
        var at = 0;
        while (at < lines.Length && !BeginsText(lines, at, wrap, passRows))
            at++;
        return at;
    }

    private static bool BeginsText(BodyLine[] lines, int at, WrapWidth wrap, bool passRows) =>
        lines[at] is { Role: LineRole.Body } line && (line.IsRow ? !passRows : !IsShort(lines, at) || IsNumbered(line) || (wrap.IsFull(line) && !HasTitleWord(line)));

    /// <summary>No sentence; but a headline may call out or ask, above the line that says when and by whom: 新学年，这样干！</summary>
    private static bool IsShort(BodyLine[] lines, int at)
    {
        var below = at + 1;
        while (below < lines.Length && below < at + MostBlanks && lines[below].Role == LineRole.Blank)
            below++;
        var calls = lines[at].Words.Length is > 0 and <= LongestHeadline && lines[at].Words.Plain[^1] is '!' or '?';
        return lines[at].IsBare || (calls && below < lines.Length && lines[below].Role == LineRole.Boilerplate);
    }

    private static bool IsNumbered(BodyLine line) => line.Marker is not null && !HasTitleWord(line);

    private static List<int> Candidates(BodyLine[] lines, int from, int to) =>
        [.. Enumerable.Range(from, Math.Max(0, to - from)).Where(i => lines[i].Role == LineRole.Body && IsShort(lines, i) && !lines[i].IsRow
            && (lines[i].Marker is null || HasTitleWord(lines[i])) && !lines[i].Words.Plain.EndsWith(':') && lines[i].Words.Plain[0] is not ('(' or '—'))];

    private static int Choose(BodyLine[] lines, List<int> heads, string? given)
    {
        int First(Func<BodyLine, bool> fits) => heads.FindIndex(i => fits(lines[i])) is >= 0 and var at ? heads[at] : -1;
        var steps = new Func<BodyLine, bool>[]
        {
            l => HasTitleWord(l) && !IsNotice(l) && (l.Source.HeadingLevel == 1 || HasYear(l)),
            l => HasTitleWord(l) && !IsNotice(l),
            IsNotice,
            l => l.Source.HeadingLevel == 1,
            l => l.Words.Length >= 6 && (given?.Contains(l.Words.Text, StringComparison.Ordinal) ?? false),
            l => l.Words.Length >= 5 && BureauNames.AtEnd(l.Words.Plain) == 0,
        };
        return steps.Select(First).FirstOrDefault(i => i >= 0, -1);
    }

    private static bool HasTitleWord(BodyLine line) => TitleWords.In(line.Words.Plain);

    private static bool HasYear(BodyLine line) => PeriodFinder.FirstYear(line.Words.Plain) is not null;

    private static bool IsNotice(BodyLine line) => line.Words.Plain.EndsWith("通知", StringComparison.Ordinal) || line.Words.Plain.EndsWith('函');

    /// <summary>The title of the paper that a covering note sends out stands alone below the note.</summary>
    private static int BehindNotice(BodyLine[] lines, int body)
    {
        var until = Array.FindIndex(lines, Math.Min(body, lines.Length), l => l.Marker is not null || l.IsRow);
        var found = Candidates(lines, body, Math.Min(until < 0 ? lines.Length : until, body + Furthest))
            .FindAll(i => HasTitleWord(lines[i]) && !IsNotice(lines[i]) && HasYear(lines[i]));
        return found.Count > 0 ? found[0] : -1;
    }

    /// <summary>A title may be broken: the line above it is the bureau or ends in 及, the line below it begins with a bracket.</summary>
    private static (int First, int Last) Extend(BodyLine[] lines, int chosen)
    {
        var (first, last) = (chosen, chosen);
        while (first > 0 && IsBareBody(lines[first - 1]) && GoesOn(lines[first - 1].Words.Plain))
            first--;
        if (last + 1 < lines.Length && IsBareBody(lines[last + 1]) && (GoesOn(lines[last].Words.Plain) || IsYears(lines[last + 1].Words.Plain)))
            last++;
        return (first, last);
    }

    private static bool IsBareBody(BodyLine line) => line.Role == LineRole.Body && line.IsBare && line.Marker is null && !line.IsRow;

    private static bool GoesOn(string plain) =>
        plain.Contains("关于", StringComparison.Ordinal) && !TitleWords.In(plain) && !plain.EndsWith("通知", StringComparison.Ordinal)
        || plain[^1] is '及' or '和' or '与' or '暨' or '、' or '的' || (BureauNames.AtEnd(plain) > 0 && plain.Length <= 24);

    private static bool IsYears(string plain) => plain[0] == '(' && plain[^1] == ')' && PeriodFinder.FirstYear(plain) is not null && plain.Contains('年') && !plain.Contains('月');

    private static void MarkAround(BodyLine[] lines, int first, int last, int body)
    {
        for (var i = 0; i < first; i++)
        {
            if (lines[i].Role == LineRole.Body && !lines[i].IsRow && (i < body || lines[i].IsBare))
                lines[i] = lines[i] with { Role = LineRole.Boilerplate };
        }

        var title = string.Concat(lines[first..(last + 1)].Select(l => l.Words.Plain));
        for (var i = first; i < lines.Length; i++)
        {
            if (i <= last || (lines[i].Role == LineRole.Body && lines[i].Words.Plain == title))
                lines[i] = lines[i] with { Role = LineRole.Title };
        }

        MarkSecondLines(lines, last + 1, body);
    }

    /// <summary>Between title and text: a second title, a date in brackets; but a short line right above the text is a heading.</summary>
    private static void MarkSecondLines(BodyLine[] lines, int from, int body)
    {
        for (var i = from; i < (body < lines.Length ? body : Math.Min(from + 1, lines.Length)); i++)
        {
            if (lines[i].Role != LineRole.Body || lines[i].IsRow || IsHeadingAbove(lines, i, body))
                continue;
            lines[i] = lines[i] with { Role = LineRole.Title };
        }
    }

    private static bool IsHeadingAbove(BodyLine[] lines, int at, int body)
    {
        if (lines[at].Words.Plain[0] is '(' or '—' || lines[at].Source.Kind == LineKind.Heading)
            return lines[at].Source.Kind == LineKind.Heading;
        if (lines[at].Words.Plain is ['【', .., '】'] || PartNames.IsSummary(lines[at].Words.Plain) || PartNames.IsPlan(lines[at].Words.Plain) || DistrictNames.IsHeader(lines[at].Words.Plain))
            return true;
        return Array.FindIndex(lines, at + 1, l => l.Role != LineRole.Blank) == body && body < lines.Length && !lines[body].IsRow
            && (lines[body].Marker is null || lines[at].Marker is not null) && !PartNames.IsBackground(lines[body].Words.Plain);
    }
}
