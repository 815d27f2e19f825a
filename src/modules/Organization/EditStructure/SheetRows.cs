using Shuren.Documents.Workbooks;
using Shuren.Kernel;

namespace Shuren.Organization.EditStructure;

/// <summary>One sheet with its head found: reads cells and collects what is wrong, with the sheet's name before the cell's.</summary>
internal sealed class SheetRows(SheetReading sheet, HeaderMap head, StructureState state, List<SheetProblem> problems, List<StructureDifference> differences)
{
    public StructureState State => state;

    public string Sheet => sheet.Name;

    /// <summary>The rows that hold something in a wanted column.</summary>
    public IEnumerable<RowReading> Rows(IReadOnlyList<WantedColumn> wanted) => head.RowsOf(sheet).Where(row => wanted.Any(column => !head.Cell(row, column.Key).IsEmpty));

    public string Words(RowReading row, string column) => CellText.Words(head.Cell(row, column));

    public string Place(RowReading row) => $"{sheet.Name} {row.Number}";

    public bool Ticked(RowReading row, string column)
    {
        var answer = CellText.YesNo(head.Cell(row, column));
        if (answer.Refusal is { } refusal)
            Problem(row, column, refusal.Message);
        return answer.Value ?? false;
    }

    public DateOnly? Day(RowReading row, string column)
    {
        var answer = CellText.Day(head.Cell(row, column));
        if (answer.Refusal is { } refusal)
            Problem(row, column, refusal.Message);
        return answer.Value;
    }

    /// <summary>One of some words, such as a kind's name; a problem where it is none of them.</summary>
    public T? Choice<T>(RowReading row, string column, Func<T, string> words) where T : struct, Enum
    {
        var said = Words(row, column);
        foreach (var value in Enum.GetValues<T>())
        {
            if (words(value) == said)
                return value;
        }
        Problem(row, column, StructureText.SheetChoice.Filled(said, string.Join("、", Enum.GetValues<T>().Select(words))));
        return null;
    }

    public void Problem(RowReading row, string column, string text) => problems.Add(new($"{sheet.Name} {head.Cell(row, column).Name}", text));

    public void Differs(string subject, string field, string before, string after)
    {
        if (before != after)
            differences.Add(new(sheet.Name, subject, field, before == "" ? "—" : before, after == "" ? "—" : after));
    }
}
