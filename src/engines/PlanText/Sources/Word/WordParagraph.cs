using System.Text;

namespace Shuren.PlanText.Sources.Word;

/// <summary>A paragraph while it is read: its words and the properties that matter.</summary>
internal sealed class WordParagraph(int maxCharacters)
{
    private readonly StringBuilder words = new();

    internal string? Style { get; set; }

    internal int? OutlineLevel { get; set; }

    internal int? NumberingId { get; set; }

    internal int? NumberingLevel { get; set; }

    /// <summary>The end of the paragraph was deleted while changes were tracked: its words belong to the next one.</summary>
    internal bool IsEndDeleted { get; set; }

    /// <summary>True once words were left out because there were too many.</summary>
    internal bool IsFull { get; private set; }

    /// <summary>The words; a line break that the writer set by hand is <c>\n</c>.</summary>
    internal string Words => words.ToString();

    /// <summary>Begins the next paragraph with the words of this one.</summary>
    internal WordParagraph Restart()
    {
        (Style, OutlineLevel, NumberingId, NumberingLevel, IsEndDeleted) = (null, null, null, null, false);
        return this;
    }

    internal void Append(ReadOnlySpan<char> text)
    {
        IsFull |= words.Length + text.Length > maxCharacters;
        if (IsFull)
            return;
        foreach (var character in text)
        {
            if (character is '\n' or '\t' || !char.IsControl(character))
                words.Append(character == '\u00A0' ? ' ' : character);
        }
    }
}

/// <summary>What styles and lists make of a paragraph.</summary>
internal sealed class WordLooks(WordStyles styles, WordCounters counters)
{
    internal bool IsTitle(WordParagraph paragraph) => styles.IsTitle(paragraph.Style);

    internal bool IsContents(WordParagraph paragraph) => styles.IsContents(paragraph.Style);

    /// <summary>1 to 9 for a heading, else 0. Word counts outline levels from 0, and 9 is body text.</summary>
    internal int HeadingLevelOf(WordParagraph paragraph) => paragraph.OutlineLevel switch
    {
        >= 0 and <= 8 => paragraph.OutlineLevel.Value + 1,
        null => styles.HeadingLevelOf(paragraph.Style),
        _ => 0,
    };

    /// <summary>The number that Word shows before the paragraph; asking for it counts the paragraph.</summary>
    internal string NextMark(WordParagraph paragraph)
    {
        var (styleNumber, styleLevel) = styles.NumberingOf(paragraph.Style);
        return (paragraph.NumberingId ?? styleNumber) is { } number && number != 0
            ? counters.Next(number, paragraph.NumberingLevel ?? styleLevel ?? 0)
            : "";
    }
}
