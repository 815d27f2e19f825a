using Shuren.Documents.Workbooks.Reading;

namespace Shuren.Documents.Workbooks;

/// <summary>What was read: the sheets, or why not.</summary>
/// <param name="Sheets">In the order of the tabs, hidden ones included; empty when refused.</param>
/// <param name="Refusal">Null when the file was read.</param>
public sealed record WorkbookReading(IReadOnlyList<SheetReading> Sheets, DocumentRefusal? Refusal = null);

/// <summary>One sheet as it was read.</summary>
/// <param name="Name">As on the tab; for a .csv the file's name.</param>
/// <param name="IsHidden">True where the user does not see the tab.</param>
/// <param name="Rows">The rows that hold something, in order.</param>
public sealed record SheetReading(string Name, bool IsHidden, IReadOnlyList<RowReading> Rows);

/// <summary>One row that holds something.</summary>
/// <param name="Number">As at the left edge of the sheet, counted from 1.</param>
/// <param name="IsHidden">True for a row that is hidden or filtered away.</param>
/// <param name="Cells">From column 1 to the last that holds something.</param>
public sealed record RowReading(int Number, bool IsHidden, IReadOnlyList<CellReading> Cells)
{
    /// <summary>The cell of a column, counted from 1; an empty cell beyond the last.</summary>
    public CellReading this[int column] => column <= Cells.Count ? Cells[column - 1] : new(Number, column, null);
}

/// <summary>One cell.</summary>
/// <param name="Row">Counted from 1.</param>
/// <param name="Column">Counted from 1: column A is 1.</param>
/// <param name="Value">string, double, bool, <see cref="DateTime"/>, <see cref="TimeSpan"/>, or null. A cell inside a merged area has the value of the area's first cell; a formula its last result, null for an error such as #N/A.</param>
/// <param name="Format">The number format, such as <c>0.0%</c>; null for none.</param>
public readonly record struct CellReading(int Row, int Column, object? Value, string? Format = null)
{
    /// <summary>The cell's words as the sheet shows them: 97.2% and not 0.972. Empty for an empty cell.</summary>
    public string Text => CellDisplay.Of(Value, Format);

    /// <summary>The name of the cell, such as <c>B12</c>.</summary>
    public string Name => Writing.SheetNames.Cell(Column, Row);

    /// <summary>True where there is nothing but space.</summary>
    public bool IsEmpty => Value is null || (Value is string words && string.IsNullOrWhiteSpace(words));
}
