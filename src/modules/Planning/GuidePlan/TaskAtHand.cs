using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.GuidePlan;

/// <summary>A task with what acts on it depend on.</summary>
/// <param name="Task">The task, tracked: acts change it.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Life">How far the plan has come.</param>
/// <param name="Supports">The units that help.</param>
internal sealed record TaskAtHand(WorkTask Task, WorkPlan Plan, PlanLife Life, IReadOnlyList<Guid> Supports)
{
    /// <summary>The lead, then the units that help.</summary>
    public IReadOnlyList<Guid> Units { get; } = Task.LeadUnitId is { } lead ? [lead, .. Supports] : Supports;

    /// <summary>Whether the year of its plan is running: only then is anything reported or dispatched.</summary>
    public bool IsRunning => Life.State == PlanState.Published;
}

/// <summary>Reads a task for an act or its page.</summary>
internal sealed class FindTaskAtHand(PlanningDb planning, ReachOfBureau reach, Actor actor) : IHandler
{
    public async Task<TaskAtHand?> RunAsync(Guid id, CancellationToken ct)
    {
        var task = await planning.Tasks.FirstOrDefaultAsync(task => task.Id == id && task.DroppedAt == null, ct);
        if (task is null)
            return null;
        var plan = await planning.Plans.AsNoTracking().FirstAsync(plan => plan.Id == task.PlanId, ct);
        var steps = await planning.Steps.AsNoTracking().Where(step => step.PlanId == task.PlanId).ToListAsync(ct);
        var leads = await planning.Tasks.Where(other => other.PlanId == task.PlanId && other.DroppedAt == null && other.LeadUnitId != null).Select(other => other.LeadUnitId!.Value).Distinct().ToListAsync(ct);
        var supports = await planning.Supports.AsNoTracking().Where(support => support.TaskId == id).OrderBy(support => support.Id).Select(support => support.UnitId).ToListAsync(ct);
        return new(task, plan, PlanLife.Of(steps, leads), supports);
    }

    /// <summary>Whether the actor may open the pages of its acts: people of the bureau, and once the plan has been sent out those of the units that it names.</summary>
    public async Task<bool> SeesAsync(TaskAtHand found, CancellationToken ct) =>
        found.Life.State != PlanState.Draft && found.Units.Any(unit => actor.CanFor(PlanningRights.View, unit)) || await reach.RunAsync(PlanningRights.View, ct);
}
