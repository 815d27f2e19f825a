using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTasks;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel.Progress;

/// <summary>The open tasks of a running plan on which this actor may report, each with the unit for which it would speak.</summary>
internal sealed class FindProgress(FindTasks tasks, Actor actor) : IHandler
{
    /// <summary>A task and the unit that speaks.</summary>
    public sealed record Row(TaskLine Task, Guid Unit);

    /// <summary>What goes into the sheet.</summary>
    public sealed record View(PlanHead Plan, IReadOnlyList<Row> Rows, UnitBook Units, Deadlines Deadlines);

    /// <returns>Null when there is no such plan, or it is not running.</returns>
    public async Task<View?> RunAsync(Guid plan, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Report) || await tasks.RunAsync(plan, new TaskFilter(), ct) is not { Plan: { Kind: PlanKind.Own, State: PlanState.Published } } view)
            return null;
        var rows = view.Tasks.Where(task => !task.IsDone).Select(task => (task, unit: task.Units.Cast<Guid?>().FirstOrDefault(unit => actor.CanFor(PlanningRights.Report, unit!.Value))));
        return new(view.Plan, [.. rows.Where(row => row.unit is not null).Select(row => new Row(row.task, row.unit!.Value))], view.Units, view.Deadlines); // filtered before
    }
}
