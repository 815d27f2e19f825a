namespace Shuren.PlanText;

/// <summary>What a line of a source is, as far as the format itself says so.</summary>
public enum LineKind
{
    /// <summary>A line or paragraph of running text.</summary>
    Text,

    /// <summary>A paragraph that the format marks as a heading (Word style, HTML h1-h6, Markdown #).</summary>
    Heading,

    /// <summary>One row of a table; its cells stand in <see cref="SourceLine.Cells"/>.</summary>
    TableRow,

    /// <summary>Navigation, header, footer or another part that the format itself sets apart from the document.</summary>
    Furniture,
}

/// <summary>One line of a source.</summary>
/// <param name="Number">Counted from 1; the line of the file for plain text, where a joined paragraph makes the next number jump.</param>
/// <param name="Start">Offset of the first character in the whole text.</param>
/// <param name="End">Offset behind the last character, without the line break.</param>
/// <param name="Page">The page, counted from 1; null where the format has no pages.</param>
/// <param name="Kind">What the format says of it.</param>
/// <param name="HeadingLevel">1 to 9 for a <see cref="LineKind.Heading"/>, else 0.</param>
/// <param name="Cells">For a table row: one span for each cell (start and end offsets in the whole text); else empty.</param>
/// <param name="Table">For a table row: which table of the document, counted from 1; else 0.</param>
public sealed record SourceLine(
    int Number, int Start, int End, int? Page = null, LineKind Kind = LineKind.Text, int HeadingLevel = 0,
    IReadOnlyList<(int Start, int End)>? Cells = null, int Table = 0);

/// <summary>A document as plain text with its lines: what every place points into.</summary>
/// <param name="Text">The whole text; line breaks are <c>\n</c>.</param>
/// <param name="Lines">The lines in order; together they cover the text.</param>
/// <param name="FileName">The name it came with, without folders; empty for pasted text.</param>
/// <param name="Title">What the format itself gives as title (HTML title, Word property), or null.</param>
public sealed record SourceText(string Text, IReadOnlyList<SourceLine> Lines, string FileName = "", string? Title = null)
{
    /// <summary>Splits plain text into lines; <c>\r\n</c> and <c>\r</c> become <c>\n</c>.</summary>
    public static SourceText FromPlainText(string text, string fileName = "")
    {
        var clean = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var lines = new List<SourceLine>();
        for (var start = 0; ;)
        {
            var end = clean.IndexOf('\n', start);
            lines.Add(new(lines.Count + 1, start, end < 0 ? clean.Length : end));
            if (end < 0)
                return new(clean, lines, fileName);
            start = end + 1;
        }
    }

    /// <summary>
    /// Where the source broke a paragraph over several lines that were joined again (hard-wrapped text, PDF):
    /// ascending offsets in <see cref="Text"/>, each the first character behind a break.
    /// </summary>
    public IReadOnlyList<int> Joins { get; init; } = [];

    /// <summary>
    /// The line of the source in which a character stands, counted from 1: the number of its <see cref="SourceLine"/>
    /// and, in a joined paragraph, the breaks before it.
    /// </summary>
    /// <param name="offset">An offset in <see cref="Text"/>.</param>
    public int LineAt(int offset) => LineAt(Holding(offset), offset);

    /// <summary>Where a stretch of the text stands, with the line and page in which it begins.</summary>
    /// <param name="start">Offset of its first character in <see cref="Text"/>.</param>
    /// <param name="end">Offset behind its last character.</param>
    public Place PlaceOf(int start, int end)
    {
        var line = Holding(start);
        return new(LineAt(line, start), start, end, line.Page);
    }

    /// <summary>The words of a line.</summary>
    public ReadOnlySpan<char> TextOf(SourceLine line) => Text.AsSpan(line.Start, line.End - line.Start);

    private int LineAt(SourceLine line, int offset)
    {
        var joinsBefore = FirstWhere(Joins.Count, at => Joins[at] > offset) - FirstWhere(Joins.Count, at => Joins[at] >= line.Start);
        return line.Number + Math.Max(0, joinsBefore);
    }

    private SourceLine Holding(int offset) => Lines[Math.Max(0, FirstWhere(Lines.Count, at => Lines[at].Start > offset) - 1)];

    /// <summary>Binary search: the first index at which a condition, false before and true after, holds.</summary>
    private static int FirstWhere(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }
        return low;
    }
}
