using ExcelDataReader;

namespace Shuren.Documents.Workbooks.Reading;

/// <summary>
/// The merged areas of a sheet: Excel keeps the value in the first cell only, but whoever looks at the sheet reads it in all of them.
/// Rows go by in order, so of each column only the area that was begun last is remembered.
/// </summary>
internal sealed class MergedCells(IReadOnlyList<CellRange> areas)
{
    /// <summary>Excel's last column, counted from 0; a damaged file may claim more.</summary>
    private const int MaxColumn = 16_383;

    private readonly ILookup<int, CellRange> byFirstRow = areas.ToLookup(a => a.FromRow);
    private readonly Dictionary<int, (CellRange Area, CellReading First)> begun = [];

    /// <summary>The cell, or inside a merged area the area's value. Cells must come row by row, from left to right.</summary>
    internal CellReading Fill(CellReading cell)
    {
        if (areas.Count == 0)
            return cell;
        if (begun.TryGetValue(cell.Column, out var inside) && cell.Row - 1 <= inside.Area.ToRow)
            return inside.First with { Row = cell.Row, Column = cell.Column };
        if (byFirstRow[cell.Row - 1].FirstOrDefault(a => a.FromColumn == cell.Column - 1) is { } area)
            Begin(area, cell);
        return cell;
    }

    private void Begin(CellRange area, CellReading first)
    {
        for (var column = area.FromColumn; column <= Math.Min(area.ToColumn, MaxColumn); column++)
            begun[column + 1] = (area, first);
    }
}
