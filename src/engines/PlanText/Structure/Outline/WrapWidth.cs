using Shuren.PlanText.Structure.Lines;

namespace Shuren.PlanText.Structure.Outline;

/// <summary>The width at which a text was broken into lines, as a print or a PDF breaks it.</summary>
/// <param name="Width">In Chinese characters; 0 where lines are whole paragraphs.</param>
/// <param name="Length">The same in characters, for programs that count a digit as a whole one.</param>
/// <param name="Indent">How far the first line of a paragraph is set in, or 0.</param>
internal readonly record struct WrapWidth(double Width, int Length, int Indent)
{
    /// <summary>What may be missing from a full line: a sign that may not begin a line takes words along, and some programs count a digit as a whole character.</summary>
    private const double Slack = 4.2;

    /// <summary>Whether paragraphs are set in, so that a line that is not set in goes on.</summary>
    private bool SetsIn => Indent > 0;

    /// <summary>Whether a line is set in where the others are not.</summary>
    internal bool BeginsParagraph(BodyLine line) => SetsIn && line.Indent >= Indent;

    internal bool IsFull(BodyLine line) => Width > 0 && (line.Width >= Width - Slack || LengthOf(line) >= Length - 1);

    private static int LengthOf(BodyLine line) => line.Indent + line.Words.Length;

    /// <summary>Few lines are full where many are headings; but if those that are full stop inside a sentence, the text was broken there.</summary>
    private static bool IsTorn(List<BodyLine> body, double widest)
    {
        var full = body.FindAll(l => l.Width >= widest - Slack);
        return full.Count >= 4 && full.Count(l => !Sentences.IsEnd(l.Words.Plain[^1])) >= full.Count * 0.75;
    }

    /// <summary>A text is broken where many lines are about as wide as the widest.</summary>
    internal static WrapWidth Of(BodyLine[] lines)
    {
        var body = lines.Where(l => l.Role == LineRole.Body && !l.IsRow && l.Source.Kind == LineKind.Text).ToList();
        if (body.Count < 8)
            return default;
        var widths = body.Select(l => l.Width).Order().ToArray();
        var width = widths[(int)(widths.Length * 0.95)];
        var full = widths.Count(w => w >= width - Slack && w <= width + Slack);
        if (width is < 16 or > 80 || widths[^1] > width * 1.6 || (full < body.Count * 0.35 && !IsTorn(body, widths[^1])))
            return default;
        var indents = body.Where(l => l.Indent is >= 2 and <= 8).GroupBy(l => l.Indent).OrderByDescending(g => g.Count()).FirstOrDefault();
        var setsIn = indents is not null && indents.Count() < body.Count * 0.8 && indents.Count() >= 3 && body.Any(l => l.Indent == 0);
        var lengths = body.Select(LengthOf).Order().ToArray();
        return new(width, lengths[(int)(lengths.Length * 0.95)], setsIn ? indents!.Key : 0);
    }
}
