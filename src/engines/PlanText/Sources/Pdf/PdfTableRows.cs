using System.Text.RegularExpressions;

namespace Shuren.PlanText.Sources.Pdf;

/// <summary>Puts the printed rows of a table together to its rows: a cell may hold several lines.</summary>
internal static partial class PdfTableRows
{
    internal static IReadOnlyList<IReadOnlyList<string>> Read(IReadOnlyList<PdfRow> rows, IReadOnlyList<(double Left, double Right)> strips)
    {
        var table = rows.Select(row => CellsOf(row, strips)).ToList();
        var starts = StartsOf(rows, table);
        return [.. starts.Select((start, at) => Merge(table[start..(at + 1 < starts.Count ? starts[at + 1] : table.Count)]))];
    }

    private static string[] CellsOf(PdfRow row, IReadOnlyList<(double Left, double Right)> strips) =>
        [.. Enumerable.Range(0, strips.Count + 1).Select(column => PdfLine.Join(row.Words.Where(word => strips.Count(strip => strip.Right <= word.Centre) == column)))];

    /// <summary>
    /// Where rows begin. With serial numbers in the first column there is one row for each. Where cells are centred, a
    /// serial has as many lines above as below; elsewhere a row begins behind the widest step between two serials.
    /// </summary>
    private static List<int> StartsOf(IReadOnlyList<PdfRow> rows, List<string[]> table)
    {
        var serials = Enumerable.Range(0, table.Count).Where(at => Serial().IsMatch(table[at][0])).ToList();
        if (serials.Count == 0)
            return StartsBySteps(rows, table);
        return StartsIfCentred(serials, table.Count, headRows: 1) ?? StartsIfCentred(serials, table.Count, headRows: 0) ?? StartsBehindWidestStep(rows, serials);
    }

    /// <summary>
    /// Goes from serial to serial: what is above the first is also below it, the rest is above the next, and so on.
    /// Null unless it comes out even at the last one, which proves that the cells are centred; with nothing above the first
    /// serial they may as well stand at the top.
    /// </summary>
    private static List<int>? StartsIfCentred(List<int> serials, int count, int headRows)
    {
        if (serials[0] <= headRows)
            return null;
        var starts = headRows > 0 ? new List<int> { 0 } : [];
        var end = headRows;
        foreach (var serial in serials)
        {
            var above = serial - end;
            if (above < 0)
                return null;
            starts.Add(end);
            end = serial + above + 1;
        }
        return end == count ? starts : null;
    }

    private static List<int> StartsBehindWidestStep(IReadOnlyList<PdfRow> rows, List<int> serials)
    {
        var starts = new List<int> { 0 };
        var before = 0;
        foreach (var serial in serials.Where(serial => serial > 0))
        {
            var candidates = Enumerable.Range(before + 1, serial - before);
            starts.Add(candidates.OrderByDescending(at => Math.Round(StepTo(rows, at))).ThenByDescending(at => at).First());
            before = serial;
        }
        return starts;
    }

    /// <summary>Without serials a row begins where the step is wider than inside a cell; where no step is, with a filled first cell.</summary>
    private static List<int> StartsBySteps(IReadOnlyList<PdfRow> rows, List<string[]> table)
    {
        var below = Enumerable.Range(1, rows.Count - 1).ToList();
        var narrowest = below.Min(at => StepTo(rows, at));
        var wide = below.Where(at => StepTo(rows, at) > 1.2 * narrowest).ToList();
        return [0, .. wide.Count > 0 ? wide : below.Where(at => table[at][0].Length > 0)];
    }

    private static double StepTo(IReadOnlyList<PdfRow> rows, int at) => rows[at].Middle - rows[at - 1].Middle;

    private static string[] Merge(IReadOnlyList<string[]> rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Aggregate("", (cell, row) => cell + LineJoin.Piece(cell, row[column])))];

    [GeneratedRegex(@"^(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、]?$")]
    private static partial Regex Serial();
}
