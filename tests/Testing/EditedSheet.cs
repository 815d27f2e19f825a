using Shuren.Documents.Workbooks;

namespace Shuren.Testing;

/// <summary>A workbook as an office sends it back.</summary>
public static class EditedSheet
{
    /// <summary>Each cell is given to the editor with the key of its row and its head.</summary>
    /// <param name="workbook">As it was downloaded.</param>
    /// <param name="keyHead">The head of the column that names a row.</param>
    /// <param name="edit">Row key, head and value to the new value.</param>
    /// <param name="added">Rows behind the others, by head.</param>
    public static byte[] Of(byte[] workbook, string keyHead, Func<string, string, object?, object?> edit, params IReadOnlyDictionary<string, object?>[] added)
    {
        using var written = new MemoryStream(workbook);
        var sheet = WorkbookReader.Read(written, "x.xlsx").Sheets[0];
        var head = sheet.Rows.First(row => row.Cells.Any(cell => cell.Text == keyHead));
        var key = head.Cells.First(cell => cell.Text == keyHead).Column;
        var columns = head.Cells.Select(cell => new SheetColumn(cell.Name, cell.Text)).ToList();
        var rows = sheet.Rows.Where(row => row.Number > head.Number)
            .Select(row => (IReadOnlyList<object?>)[.. head.Cells.Select(cell => edit(row[key].Text, cell.Text, row[cell.Column].Value is DateTime day ? DateOnly.FromDateTime(day) : row[cell.Column].Value))])
            .Concat(added.Select(row => (IReadOnlyList<object?>)[.. head.Cells.Select(cell => row.GetValueOrDefault(cell.Text))])).ToList();
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new("x", "", [new("表", columns, rows)]));
        return stream.ToArray();
    }
}
