using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel.Targets;

/// <summary>Writes what a sheet of targets changes, all or nothing. In a published plan a changed goal needs a reason and keeps what stood there.</summary>
internal sealed class ApplyTargetSheet(PlanningDb planning, FindPlanHead heads, Process process, Actor actor, TimeProvider time) : IHandler
{
    /// <returns>How many targets were changed, or <c>NotYours</c>, <c>SheetReason</c>, <c>EditedMeanwhile</c>.</returns>
    public async Task<Outcome<int>> RunAsync(Guid plan, IReadOnlyList<TargetChange> changes, string reason, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Edit) || await heads.RunAsync(plan, ct) is not { } head || head.State == PlanState.Closed)
            return new Refusal("NotYours");
        var ids = changes.Select(change => change.Target).ToArray();
        var targets = await planning.Targets.Where(target => target.PlanId == plan && target.DroppedAt == null && ids.Contains(target.Id)).ToDictionaryAsync(target => target.Id, ct);
        if (changes.Any(change => !targets.TryGetValue(change.Target, out var target) || target.Version != change.Version || change.Reported?.On > time.Today()))
            return new Refusal("EditedMeanwhile");
        if (head.State == PlanState.Published && string.IsNullOrWhiteSpace(reason) && changes.Any(change => IsAnother(targets[change.Target], change)))
            return new Refusal("SheetReason", "Reason");
        process.Begin("planning.edit-targets-in-excel", PlanningRefs.Plan(plan), reason.Trim());
        foreach (var change in changes)
            Apply(targets[change.Target], change, head, reason.Trim());
        return await planning.TrySaveAsync(changes.Count, ct);
    }

    private static bool IsAnother(Target target, TargetChange change) =>
        (target.Indicator, target.Value, target.UpperValue, target.Unit) != (change.Indicator, change.Value, change.UpperValue, change.Unit);

    private void Apply(Target target, TargetChange change, PlanHead plan, string reason)
    {
        // A number outside of tasks has no task whose changes would show it: the audit keeps what stood there.
        if (plan.State == PlanState.Published && IsAnother(target, change) && target.TaskId is { } task)
            planning.Amendments.Add(new() { PlanId = plan.Id, TaskId = task, Field = "target", Before = Words(target), After = Words(change), Reason = reason, By = actor.Name, At = process.At });
        (target.Indicator, target.Value, target.UpperValue, target.Unit, target.Baseline) = (change.Indicator, change.Value, change.UpperValue, change.Unit, change.Baseline);
        if (change.Reported is { } value)
            planning.TargetValues.Add(new() { TargetId = target.Id, On = value.On, Value = value.Value, Note = value.Note, ReportedBy = actor.Name, At = process.At });
    }

    private static string Words(Target target) => Words(target.Indicator, target.Value, target.UpperValue, target.Unit);

    private static string Words(TargetChange change) => Words(change.Indicator, change.Value, change.UpperValue, change.Unit);

    private static string Words(string indicator, double? value, double? upper, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{indicator} {value}{(upper is null ? "" : "～")}{upper}{unit}");
}
