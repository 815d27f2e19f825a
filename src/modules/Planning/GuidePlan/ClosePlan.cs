using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Planning.GuidePlan;

/// <summary>What becomes of a task that is still open when its plan is closed.</summary>
/// <param name="Ending">Carried over to the next year, or cancelled.</param>
/// <param name="Reason">Why.</param>
internal sealed record EndingOfTask(TaskEnding Ending, string Reason);

/// <summary>Closes a plan. Every task that is not done needs its ending with a reason, which stands with the task's amendments.</summary>
internal sealed class ClosePlan(PlanningDb planning, FindPlanAtHand find, ReachOfBureau reach, WritePlanStep write, Process process) : IHandler
{
    /// <param name="plan">The plan.</param>
    /// <param name="endings">For each open task what becomes of it.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid plan, IReadOnlyDictionary<Guid, EndingOfTask> endings, CancellationToken ct)
    {
        if (await find.RunAsync(plan, ct) is not { } found)
            return new Refusal("PlanUnknown");
        if (!await reach.RunAsync(PlanningRights.Edit, ct))
            return new Refusal("NotYours");
        if (found.State == PlanState.Closed)
            return new Done();
        if (found.State != PlanState.Published)
            return new Refusal("PlanNotPublished");
        var silent = found.Remaining.Where(task => !endings.TryGetValue(task.Id, out var ending) || string.IsNullOrWhiteSpace(ending.Reason)).ToList();
        if (silent.Count > 0)
            return new List<Refusal>([.. silent.Select(task => new Refusal("EndingMissing", $"reason-{task.Id:N}", task.Number, task.Title))]);
        planning.Amendments.AddRange(found.Remaining.Select(task => AmendmentFor(task, endings[task.Id])));
        return await write.RunAsync("planning.close-plan", write.Now(plan, PlanStepKind.Closure), ct);
    }

    private Amendment AmendmentFor(WorkTask task, EndingOfTask ending) => new()
    {
        PlanId = task.PlanId, TaskId = task.Id, Field = "ending", Before = $"{task.Percent}%", After = ending.Ending.ToString(), Reason = ending.Reason.Trim(),
        By = process.Actor.Name, At = process.At,
    };
}
