using Shuren.Contracts.Organization;
using Shuren.Documents;
using Shuren.Documents.Workbooks;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTasks;
using Shuren.Ui;

namespace Shuren.Planning.EditInExcel;

/// <summary>Understands one row after the other; collects what is wrong instead of stopping at it.</summary>
internal sealed class RowReader(HeaderMap head, FindTasks.View view, People people)
{
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '\n', '\r'];

    private readonly Dictionary<Guid, TaskLine> tasks = view.Tasks.ToDictionary(task => task.Id);

    // Both names lead to a unit; where two units share a short name, only the full name does.
    private readonly Dictionary<string, UnitCard> units = view.Units.All.SelectMany(unit => new[] { unit.Name, unit.ShortName }.Distinct().Select(name => (name, unit)))
        .GroupBy(found => found.name).Where(named => named.Count() == 1).ToDictionary(named => named.Key, named => named.Single().unit);

    public List<SheetProblem> Problems { get; } = [];

    /// <summary>What the row says its task shall be; null for a row without a task, which is a problem unless it is empty.</summary>
    public (TaskLine Task, SheetChange Change)? Read(RowReading row)
    {
        var id = head.Cell(row, TaskSheet.Id);
        if (id.IsEmpty && TaskSheet.Wanted.All(column => head.Cell(row, column.Key).IsEmpty))
            return null;
        if (!Guid.TryParse(CellText.Code(id).Value, out var key) || !tasks.TryGetValue(key, out var task))
        {
            Problem(id, ViewText.SheetUnknownTask);
            return null;
        }
        var lead = UnitOf(head.Cell(row, TaskSheet.Lead));
        var supports = SupportsOf(head.Cell(row, TaskSheet.Support));
        if (lead is { } unit && supports.Contains(unit))
            Problem(head.Cell(row, TaskSheet.Support), ViewText.SheetLeadSupports.Filled(view.Units.Of(unit)));
        var due = CellText.Day(head.Cell(row, TaskSheet.Due));
        Refused(head.Cell(row, TaskSheet.Due), due.Refusal);
        var isPublic = CellText.YesNo(head.Cell(row, TaskSheet.Public));
        Refused(head.Cell(row, TaskSheet.Public), isPublic.Refusal);
        return (task, new(key, task.Version, lead, supports, due.Value, PersonOf(head.Cell(row, TaskSheet.Accountable), lead), isPublic.Value ?? task.IsPublic));
    }

    /// <summary>Field by field, what would be another.</summary>
    public IEnumerable<SheetDifference> Differences(FindTasks.View plan, TaskLine task, SheetChange change)
    {
        (string Field, string Before, string After)[] fields =
        [
            (ViewText.Lead, plan.Units.Of(task.LeadUnitId), plan.Units.Of(change.Lead)),
            (ViewText.Support, string.Join(ViewText.ListComma, plan.Units.Of(task.Supports)), string.Join(ViewText.ListComma, plan.Units.Of(change.Supports))),
            (ViewText.Due, Day(task.DueOn), Day(change.Due)),
            (ViewText.Accountable, people.NameOf(task.AccountableId), people.NameOf(change.Accountable)),
            (ViewText.PublicWord, YesNo(task.IsPublic), YesNo(change.IsPublic)),
        ];
        return fields.Where(field => field.Before != field.After).Select(field => new SheetDifference(task.Number, task.Title, field.Field, Said(field.Before), Said(field.After)));
    }

    private Guid? UnitOf(CellReading cell)
    {
        var name = CellText.Words(cell);
        if (name.Length == 0)
            return null;
        if (units.TryGetValue(name, out var unit) && unit.Kind != UnitKind.Bureau)
            return unit.Id;
        Problem(cell, ViewText.SheetUnknownUnit.Filled(name));
        return null;
    }

    private List<Guid> SupportsOf(CellReading cell)
    {
        var found = new List<Guid>();
        foreach (var name in cell.Text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct())
        {
            if (units.TryGetValue(name, out var unit) && unit.Kind != UnitKind.Bureau)
                found.Add(unit.Id);
            else
                Problem(cell, ViewText.SheetUnknownUnit.Filled(name));
        }
        return [.. found.Distinct()];
    }

    private Guid? PersonOf(CellReading cell, Guid? lead)
    {
        var name = CellText.Words(cell);
        if (name.Length == 0)
            return null;
        var found = people.Named(name, lead);
        if (found.Count != 1)
            Problem(cell, (found.Count == 0 ? ViewText.SheetUnknownPerson : ViewText.SheetNamesakes).Filled(name));
        return found.Count == 1 ? found[0].Id : null;
    }

    private void Refused(CellReading cell, DocumentRefusal? refusal)
    {
        if (refusal is not null)
            Problem(cell, refusal.Message);
    }

    private void Problem(CellReading cell, string text) => Problems.Add(new(cell.Column == 0 ? ViewText.SheetRow.Filled(cell.Row) : cell.Name, text));

    private static string Day(DateOnly? day) => day is { } known ? Wording.FullDay(known) : "";

    private static string YesNo(bool value) => value ? ViewText.Yes : ViewText.No;

    private static string Said(string value) => value.Length == 0 ? ViewText.EmptyValue : value;
}
