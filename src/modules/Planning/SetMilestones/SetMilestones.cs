using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.SetMilestones;

/// <summary>One dated step as it shall stand.</summary>
/// <param name="Id">The milestone that it is; null for a new one.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Title">What shall be there by then; an empty title and no date remove it.</param>
/// <param name="Done">Whether it is reached.</param>
internal sealed record MilestoneLine(Guid? Id, DateOnly? DueOn, string Title, bool Done);

/// <summary>
/// Sets the dated steps of a task. The lead adds and ticks them off; what stood there when the plan was published only the office
/// moves, or a late step could be made to look on time.
/// </summary>
internal sealed class SetMilestones(PlanningDb planning, FindTaskAtHand find, ReachOfBureau reach, Actor actor, Process process, TimeProvider time) : IHandler
{
    /// <param name="task">The task.</param>
    /// <param name="lines">All steps as they shall stand; one that is missing here is removed.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid task, IReadOnlyList<MilestoneLine> lines, CancellationToken ct)
    {
        if (await find.RunAsync(task, ct) is not { } found)
            return new Refusal("TaskUnknown");
        var mayMove = await reach.RunAsync(PlanningRights.Edit, ct);
        if (!mayMove && !(found.Task.LeadUnitId is { } lead && actor.CanFor(PlanningRights.Confirm, lead)))
            return new Refusal("NotYours");
        if (found.Life.State == PlanState.Closed)
            return new Refusal("PlanClosed");
        var wanted = lines.Where(line => line.DueOn is not null || line.Title.Trim().Length > 0).ToList();
        if (Refused(found, wanted) is { Count: > 0 } refusals)
            return refusals;
        var kept = await planning.Milestones.Where(milestone => milestone.TaskId == task).ToListAsync(ct);
        if (found.Life.IsPublished && !mayMove && kept.Any(old => !wanted.Any(line => line.Id == old.Id && line.DueOn == old.DueOn && line.Title.Trim() == old.Title)))
            return new Refusal("MilestoneFixed");
        process.Begin("planning.set-milestones", PlanningRefs.Task(task));
        Write(task, wanted, kept);
        return await planning.TrySaveAsync(new Done(), ct);
    }

    private static List<Refusal> Refused(TaskAtHand found, List<MilestoneLine> wanted) =>
    [
        .. wanted.Where(line => line.DueOn is null || line.Title.Trim().Length == 0).Select(line => new Refusal("MilestoneIncomplete", "", line.Title.Trim())),
        .. wanted.Where(line => line.DueOn > found.Task.DueOn).Select(line => new Refusal("MilestoneAfterDue", "", line.Title.Trim(), found.Task.DueOn!.Value)),
    ];

    private void Write(Guid task, List<MilestoneLine> wanted, List<Milestone> kept)
    {
        var today = time.Today();
        planning.Milestones.RemoveRange(kept.Where(old => wanted.All(line => line.Id != old.Id)));
        foreach (var line in wanted)
        {
            if (kept.Find(old => old.Id == line.Id) is { } old)
                (old.DueOn, old.Title, old.DoneOn) = (line.DueOn!.Value, line.Title.Trim(), line.Done ? old.DoneOn ?? today : null);
            else
                planning.Milestones.Add(new() { TaskId = task, DueOn = line.DueOn!.Value, Title = line.Title.Trim(), DoneOn = line.Done ? today : null });
        }
    }
}
