using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Owners;

namespace Shuren.PlanText.Structure.Outline;

/// <summary>Makes paragraphs of lines: a sentence that goes on over a line break, an empty line or a page is joined.</summary>
internal static class ParagraphJoiner
{
    /// <summary>A line that is longer is no heading; without a full stop it is broken.</summary>
    private const int LongestHeading = 60;

    internal static IReadOnlyList<Paragraph> Join(BodyLine[] lines)
    {
        var wrap = WrapWidth.Of(lines);
        var paragraphs = new List<Paragraph>();
        var open = new List<BodyLine>();
        var isNewPage = false;
        foreach (var line in lines)
        {
            isNewPage |= line.Role is LineRole.Boilerplate or LineRole.Title || (open.Count > 0 && line.Source.Page != open[^1].Source.Page);
            if (line.Role != LineRole.Body)
                continue;
            if (open.Count > 0 && !GoesOn(open[^1], line, wrap, isNewPage))
                Close(paragraphs, open);
            open.Add(line);
            isNewPage = false;
        }

        Close(paragraphs, open);
        return paragraphs;
    }

    private static void Close(List<Paragraph> paragraphs, List<BodyLine> open)
    {
        if (open.Count == 0)
            return;
        var whole = Passage.Join([.. open.Select(l => l.Words)]);
        var marker = open[0].Marker;
        paragraphs.Add(new(marker, whole, marker is null ? whole : whole.From(marker.Length), open[0]));
        open.Clear();
    }

    private static bool GoesOn(BodyLine last, BodyLine next, WrapWidth wrap, bool isNewPage)
    {
        if (last.Source.Kind != LineKind.Text || next.Source.Kind != LineKind.Text || next.Marker is not null)
            return false;
        var isHeading = next.IsBare && !wrap.IsFull(next);
        var isNext = last.Source.Number + 1 == next.Source.Number;
        if (EndsSentence(last.Words))
            return wrap.IsFull(last) && isNext && !wrap.BeginsParagraph(next) && !isHeading;
        var (end, begin) = (last.Words.Plain[^1], next.Words.Plain[0]);
        if (end == ':')
            return false;
        if (end is ',' or '、' or '(' or '“' or '《' or '—' or '+' || begin is ',' or '。' or ';' or '、' or ')' or '”' or '》' or '%')
            return true;
        if (char.IsAsciiDigit(begin) && last.Marker is null && last.Words.Plain.Contains(',') && HasSigns(next))
            return true;
        if (wrap.IsFull(last))
            return !wrap.BeginsParagraph(next) && (isNext || isNewPage || last.Words.Plain.Contains('。'));
        return (last.Words.Plain.Contains('。') || last.Words.Length > LongestHeading || (isNewPage && last.Words.Plain.Contains(','))) && HasSigns(next);
    }

    /// <summary>The rest of a broken sentence has commas or a full stop; a heading of a few words has neither.</summary>
    private static bool HasSigns(BodyLine line) => line.Words.Plain.AsSpan().IndexOfAny(",。;、") >= 0 && !(line.IsBare && line.Words.Length < 30);

    private static bool EndsSentence(Passage words)
    {
        var plain = words.Plain;
        if (Sentences.IsEnd(plain[^1]))
            return true;
        if (plain[^1] is not (')' or '】' or ']' or '”' or '〕'))
            return false;
        var open = Brackets.Partners(plain)[^1];
        return open >= 0 && ((open > 0 && Sentences.IsEnd(plain[open - 1])) || Sentences.IsEnd(plain[^2])
            || (plain[^1] != '”' && OwnerNote.Read(plain[(open + 1)..^1]) is not null));
    }
}
