using Shuren.Documents;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;

namespace Shuren.Planning.EditInExcel;

/// <summary>Collects what is wrong in a sheet instead of stopping at it, and reads cells with that.</summary>
internal sealed class SheetProblems
{
    private readonly List<SheetProblem> all = [];

    public IReadOnlyList<SheetProblem> All => all;

    public void Add(CellReading cell, string text) => all.Add(new(cell.Column == 0 ? ViewText.SheetRow.Filled(cell.Row) : cell.Name, text));

    public void Add(RowReading row, string text) => all.Add(new(ViewText.SheetRow.Filled(row.Number), text));

    public DateOnly? Day(CellReading cell) => Said(cell, CellText.Day(cell));

    public bool? YesNo(CellReading cell) => Said(cell, CellText.YesNo(cell));

    public double? Number(CellReading cell) => (double?)Said(cell, CellText.Number(cell));

    private T? Said<T>(CellReading cell, CellAnswer<T> answer) where T : struct
    {
        if (answer.Refusal is { } refusal)
            Add(cell, refusal.Message);
        return answer.Value;
    }
}
