using System.Globalization;
using Shuren.Documents.Workbooks;

namespace Shuren.Platform.Exchange;

/// <summary>From the cells of a file to typed rows; what a cell cannot mean is said at the row.</summary>
public sealed class RollReader(RollSheet roll, CodeTables codes, HeadMatch match)
{
    /// <summary>What a cell says that takes away what stands: an empty cell says nothing (decision 0175).</summary>
    public static IReadOnlyList<string> Cleared { get; } = ["清空", "(clear)"];

    private const int MostShown = 30;

    private readonly (RollColumn Column, int At, CodeTable? Codes)[] columns = [.. roll.Columns.Zip(match.Columns, (column, at) => (column, at, column.Type == CellType.Choice ? codes[column.Codes] : null))];
    private readonly Dictionary<string, int>?[] seen = [.. roll.Columns.Select(column => column.Unique ? new Dictionary<string, int>(StringComparer.Ordinal) : null)];
    private readonly (string Said, object? Value)[] latest = new (string, object?)[roll.Columns.Count];

    /// <summary>The typed row; null for one that says nothing in any column of the roll, such as a note below the table.</summary>
    public RollRow? Read(RowReading row)
    {
        var values = new object?[columns.Length];
        var typed = new RollRow(roll, row.Number, values);
        var filled = 0;
        for (var at = 0; at < columns.Length; at++)
        {
            var (column, place, table) = columns[at];
            if (place == 0 || row[place] is not { IsEmpty: false } cell)
                continue;
            filled++;
            values[at] = Value(typed, at, column, table, cell);
        }
        // A sum or a signature below the table has one or two cells and no name.
        return filled == 0 || (filled < 3 && columns.Any(one => one.Column.Required && one.At > 0 && row[one.At].IsEmpty) && roll.Columns.Count > 3) ? null : Checked(typed, values);
    }

    private RollRow Checked(RollRow row, object?[] values)
    {
        for (var at = 0; at < columns.Length; at++)
        {
            var column = columns[at].Column;
            if (column.Required && values[at] is null && row.Problems.All(problem => problem.Column != column.Key))
                row.Refuse(column.Key, "CellEmpty", column.Head);
            if (seen[at] is { } numbers && values[at] is string value && !numbers.TryAdd(value, row.Number))
                row.Refuse(column.Key, "CellRepeated", value, numbers[value].ToString(CultureInfo.InvariantCulture));
        }
        return row;
    }

    private object? Value(RollRow row, int at, RollColumn column, CodeTable? table, CellReading cell)
    {
        if (cell.Value is string text && text.Contains('\uFFFD', StringComparison.Ordinal))
            return Refused(row, column, "CellUnreadable", cell);
        if (cell.Value is string { Length: < 16 } && Cleared.Contains(CellText.Words(cell), StringComparer.OrdinalIgnoreCase))
            return Emptied(row, at, column, cell);
        return column.Type switch
        {
            CellType.Text => Words(row, column, Unguarded(CellText.Words(cell)), cell),
            CellType.Code => Code(row, column, cell),
            CellType.Choice => Choice(row, at, column, table!, cell),
            CellType.Whole => CellText.Whole(cell) is var whole && whole.Refusal is null ? whole.Value : Refused(row, column, CodeOf(whole.Refusal!), cell),
            CellType.Number => CellText.Number(cell) is var number && number.Refusal is null ? number.Value : Refused(row, column, CodeOf(number.Refusal!), cell),
            CellType.YesNo => CellText.YesNo(cell) is var yes && yes.Refusal is null ? yes.Value : Refused(row, column, CodeOf(yes.Refusal!), cell),
            _ => Day(row, column, cell),
        };
    }

    private static object? Emptied(RollRow row, int at, RollColumn column, CellReading cell)
    {
        if (!column.Clear)
            return Refused(row, column, "CellNotToClear", cell, column.Head);
        row.Clear(at);
        return null;
    }

    private static string? Words(RollRow row, RollColumn column, string words, CellReading cell)
    {
        if (words.Length <= column.Most)
            return words.Length == 0 ? null : words;
        Refused(row, column, "CellTooLong", cell, column.Most.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    /// <summary>The apostrophe that the export puts before what a spreadsheet would take for a formula.</summary>
    private static string Unguarded(string words) => words is ['\'', '=' or '+' or '-' or '@', ..] ? words[1..] : words;

    private static string? Code(RollRow row, RollColumn column, CellReading cell)
    {
        var (code, refusal) = CellText.Code(cell);
        if (refusal is null)
            return Words(row, column, code, cell);
        Refused(row, column, CodeOf(refusal), cell);
        return null;
    }

    /// <summary>Rolls are sorted: the same word often comes again in the next row.</summary>
    private object? Choice(RollRow row, int at, RollColumn column, CodeTable table, CellReading cell)
    {
        var said = cell.Text;
        if (latest[at].Said == said)
            return latest[at].Value;
        var code = CellText.Code(cell).Value;
        var entry = table.Find(CellText.Words(cell)) ?? table.Find(code) ?? OfCodeAndName(table, code);
        if (entry is null)
            return Refused(row, column, "CellNotAChoice", cell, string.Join("、", table.Entries.Take(8).Select(one => one.Name)) + (table.Entries.Count > 8 ? "……" : ""));
        latest[at] = (said, entry.Value);
        return entry.Value;
    }

    /// <summary>Drop-downs of other systems say <c>1-男</c> or <c>01汉族</c>.</summary>
    private static CodeEntry? OfCodeAndName(CodeTable table, string said)
    {
        var digits = said.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 4 && table.Find(said[..digits]) is { } entry && table.Find(said[digits..].TrimStart('-', '_', '.', '、', ':')) == entry ? entry : null;
    }

    private static object? Day(RollRow row, RollColumn column, CellReading cell)
    {
        var day = CellText.Day(cell);
        if (day.Refusal is null)
            return day.Value;
        return column.Type == CellType.Month && CellText.Month(cell) is { } month ? month : Refused(row, column, CodeOf(day.Refusal), cell);
    }

    private static object? Refused(RollRow row, RollColumn column, string code, CellReading cell, params string[] more)
    {
        var words = CellText.Words(cell);
        row.Refuse(column.Key, code, [words.Length > MostShown ? words[..MostShown] + "…" : words, .. more]);
        return null;
    }

    /// <summary>The words of the engine's refusals have keys of their own here: cell.not-a-date is CellNotADate.</summary>
    private static string CodeOf(Documents.DocumentRefusal refusal) =>
        string.Concat(refusal.Code.Split('.', '-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
