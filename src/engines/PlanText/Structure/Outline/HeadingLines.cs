using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Owners;

namespace Shuren.PlanText.Structure.Outline;

/// <summary>Tells which paragraphs of a block are headings on a line of their own.</summary>
internal sealed class HeadingLines(IReadOnlyList<Paragraph> block, Habits habits)
{
    /// <summary>The line below a district's name is its slogan, unless it heads the text like the other short lines do.</summary>
    public bool HasSlogan()
    {
        if (block.Count < 2 || !IsPlainLine(block[0]))
            return false;
        var next = Enumerable.Range(1, block.Count - 1).FirstOrDefault(i => IsPlainLine(block[i]) || (block[i].Marker is not null && IsOnOwnLine(i)), -1);
        return next < 0 || (next == 2 && block[1].Sentences.Count <= 2) || next == 1;
    }

    /// <summary>【基础教育科】 with 1. below it heads what this section does; behind tasks it says who does them.</summary>
    public bool IsOfUnit(int at) =>
        block[at].Marker is null && block[at].Body.Plain is ['【', .., '】'] words && !words.Contains(':', StringComparison.Ordinal)
        && at + 1 < block.Count && block[at + 1].Marker is { Value: 1 };

    /// <summary>Whether the paragraph is nothing but a heading.</summary>
    public bool IsOnOwnLine(int at)
    {
        var paragraph = block[at];
        if (paragraph.IsStyled)
            return paragraph.Body.Length is > 0 and <= 60;
        if (IsHeadingAboveNumbers(at))
            return true;
        if (paragraph.Sentences.Count != 1)
            return false;
        var family = Habits.FamilyOf(paragraph);
        if (!paragraph.IsBare)
        {
            return paragraph.Marker is not null && paragraph.Body.Length <= 34 && habits.HasBody(at)
                && habits.SinglesAreHeadings(family) && Habits.IsHeadingLike(paragraph.Body.Plain);
        }

        if (OwnerNote.ReadLine(paragraph.Body.Text) is not null || IsAnnouncement(paragraph.Body.Plain)
            || (PartNames.IsGeneral(paragraph.Body.Plain) && !paragraph.Body.Plain.EndsWith(':')))
            return false;
        return paragraph.Marker is null ? IsPlainHeading(at) : !habits.IsList(family) && (habits.HasBody(at) || paragraph.Body.Length <= 40);
    }

    /// <summary>（二）加强组考。（招生办） with 1. below it: a full stop and a note do not make it a task.</summary>
    private bool IsHeadingAboveNumbers(int at)
    {
        var (mine, next) = (block[at].Marker?.Family, at + 1 < block.Count ? block[at + 1].Marker?.Family : null);
        if (mine is not { HasRank: true } || next is not { HasRank: true } || next.Value.Kind <= mine.Value.Kind || block[at].Body.Length > 40)
            return false;
        var words = OwnerBracket.CutFromEnd(block[at].Body).Words;
        return words.Length is > 0 and <= 20 && !words.Plain.Contains(',') && Sentences.Split(words).Count == 1 && Habits.IsHeadingLike(words.Plain);
    }

    /// <summary>A short line without number heads what follows; three and more in a row are a list.</summary>
    private bool IsPlainHeading(int at)
    {
        if (at + 1 >= block.Count || block[at].Body.Length > 50)
            return false;
        var (first, last) = (at, at);
        while (first > 0 && first > at - 3 && IsPlainLine(block[first - 1]))
            first--;
        while (last + 1 < block.Count && last < at + 3 && IsPlainLine(block[last + 1]))
            last++;
        return last - first < 2 && last + 1 < block.Count && (block[last + 1].Marker is null || habits.HasBody(last));
    }

    /// <summary>重点做好以下工作： leads over to a list; 工作目标： is a heading.</summary>
    private static bool IsAnnouncement(string plain) =>
        plain.EndsWith(':') && (plain.Length > 14 || plain.Contains("以下", StringComparison.Ordinal) || plain.Contains("如下", StringComparison.Ordinal) || PartNames.IsAnnouncement(plain));

    private static bool IsPlainLine(Paragraph paragraph) => paragraph.Marker is null && paragraph.IsBare && !paragraph.IsRow;
}
