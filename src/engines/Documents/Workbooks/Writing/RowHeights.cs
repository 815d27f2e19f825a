using DocumentFormat.OpenXml.Spreadsheet;

namespace Shuren.Documents.Workbooks.Writing;

/// <summary>
/// How high a row must be for its wrapped text, in points. Excel would reckon it when it opens the file, other programs do not, and then
/// lines lie over one another. The height is not fixed: editing a cell fits it anew.
/// </summary>
internal static class RowHeights
{
    internal const double OneLine = 18;
    private const double FurtherLine = 15.5;
    private const double MaxHeight = 409; // Excel's limit
    private const double Padding = 1.5; // of a column, in digits

    internal static double Of(Row row, IReadOnlyList<SheetColumn> columns)
    {
        var lines = row.Elements<Cell>().Select((cell, i) => cell.InlineString is { } text ? Lines(text.InnerText, columns[i].Width) : 1).Max();
        return Math.Min(OneLine + (lines - 1) * FurtherLine, MaxHeight);
    }

    private static double Lines(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(Digits(line) / Math.Max(width - Padding, 2))));

    /// <summary>A Chinese character is as wide as two digits.</summary>
    private static double Digits(string line) => line.Sum(c => c < 0x2E80 ? 1.0 : 2.0);
}
