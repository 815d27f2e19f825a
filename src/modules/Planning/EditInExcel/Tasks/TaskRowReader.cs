using Shuren.Contracts.Organization;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTasks;

namespace Shuren.Planning.EditInExcel.Tasks;

/// <summary>Understands one row after the other; collects what is wrong instead of stopping at it.</summary>
internal sealed class TaskRowReader(SheetRows head, FindTasks.View view, People people, SheetProblems problems)
{
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '\n', '\r'];

    private readonly Dictionary<Guid, TaskLine> tasks = view.Tasks.ToDictionary(task => task.Id);

    // Both names lead to a unit; where two units share a short name, only the full name does.
    private readonly Dictionary<string, UnitCard> units = view.Units.All.SelectMany(unit => new[] { unit.Name, unit.ShortName }.Distinct().Select(name => (name, unit)))
        .GroupBy(found => found.name).Where(named => named.Count() == 1).ToDictionary(named => named.Key, named => named.Single().unit);

    /// <summary>What the row says its task shall be; null for a row without a task, which is a problem.</summary>
    public (TaskLine Task, TaskChange Change)? Read(RowReading row)
    {
        var id = head.Cell(row, TaskSheet.Id);
        if (!Guid.TryParse(CellText.Code(id).Value, out var key) || !tasks.TryGetValue(key, out var task))
        {
            problems.Add(id, ViewText.SheetUnknownTask);
            return null;
        }
        var lead = UnitOf(head.Cell(row, TaskSheet.Lead));
        var supports = SupportsOf(head.Cell(row, TaskSheet.Support));
        if (lead is { } unit && supports.Contains(unit))
            problems.Add(head.Cell(row, TaskSheet.Support), ViewText.SheetLeadSupports.Filled(view.Units.Of(unit)));
        return (task, new(key, task.Version, lead, supports, problems.Day(head.Cell(row, TaskSheet.Due)), PersonOf(head.Cell(row, TaskSheet.Accountable), lead), problems.YesNo(head.Cell(row, TaskSheet.Public)) ?? task.IsPublic));
    }

    /// <summary>Field by field, what would be another.</summary>
    public IReadOnlyList<SheetDifference> Differences(TaskLine task, TaskChange change) => SheetWords.Differences(task.Number, task.Title,
        (ViewText.Lead, view.Units.Of(task.LeadUnitId), view.Units.Of(change.Lead)),
        (ViewText.Support, string.Join(ViewText.ListComma, view.Units.Of(task.Supports)), string.Join(ViewText.ListComma, view.Units.Of(change.Supports))),
        (ViewText.Due, SheetWords.Day(task.DueOn), SheetWords.Day(change.Due)),
        (ViewText.Accountable, people.NameOf(task.AccountableId), people.NameOf(change.Accountable)),
        (ViewText.PublicWord, SheetWords.YesNo(task.IsPublic), SheetWords.YesNo(change.IsPublic))).Setting(ViewText.Due, change.Due);

    private Guid? UnitOf(CellReading cell)
    {
        var name = CellText.Words(cell);
        if (name.Length == 0)
            return null;
        if (units.TryGetValue(name, out var unit) && unit.Kind != UnitKind.Bureau)
            return unit.Id;
        problems.Add(cell, ViewText.SheetUnknownUnit.Filled(name));
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
                problems.Add(cell, ViewText.SheetUnknownUnit.Filled(name));
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
            problems.Add(cell, (found.Count == 0 ? ViewText.SheetUnknownPerson : ViewText.SheetNamesakes).Filled(name));
        return found.Count == 1 ? found[0].Id : null;
    }
}
