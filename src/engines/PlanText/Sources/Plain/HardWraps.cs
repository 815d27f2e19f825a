namespace Shuren.PlanText.Sources.Plain;

/// <summary>
/// Tells text whose lines were broken at a fixed width (copied from a PDF or a mail) from text with one paragraph a line,
/// and says which lines run on. Errs towards leaving lines alone: a wrong join destroys a heading, a missed one is mended later.
/// </summary>
internal sealed class HardWraps
{
    /// <summary>Fewer full lines than this prove nothing.</summary>
    private const int LeastFullLines = 6;

    /// <summary>A page is this wide, in columns of half a Chinese character; narrower lines are verse or lists, wider ones paragraphs.</summary>
    private const int NarrowestPage = 36, WidestPage = 160;

    /// <summary>A line is full when no more than this is missing: punctuation and numbers may not be torn apart.</summary>
    private const int Slack = 8;

    /// <summary>From the dashes and quotation marks on, signs are as wide as Chinese characters.</summary>
    private const char FirstWide = '\u2010';

    private readonly int width;
    private readonly int length;

    private HardWraps(int width, int length) => (this.width, this.length) = (width, length);

    /// <summary>The wraps of a text, or null where its lines are paragraphs.</summary>
    internal static HardWraps? Find(IReadOnlyList<string> lines)
    {
        var written = lines.Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        if (written.Count < LeastFullLines)
            return null;
        var widths = written.Select(WidthOf).Order().ToList();
        var width = widths[(int)(0.9 * (widths.Count - 1))];
        if (width is < NarrowestPage or > WidestPage || widths[^1] > width + 2 * Slack)
            return null;
        var lengths = written.Select(line => line.TrimEnd().Length).Order().ToList();
        var wraps = new HardWraps(width, lengths[(int)(0.9 * (lengths.Count - 1))]);
        var full = written.Count(wraps.IsFull);
        var torn = written.Count(line => wraps.IsFull(line) && !ParagraphStart.EndsSentence(line));
        // Most lines as wide as the page, and most of these stop inside a sentence: nobody writes paragraphs like that.
        return full >= LeastFullLines && full >= 0.4 * written.Count && torn >= 0.6 * full ? wraps : null;
    }

    /// <summary>True when a paragraph goes on from one line to the next.</summary>
    internal bool RunsOn(string line, string next) =>
        IsFull(line) && !LeadsToPage(line) && !string.IsNullOrWhiteSpace(next) && !PageNumber.Is(next) && IndentOf(next) <= IndentOf(line)
        && IndentOf(next) < 2 && !ParagraphStart.IsMarked(next);

    /// <summary>Some programs break by width, others after so many characters, whatever their width.</summary>
    private bool IsFull(string line) => WidthOf(line) >= width - Slack || line.TrimEnd().Length >= length - 1;

    /// <summary>五、提升治理水平……………5: a line of the contents is whole.</summary>
    private static bool LeadsToPage(string line) =>
        line.TrimEnd() is { Length: > 3 } words && char.IsAsciiDigit(words[^1]) && words.TrimEnd("0123456789 ".ToCharArray()) is var rest
        && (rest.EndsWith("……", StringComparison.Ordinal) || rest.EndsWith("....", StringComparison.Ordinal) || rest.EndsWith("····", StringComparison.Ordinal));

    private static int IndentOf(string line) => WidthOf(line[..(line.Length - line.TrimStart().Length)]);

    private static int WidthOf(string line) => line.TrimEnd().Sum(character => character >= FirstWide ? 2 : 1);
}
