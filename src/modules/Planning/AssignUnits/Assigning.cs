using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.EditReading;

namespace Shuren.Planning.AssignUnits;

/// <summary>What changes for one task; what is null stays.</summary>
/// <param name="Task">The task.</param>
/// <param name="Lead">The lead unit; <see cref="Guid.Empty"/> takes it away.</param>
/// <param name="Supports">All supporting units.</param>
/// <param name="Due">The last day; <see cref="DateOnly.MinValue"/> takes it away.</param>
internal sealed record Assignment(Guid Task, Guid? Lead = null, IReadOnlyList<Guid>? Supports = null, DateOnly? Due = null);

/// <summary>The rule of assigning: what a person gives is set, and no suggestion takes it back.</summary>
internal static class Assigning
{
    /// <returns><c>TaskUnknown</c>, <c>LeadUnknown</c> or <c>DueForm</c>; null where all can be applied.</returns>
    public static Refusal? Refuse(OpenPlan plan, IReadOnlyList<Assignment> assignments, IReadOnlyList<UnitCard> units)
    {
        var known = units.Select(unit => unit.Id).Append(Guid.Empty).ToHashSet();
        if (assignments.Any(assignment => plan.Task(assignment.Task) is null))
            return new Refusal("TaskUnknown");
        if (assignments.SelectMany(assignment => (assignment.Supports ?? []).Append(assignment.Lead ?? Guid.Empty)).Any(unit => !known.Contains(unit)))
            return new Refusal("LeadUnknown");
        return assignments.Any(assignment => assignment.Due is { } due && due != DateOnly.MinValue && (due.Year < plan.Plan.Year - 1 || due.Year > plan.Plan.EndYear + 10))
            ? new Refusal("DueForm", "", plan.Plan.Year, plan.Plan.EndYear) : null;
    }

    /// <returns>Whether anything changed.</returns>
    public static bool Apply(OpenPlan plan, Assignment assignment)
    {
        var task = plan.Task(assignment.Task)!; // asked for by Refuse
        var changed = false;
        if (assignment.Lead is { } lead && (task.LeadUnitId ?? Guid.Empty, task.LeadIsSet) != (lead, true))
        {
            task.LeadReason = task.LeadUnitId == lead ? task.LeadReason : "";
            (task.LeadUnitId, task.LeadIsSet, changed) = (lead == Guid.Empty ? null : lead, true, true);
            plan.SetSupports(task, plan.SupportsOf(task));
        }
        if (assignment.Due is { } due && (task.DueOn ?? DateOnly.MinValue, task.DueIsSet) != (due, true))
        {
            task.DueReason = task.DueOn == due ? task.DueReason : "";
            (task.DueOn, task.DueIsSet, changed) = (due == DateOnly.MinValue ? null : due, true, true);
        }
        if (assignment.Supports is { } supports && !plan.SupportsOf(task).ToHashSet().SetEquals(supports))
        {
            plan.SetSupports(task, supports);
            changed = true;
        }
        return changed;
    }
}
