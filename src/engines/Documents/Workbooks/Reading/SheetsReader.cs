using ExcelDataReader;

namespace Shuren.Documents.Workbooks.Reading;

/// <summary>From the parser's rows to ours, within the limits.</summary>
internal sealed class SheetsReader(IExcelDataReader reader, WorkbookLimits limits)
{
    internal WorkbookReading Read()
    {
        var sheets = new List<SheetReading>();
        do
        {
            if (sheets.Count == limits.MaxSheets)
                return new([], Refusals.TooManySheets(limits.MaxSheets));
            var name = reader.Name ?? "";
            var (rows, refusal) = ReadRows(name);
            if (refusal is not null)
                return new([], refusal);
            sheets.Add(new(name, reader.VisibleState is not (null or "visible"), rows));
        }
        while (reader.NextResult());
        return sheets.Exists(s => s.Rows.Count > 0) ? new(sheets) : new([], Refusals.Empty);
    }

    private (IReadOnlyList<RowReading> Rows, DocumentRefusal? Refusal) ReadRows(string sheet)
    {
        if ((long)Math.Max(reader.RowCount, 0) * Math.Max(reader.FieldCount, 0) > limits.MaxCells)
            return ([], Refusals.TooWide(sheet));
        var merged = new MergedCells([.. (reader.MergeCells ?? []).Select(a => new MergedArea(a.FromRow + 1, a.FromColumn + 1, a.ToRow + 1, a.ToColumn + 1))]);
        var rows = new List<RowReading>();
        for (var number = 1; reader.Read(); number++)
        {
            var cells = ReadCells(number, merged);
            if (cells.Count > limits.MaxColumns)
                return ([], Refusals.TooManyColumns(sheet, limits.MaxColumns));
            if (cells.Count == 0)
                continue;
            if (rows.Count == limits.MaxRows)
                return ([], Refusals.TooManyRows(sheet, limits.MaxRows));
            rows.Add(new(number, IsHidden(), cells));
        }
        return (rows, null);
    }

    private List<CellReading> ReadCells(int row, MergedCells merged)
    {
        var cells = new List<CellReading>();
        var filled = 0;
        for (var column = 1; column <= reader.FieldCount; column++)
        {
            var cell = merged.Fill(new(row, column, Value(column - 1), reader.GetNumberFormatString(column - 1)));
            cells.Add(cell);
            if (!cell.IsEmpty)
                filled = column;
        }
        cells.RemoveRange(filled, cells.Count - filled);
        cells.TrimExcess();
        return cells;
    }

    private object? Value(int index) => reader.GetValue(index) switch
    {
        int whole => (double)whole,
        float or decimal => reader.GetDouble(index),
        string { Length: 0 } => null,
        var value => value,
    };

    /// <summary>The parser gives the height 0 for hidden rows. Text files have no heights at all.</summary>
    private bool IsHidden() => reader.RowHeight == 0 && reader.VisibleState is not null;
}
