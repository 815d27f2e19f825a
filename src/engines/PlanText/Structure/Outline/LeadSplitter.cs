using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Owners;
using Shuren.PlanText.Structure.Rules;
using Shuren.PlanText.Structure.Tasks;

namespace Shuren.PlanText.Structure.Outline;

/// <summary>Finds where a heading ends that stands at the beginning of a paragraph.</summary>
internal static class LeadSplitter
{
    private const int Shortest = 4;
    private const int Longest = 24;

    private static readonly WordList Nouns = RuleFile.Words("heading-nouns");

    /// <summary>1.加强师德建设：开展…. The place of the colon, or 0.</summary>
    internal static int Colon(Paragraph paragraph)
    {
        var plain = paragraph.Body.Plain;
        var at = plain.AsSpan(0, Math.Min(plain.Length, Longest + 1)).IndexOfAny(":。,;");
        var isRatio = at > 0 && at + 1 < plain.Length && char.IsAsciiDigit(plain[at - 1]) && char.IsAsciiDigit(plain[at + 1]);
        return at >= Shortest && plain[at] == ':' && !isRatio && at + 6 < plain.Length && Habits.IsHeadingLike(plain[..at]) && !IsAnnouncement(plain.AsSpan(0, at)) ? at : 0;
    }

    /// <summary>1.加强师德建设.开展…: a half-width dot for a full stop. Where the dot is, or 0.</summary>
    internal static int Dot(Paragraph paragraph)
    {
        var plain = paragraph.Body.Plain;
        var at = plain.AsSpan(0, Math.Min(plain.Length, Longest + 1)).IndexOfAny(".。,;:");
        return at >= Shortest && plain[at] == '.' && at + Shortest < plain.Length && !char.IsAscii(plain[at - 1]) && !char.IsAscii(plain[at + 1]) ? at : 0;
    }

    /// <summary>1.加强师德建设　开展…: a wide gap instead of a sign. The place of the gap, or 0.</summary>
    internal static int Gap(Paragraph paragraph)
    {
        var plain = paragraph.Body.Plain;
        var at = plain.AsSpan(0, Math.Min(plain.Length, Longest + 1)).IndexOfAny(" 。,;:");
        if (at < ShortestBefore(paragraph) || plain[at] != ' ' || char.IsAsciiDigit(plain[at - 1]) || plain.Length < at + 12)
            return 0;
        var wide = paragraph.Body.Text[at] == '\u3000' || plain[at + 1] == ' ';
        return wide && !Brackets.Inside(Brackets.Partners(plain))[at] ? at : 0;
    }

    /// <summary>（三）加强师德建设 开展…: a narrow gap before a verb, among siblings with headings. The place of the gap, or 0.</summary>
    internal static int Space(Paragraph paragraph)
    {
        var plain = paragraph.Body.Plain;
        var at = plain.AsSpan(0, Math.Min(plain.Length, Longest + 1)).IndexOfAny(" 。,;:");
        return at >= ShortestBefore(paragraph) && at + 6 < plain.Length && plain[at] == ' ' && !char.IsAscii(plain[at - 1]) && Habits.IsHeadingLike(plain[..at])
            && ActionWords.VerbAfterAdverbs(plain.AsSpan(at + 1)) > 0 && !Brackets.Inside(Brackets.Partners(plain))[at] ? at : 0;
    }

    /// <summary>Behind a numbering two characters are enough: ◆减负 建立….</summary>
    private static int ShortestBefore(Paragraph paragraph) => paragraph.Marker is null ? Shortest : 2;

    /// <summary>【师德建设】开展…: the place behind the bracket, or 0. Who and when in brackets is no heading.</summary>
    internal static int Bracket(Paragraph paragraph)
    {
        var plain = paragraph.Body.Plain;
        if (plain.Length < 3 || plain[0] != '【')
            return 0;
        var close = plain.AsSpan(0, Math.Min(plain.Length, Longest + 2)).IndexOf('】');
        return close > 2 && close + Shortest < plain.Length && !plain.AsSpan(1, close - 1).ContainsAny("。,;:") && (ActionWords.VerbAfterAdverbs(plain.AsSpan(1)) > 0 || OwnerNote.Read(plain[1..close]) is null)
            ? close + 1 : 0;
    }

    /// <summary>Whether a sign other than the full stop ends a heading.</summary>
    internal static bool HasSign(Paragraph paragraph) => Bracket(paragraph) > 0 || Colon(paragraph) > 0 || Gap(paragraph) > 0 || Space(paragraph) > 0;

    /// <summary>加强基层党组织建设健全…: the heading ends before the second verb. Where it ends, or 0.</summary>
    internal static int RunIn(Paragraph paragraph)
    {
        var plain = paragraph.Body.Plain;
        if (PartNames.IsBackground(paragraph.Sentences[0].Plain) || PartNames.IsGeneral(paragraph.Sentences[0].Plain))
            return 0;
        var comma = plain.AsSpan().IndexOfAny(",。;:");
        var clause = comma < 0 ? plain.AsSpan() : plain.AsSpan(0, comma);
        var partners = Brackets.Inside(Brackets.Partners(clause));
        for (var i = Shortest; i <= Math.Min(Longest, clause.Length - Shortest); i++)
        {
            if (!partners[i] && Nouns.AtEnd(clause[..i]) > 0 && ActionWords.VerbAfterAdverbs(clause[i..]) >= 2 && Nouns.AtStart(clause[i..]) == 0)
                return i;
        }

        return 0;
    }

    /// <summary>重点做好以下工作：announces a list and is no heading.</summary>
    private static bool IsAnnouncement(ReadOnlySpan<char> words) =>
        words.Contains("以下", StringComparison.Ordinal) || words.Contains("如下", StringComparison.Ordinal) || words.StartsWith("到20", StringComparison.Ordinal)
        || words.EndsWith("方面", StringComparison.Ordinal) || words.EndsWith("是", StringComparison.Ordinal);
}
