namespace Shuren.PlanText.Sources.Pdf;

/// <summary>A table found on a page.</summary>
/// <param name="Top">Where it begins.</param>
/// <param name="Bottom">Where it ends.</param>
/// <param name="Rows">Its rows, every one with a cell for each column.</param>
internal sealed record PdfTable(double Top, double Bottom, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>
/// Finds tables of three columns and more by the white strips that run down between their columns: PDF itself knows no table.
/// </summary>
internal static class PdfTables
{
    private const int LeastColumns = 3;

    /// <summary>The narrowest strip between two columns, and the widest step from row to row, in heights of a line.</summary>
    private const double NarrowestStrip = 0.3, WidestStep = 3.5;

    internal static IReadOnlyList<PdfTable> Find(IEnumerable<PdfLine> lines)
    {
        var rows = PdfRow.Of(lines.SelectMany(line => line.Pieces));
        var tables = new List<PdfTable>();
        for (var first = 0; first < rows.Count; first++)
        {
            if (rows[first].Gaps(NarrowestStrip).Count < LeastColumns - 1)
                continue;
            var (end, strips) = Grow(rows, first);
            var region = rows[first..end];
            // A real table has at least two rows that show its columns; one alone is spaced-out text.
            if (region.Count(row => row.Gaps(NarrowestStrip).Count >= LeastColumns - 1) < 2)
                continue;
            tables.Add(new(region.Min(row => row.Top), region.Max(row => row.Bottom), PdfTableRows.Read(region, strips)));
            first = end - 1;
        }
        return tables;
    }

    /// <summary>Takes in the rows below for as long as at least two strips stay white.</summary>
    private static (int End, IReadOnlyList<(double Left, double Right)> Strips) Grow(List<PdfRow> rows, int first)
    {
        var strips = rows[first].Gaps(NarrowestStrip);
        var end = first + 1;
        for (; end < rows.Count && rows[end].Middle - rows[end - 1].Middle < WidestStep * rows[first].Height; end++)
        {
            var left = Narrow(strips, rows[end]);
            // A row that shows columns may prove a strip false; any other row across a strip stands below the table.
            var isRow = left.Count == strips.Count || rows[end].Gaps(NarrowestStrip).Count >= LeastColumns - 1;
            if (!isRow || left.Count < LeastColumns - 1)
                break;
            strips = left;
        }
        return (end, strips);
    }

    /// <summary>What stays white of each strip beside the words of a row: the widest piece, where it is wide enough.</summary>
    private static List<(double Left, double Right)> Narrow(List<(double Left, double Right)> strips, PdfRow row)
    {
        var narrowed = new List<(double Left, double Right)>();
        foreach (var strip in strips)
        {
            var widest = (strip.Left, Right: strip.Left);
            var from = strip.Left;
            foreach (var word in row.Words.Where(word => word.Left < strip.Right && word.Right > strip.Left))
            {
                widest = Wider(widest, (from, word.Left));
                from = Math.Max(from, word.Right);
            }
            widest = Wider(widest, (from, strip.Right));
            if (widest.Right - widest.Left >= NarrowestStrip / 2 * row.Height)
                narrowed.Add(widest);
        }
        return narrowed;
    }

    private static (double Left, double Right) Wider((double Left, double Right) one, (double Left, double Right) other) =>
        other.Right - other.Left > one.Right - one.Left ? other : one;
}
