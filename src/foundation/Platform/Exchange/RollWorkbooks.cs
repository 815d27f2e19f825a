using System.Globalization;
using Shuren.Documents.Workbooks;

namespace Shuren.Platform.Exchange;

/// <summary>The workbooks of a roll: the empty template, what was refused, what stands.</summary>
public static class RollWorkbooks
{
    /// <summary>An empty workbook with drop-downs for every coded column, and a sheet that explains each column.</summary>
    public static void Template(Stream stream, RollSheet roll, CodeTables codes, string bureau) =>
        WorkbookWriter.Write(stream, new(TitleOf(roll), bureau, [new(TitleOf(roll), [.. roll.Columns.Select(column => Column(column, codes))], [])]) { Notes = Notes(roll) });

    /// <summary>The rows that stand, with the template's heads, drop-downs and explanations.</summary>
    public static void Write(Stream stream, RollSheet roll, CodeTables codes, string bureau, IEnumerable<IReadOnlyList<object?>> rows) =>
        WorkbookWriter.Write(stream, new(TitleOf(roll), bureau, [new(TitleOf(roll), [.. roll.Columns.Select(column => Column(column, codes))], rows)]) { Notes = Notes(roll) });

    /// <summary>The rows of a file as they came, in their places, with one column more that says what is wrong and how to mend it.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="title">Name of the sheet.</param>
    /// <param name="rows">All rows of the sheet, those above the head included.</param>
    /// <param name="headRow">Number of the head row.</param>
    /// <param name="head">Head of the column more.</param>
    /// <param name="said">Number of a row to what is wrong with it.</param>
    public static void Errors(Stream stream, string title, IEnumerable<RowReading> rows, int headRow, string head, IReadOnlyDictionary<int, string> said)
    {
        List<RowReading> above = [];
        using var reading = rows.GetEnumerator();
        while (reading.MoveNext() && reading.Current.Number < headRow)
            above.Add(reading.Current);
        var width = reading.Current.Cells.Count;
        SheetColumn[] columns = [.. reading.Current.Cells.Select((cell, at) => new SheetColumn($"c{at}", CellText.Words(cell), 16)), new("problem", head, 60)];
        var heading = string.Join("　", above.Select(row => row.Cells.FirstOrDefault(cell => !cell.IsEmpty).Text));
        WorkbookWriter.Write(stream, new(title, "", [new(title, columns, Below(reading, width, said)) { Title = heading.Length == 0 ? null : heading }]));
    }

    private static IEnumerable<IReadOnlyList<object?>> Below(IEnumerator<RowReading> reading, int width, IReadOnlyDictionary<int, string> said)
    {
        while (reading.MoveNext())
        {
            var row = reading.Current;
            yield return [.. Enumerable.Range(1, width).Select(column => Kept(row[column].Value)), said.GetValueOrDefault(row.Number)];
        }
    }

    private static object? Kept(object? value) => value switch
    {
        DateTime { TimeOfDay.Ticks: 0 } day => DateOnly.FromDateTime(day),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        var other => other,
    };

    private static string TitleOf(RollSheet roll) => IsChinese ? roll.Title : roll.TitleEn;

    private static string ClearWord => RollReader.Cleared[IsChinese ? 0 : 1];

    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";

    private static List<SheetNote> Notes(RollSheet roll) =>
        [new(IsChinese ? "空格子" : "Empty cells", ClearNote(roll)), .. roll.Columns.Select(column => new SheetNote((IsChinese ? column.Head : column.En) + (column.Required ? " *" : ""), IsChinese ? column.Explain : column.ExplainEn))];

    private static string ClearNote(RollSheet roll)
    {
        var columns = string.Join(IsChinese ? "、" : ", ", roll.Columns.Where(column => column.Clear).Select(column => IsChinese ? column.Head : column.En));
        return IsChinese ? $"空格子不改数据。要删去原有内容，填“{ClearWord}”，可用于：{columns}。" : $"An empty cell changes nothing. To take away what stands, write {ClearWord}; it is for: {columns}.";
    }

    private static SheetColumn Column(RollColumn column, CodeTables codes) =>
        new(column.Key, (IsChinese ? column.Head : column.En) + (column.Required ? "*" : ""), Math.Max(10, column.Head.Length * 2.4), column.Type is CellType.Day or CellType.Month ? CellKind.Date : CellKind.Text)
        {
            Choices = column.Type switch
            {
                CellType.YesNo => ["是", "否"],
                CellType.Choice => [.. codes[column.Codes].Entries.Select(entry => entry.Name), .. column.Clear ? [ClearWord] : Array.Empty<string>()],
                _ => [],
            },
        };
}
