namespace Shuren.Documents.Workbooks.Reading;

/// <summary>A merged area; rows and columns are counted from 1, the ends belong to it.</summary>
internal readonly record struct MergedArea(int FromRow, int FromColumn, int ToRow, int ToColumn);

/// <summary>
/// The merged areas of a sheet: Excel keeps the value in the first cell only, but whoever looks at the sheet reads it in all of them.
/// Rows go by in order, so of each column only the area that was begun last is remembered.
/// </summary>
internal sealed class MergedCells(IReadOnlyList<MergedArea> areas)
{
    /// <summary>Excel's last column; a damaged file may claim more.</summary>
    private const int MaxColumn = 16_384;

    private readonly ILookup<int, MergedArea> byFirstRow = areas.ToLookup(a => a.FromRow);
    private readonly Dictionary<int, (MergedArea Area, CellReading First)> begun = [];

    /// <summary>The last column that an area reaches; 0 where there is none.</summary>
    internal int LastColumn { get; } = Math.Min(areas.Select(a => a.ToColumn).DefaultIfEmpty().Max(), MaxColumn);

    /// <summary>The cell, or inside a merged area the area's value. Cells must come row by row, from left to right.</summary>
    internal CellReading Fill(CellReading cell)
    {
        if (areas.Count == 0)
            return cell;
        if (begun.TryGetValue(cell.Column, out var inside) && cell.Row <= inside.Area.ToRow)
            return inside.First with { Row = cell.Row, Column = cell.Column };
        if (byFirstRow[cell.Row].FirstOrDefault(a => a.FromColumn == cell.Column) is { FromRow: > 0 } area)
            Begin(area, cell);
        return cell;
    }

    private void Begin(MergedArea area, CellReading first)
    {
        for (var column = area.FromColumn; column <= Math.Min(area.ToColumn, MaxColumn); column++)
            begun[column] = (area, first);
    }
}
