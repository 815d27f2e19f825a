namespace Shuren.PlanText.Sources.Pdf;

/// <summary>Puts the printed lines of a document together to paragraphs, across pages where the text runs on.</summary>
internal sealed class PdfParagraphs
{
    /// <summary>In heights of a line: what a full line may lack, and how far a paragraph's first line is set in at least.</summary>
    private const double Slack = 1.4, LeastIndent = 1.0;

    private readonly IReadOnlyList<PdfPage> pages;
    private readonly IReadOnlySet<PdfLine> furniture;
    private readonly double left, right, height, step;
    private readonly bool isIndented, isSpaced;

    /// <summary>Heads and feet between the two halves of a paragraph wait until it is whole.</summary>
    private readonly List<PdfLine> held = [];

    internal PdfParagraphs(IReadOnlyList<PdfPage> pages, IReadOnlySet<PdfLine> furniture)
    {
        (this.pages, this.furniture) = (pages, furniture);
        var lines = pages.SelectMany(page => page.Lines).Where(line => !furniture.Contains(line)).ToList();
        if (lines.Count == 0)
            return;
        height = Median(lines.Select(line => line.Height));
        right = lines.Select(line => line.Right).Order().ElementAt((int)(0.9 * (lines.Count - 1)));
        left = LeftEdge(lines);
        var steps = lines.Zip(lines.Skip(1), (line, next) => next.Top - line.Top).Where(step => step > 0).ToList();
        step = Median(steps);
        isSpaced = steps.Count(one => IsWide(one)) >= 0.1 * steps.Count;
        isIndented = lines.Count(line => IndentOf(line) is >= LeastIndent and <= 4) >= 0.15 * lines.Count;
    }

    internal void Write(LineWriter writer, CancellationToken ct)
    {
        var paragraph = new List<PdfLine>();
        foreach (var page in pages)
        {
            ct.ThrowIfCancellationRequested();
            var body = page.Lines.Where(line => !furniture.Contains(line)).ToList();
            WriteFurniture(writer, page.Lines.Where(line => furniture.Contains(line) && line.Middle < page.Height / 2), paragraph);
            WritePage(writer, body, paragraph);
            WriteFurniture(writer, page.Lines.Where(line => furniture.Contains(line) && line.Middle >= page.Height / 2), paragraph);
        }
        Flush(writer, paragraph);
    }

    private void WriteFurniture(LineWriter writer, IEnumerable<PdfLine> lines, List<PdfLine> paragraph)
    {
        held.AddRange(lines);
        if (paragraph.Count == 0)
            WriteHeld(writer);
    }

    private void WritePage(LineWriter writer, List<PdfLine> body, List<PdfLine> paragraph)
    {
        var tables = PdfTables.Find(body);
        var written = new HashSet<PdfTable>();
        foreach (var line in body)
        {
            if (tables.FirstOrDefault(table => line.Middle >= table.Top && line.Middle <= table.Bottom) is { } table)
            {
                Flush(writer, paragraph);
                if (written.Add(table))
                    WriteTable(writer, table, line.Page);
                continue;
            }
            if (paragraph.Count > 0 && !RunsOn(paragraph[^1], line))
                Flush(writer, paragraph);
            paragraph.Add(line);
        }
    }

    private static void WriteTable(LineWriter writer, PdfTable table, int page)
    {
        writer.BeginTable();
        foreach (var row in table.Rows)
            writer.AddRow(row, page: page);
    }

    private void Flush(LineWriter writer, List<PdfLine> paragraph)
    {
        if (paragraph.Count > 0)
        {
            var pieces = new List<string>();
            foreach (var line in paragraph)
                pieces.Add(pieces.Count == 0 ? line.Words : LineJoin.Piece(pieces[^1], line.Words));
            writer.AddJoined(pieces, page: paragraph[0].Page);
            paragraph.Clear();
        }
        WriteHeld(writer);
    }

    private void WriteHeld(LineWriter writer)
    {
        foreach (var line in held)
            writer.Add(line.Words, LineKind.Furniture, page: line.Page);
        held.Clear();
    }

    /// <summary>
    /// True when a paragraph goes on: its line reaches the right edge, and the next begins at the left one. Where paragraphs
    /// are set in, or have space between them, that is enough; elsewhere a numbering mark or the end of a sentence parts them.
    /// </summary>
    private bool RunsOn(PdfLine line, PdfLine next)
    {
        var isFull = line.Right >= right - (Slack * height);
        var isSameSize = Math.Abs(line.Height - next.Height) <= 0.25 * height;
        var isFar = next.Page == line.Page && IsWide(next.Top - line.Top);
        if (!isFull || !isSameSize || isFar || IndentOf(next) >= LeastIndent || IndentOf(next) < -LeastIndent)
            return false;
        if (isIndented || (isSpaced && next.Page == line.Page))
            return true;
        return !ParagraphStart.IsMarked(next.Words) && !ParagraphStart.EndsSentence(line.Words);
    }

    private bool IsWide(double stepDown) => stepDown > 1.5 * Math.Max(step, height);

    private double IndentOf(PdfLine line) => (line.Left - left) / Math.Max(1, height);

    /// <summary>The left edge of the text: the leftmost place where at least every tenth line begins.</summary>
    private static double LeftEdge(List<PdfLine> lines) => lines
        .GroupBy(line => Math.Round(line.Left / 4))
        .Where(group => group.Count() >= Math.Max(1, lines.Count / 10))
        .Select(group => group.Min(line => line.Left))
        .DefaultIfEmpty(lines.Min(line => line.Left))
        .Min();

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
