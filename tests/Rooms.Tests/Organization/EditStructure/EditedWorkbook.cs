using Shuren.Documents.Workbooks;

namespace Shuren.Rooms.Tests.Organization.EditStructure;

/// <summary>The downloaded workbook, edited by hand: cells by sheet, row and head, written anew.</summary>
internal sealed class EditedWorkbook
{
    private readonly List<(string Name, List<string> Heads, List<List<object?>> Rows)> sheets;

    public EditedWorkbook(byte[] workbook) => sheets =
    [
        .. WorkbookReader.Read(new MemoryStream(workbook), "a.xlsx").Sheets.Where(sheet => sheet.Rows.Count > 0 && sheet.Name != "填写说明")
            .Select(sheet => (sheet.Name, sheet.Rows[0].Cells.Select(cell => cell.Text).ToList(), sheet.Rows.Skip(1).Select(row => Enumerable.Range(1, sheet.Rows[0].Cells.Count).Select(column => row[column].Value).ToList()).ToList())),
    ];

    /// <summary>Sets a cell of the row whose first cell says that.</summary>
    public EditedWorkbook Set(string sheet, string first, string head, object? value)
    {
        var found = sheets.Single(other => other.Name == sheet);
        found.Rows.First(row => (row[0] as string) == first)[found.Heads.IndexOf(head)] = value;
        return this;
    }

    /// <summary>Adds a row.</summary>
    public EditedWorkbook Add(string sheet, params object?[] cells)
    {
        var found = sheets.Single(other => other.Name == sheet);
        found.Rows.Add([.. cells, .. Enumerable.Repeat<object?>(null, found.Heads.Count - cells.Length)]);
        return this;
    }

    public MemoryStream Write()
    {
        var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new("组织机构", "test", [.. sheets.Select(sheet => new Sheet(sheet.Name, [.. sheet.Heads.Select((head, place) => new SheetColumn($"c{place}", head))], sheet.Rows.Select(row => (IReadOnlyList<object?>)row)))]));
        return new MemoryStream(stream.ToArray());
    }
}
