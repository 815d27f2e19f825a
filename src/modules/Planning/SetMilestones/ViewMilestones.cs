using Microsoft.EntityFrameworkCore;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.SetMilestones;

/// <summary>The dated steps of a task, by day.</summary>
internal sealed class ViewMilestones(PlanningDb planning, FindTaskAtHand find) : IHandler
{
    /// <summary>What the page shows.</summary>
    public sealed record View(TaskAtHand AtHand, IReadOnlyList<Milestone> Milestones);

    public async Task<View?> RunAsync(Guid task, CancellationToken ct) =>
        await find.RunAsync(task, ct) is { } found && await find.SeesAsync(found, ct)
            ? new(found, await planning.Milestones.AsNoTracking().Where(milestone => milestone.TaskId == task).OrderBy(milestone => milestone.DueOn).ThenBy(milestone => milestone.Id).ToListAsync(ct))
            : null;
}
