using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel.Milestones;

/// <summary>Writes what a sheet of dated steps changes, all or nothing. In a published plan a moved step needs a reason and keeps what stood there.</summary>
internal sealed class ApplyMilestoneSheet(PlanningDb planning, FindPlanHead heads, Process process, Actor actor) : IHandler
{
    /// <returns>How many steps were changed, or <c>NotYours</c>, <c>SheetReason</c>, <c>EditedMeanwhile</c>.</returns>
    public async Task<Outcome<int>> RunAsync(Guid plan, IReadOnlyList<MilestoneChange> changes, string reason, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Edit) || await heads.RunAsync(plan, ct) is not { } head || head.State == PlanState.Closed)
            return new Refusal("NotYours");
        var (ids, of) = (changes.Select(change => change.Milestone).OfType<Guid>().ToArray(), changes.Select(change => change.Task).Distinct().ToArray());
        var tasks = await planning.Tasks.AsNoTracking().Where(task => task.PlanId == plan && task.DroppedAt == null && of.Contains(task.Id)).ToDictionaryAsync(task => task.Id, ct);
        var steps = await planning.Milestones.Where(step => ids.Contains(step.Id)).ToDictionaryAsync(step => step.Id, ct);
        if (changes.Any(change => !tasks.TryGetValue(change.Task, out var task) || change.DueOn > task.DueOn || change.Title.Length == 0 != change.DueOn is null
                || change.Milestone is { } id && !(steps.TryGetValue(id, out var step) && step.Version == change.Version && step.TaskId == change.Task)))
            return new Refusal("EditedMeanwhile");
        if (head.State == PlanState.Published && string.IsNullOrWhiteSpace(reason) && changes.Any(change => Before(change, steps) != After(change)))
            return new Refusal("SheetReason", "Reason");
        process.Begin("planning.edit-milestones-in-excel", PlanningRefs.Plan(plan), reason.Trim());
        foreach (var change in changes)
            Apply(change, steps, head, reason.Trim());
        return await planning.TrySaveAsync(changes.Count, ct);
    }

    private void Apply(MilestoneChange change, Dictionary<Guid, Milestone> steps, PlanHead plan, string reason)
    {
        if (plan.State == PlanState.Published && Before(change, steps) != After(change))
            planning.Amendments.Add(new() { PlanId = plan.Id, TaskId = change.Task, Field = "milestone", Before = Before(change, steps), After = After(change), Reason = reason, By = actor.Name, At = process.At });
        switch (change)
        {
            case { Milestone: { } id, DueOn: { } day }:
                (steps[id].DueOn, steps[id].Title, steps[id].DoneOn) = (day, change.Title, change.DoneOn);
                break;
            case { Milestone: { } gone }:
                planning.Milestones.Remove(steps[gone]);
                break;
            case { DueOn: { } day }:
                planning.Milestones.Add(new() { TaskId = change.Task, DueOn = day, Title = change.Title, DoneOn = change.DoneOn });
                break;
        }
    }

    private static string Before(MilestoneChange change, Dictionary<Guid, Milestone> steps) => change.Milestone is { } id ? $"{SheetWords.Day(steps[id].DueOn)} {steps[id].Title}" : "";

    private static string After(MilestoneChange change) => change.DueOn is { } day ? $"{SheetWords.Day(day)} {change.Title}" : "";
}
