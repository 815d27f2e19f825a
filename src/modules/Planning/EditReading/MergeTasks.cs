using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.EditReading;

/// <summary>
/// Makes one task of two neighbours. The first keeps its title; words, numbers, dated steps and supporting units of both are kept; what a person has
/// set in either stands before what was suggested.
/// </summary>
internal sealed class MergeTasks(OpenReading reading) : IHandler
{
    /// <param name="plan">The plan.</param>
    /// <param name="taskId">One of the two.</param>
    /// <param name="withNext">True for the task and the one behind it, false for the one before it.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The task that is left.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid plan, Guid taskId, bool withNext, CancellationToken ct)
    {
        var open = await reading.RunAsync(plan, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        if (open.Value.Task(taskId) is not { DroppedAt: null } task)
            return new Refusal("TaskUnknown");
        if (open.Value.Neighbour(task, withNext) is not { } neighbour)
            return new Refusal(withNext ? "NoTaskBehind" : "NoTaskBefore");
        var (first, second) = withNext ? (task, neighbour) : (neighbour, task);
        Join(open.Value, first, second);
        var saved = await reading.SaveAsync(open.Value, "planning.merge-tasks", new Ref("planning", "task", first.Id), ct);
        return saved.Succeeded ? first.Id : saved.Refusals.ToList();
    }

    private static void Join(OpenPlan plan, WorkTask first, WorkTask second)
    {
        first.Text += second.Text;
        foreach (var target in plan.TargetsOf(second).ToList())
            target.TaskId = first.Id;
        foreach (var step in plan.MilestonesOf(second).ToList())
            step.TaskId = first.Id;
        TakeLead(first, second);
        if (!first.DueIsSet && (second.DueIsSet || first.DueOn is null))
            (first.DueOn, first.DueWords, first.DueReason, first.DueIsSet) = (second.DueOn, second.DueWords, second.DueReason, second.DueIsSet);
        plan.SetSupports(first, [.. plan.SupportsOf(first), .. plan.SupportsOf(second), .. second.LeadUnitId is { } helper ? [helper] : Array.Empty<Guid>()]);
        first.SourceStart = Least(first.SourceStart, second.SourceStart);
        first.SourceEnd = second.SourceEnd is { } end && first.SourceEnd is { } own ? Math.Max(end, own) : first.SourceEnd ?? second.SourceEnd;
        first.AcceptedAt = null;
        plan.Remove(second);
    }

    private static void TakeLead(WorkTask first, WorkTask second)
    {
        if (!first.LeadIsSet && (second.LeadIsSet || first.LeadUnitId is null))
            (first.LeadUnitId, first.LeadReason, first.LeadIsSet, first.AccountableId) = (second.LeadUnitId, second.LeadReason, second.LeadIsSet, first.AccountableId ?? second.AccountableId);
    }

    private static int? Least(int? one, int? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;
}
