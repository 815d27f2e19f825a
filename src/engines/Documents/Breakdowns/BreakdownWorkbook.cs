using Shuren.Documents.Workbooks;

namespace Shuren.Documents.Breakdowns;

/// <summary>The breakdown table in Excel. The section stands in every row, unmerged, so that the table can be filtered and sorted.</summary>
public static class BreakdownWorkbook
{
    /// <summary>Writes the table as a workbook. The stream stays open; it must be able to seek.</summary>
    /// <example><code>BreakdownWorkbook.Write(file, breakdown);</code></example>
    public static void Write(Stream stream, Breakdown breakdown)
    {
        var columns = BreakdownColumn.Of(breakdown);
        var sheet = new Sheet(
            "任务分解表",
            [.. columns.Select(c => new SheetColumn(c.Key, c.Head, c.Width))],
            breakdown.Rows.Select(row => columns.Select(c => (object?)c.Read(row)).ToArray()))
        {
            Title = breakdown.Title,
            Subtitle = breakdown.Subtitle,
        };
        WorkbookWriter.Write(stream, new(breakdown.Title, breakdown.Bureau ?? "", [sheet]));
    }
}
