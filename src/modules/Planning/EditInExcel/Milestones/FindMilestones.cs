using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTasks;
using Shuren.Platform;

namespace Shuren.Planning.EditInExcel.Milestones;

/// <summary>All dated steps of a plan with their tasks.</summary>
internal sealed class FindMilestones(PlanningDb planning, FindTasks tasks) : IHandler
{
    /// <summary>Tasks in order, each with its steps by day.</summary>
    public sealed record View(PlanHead Plan, IReadOnlyList<TaskLine> Tasks, ILookup<Guid, Milestone> Steps, UnitBook Units, Deadlines Deadlines);

    /// <returns>Null when there is no such plan for this actor.</returns>
    public async Task<View?> RunAsync(Guid plan, CancellationToken ct)
    {
        if (await tasks.RunAsync(plan, new TaskFilter(), ct) is not { } view)
            return null;
        var steps = await planning.Milestones.AsNoTracking().Where(step => planning.Tasks.Any(task => task.Id == step.TaskId && task.PlanId == plan && task.DroppedAt == null))
            .OrderBy(step => step.DueOn).ThenBy(step => step.Id).ToListAsync(ct);
        return new(view.Plan, view.Tasks, steps.ToLookup(step => step.TaskId), view.Units, view.Deadlines);
    }
}
