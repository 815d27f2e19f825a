using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.EditReading;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;

namespace Shuren.Planning.AssignUnits;

/// <summary>What changes for one task; what is null stays.</summary>
/// <param name="Task">The task.</param>
/// <param name="Lead">The lead unit; <see cref="Guid.Empty"/> takes it away.</param>
/// <param name="Supports">All supporting units.</param>
/// <param name="Due">The last day; <see cref="DateOnly.MinValue"/> takes it away.</param>
/// <param name="Accountable">The name of who answers for it (责任人); an empty one takes it away.</param>
/// <param name="ChiefAnswers">True where who leads the lead unit shall answer; a unit without one chief is passed over.</param>
internal sealed record Assignment(Guid Task, Guid? Lead = null, IReadOnlyList<Guid>? Supports = null, DateOnly? Due = null, string? Accountable = null, bool ChiefAnswers = false)
{
    /// <summary>The lead that the task will have.</summary>
    public Guid? LeadOf(WorkTask task) => Lead is { } lead ? lead == Guid.Empty ? null : lead : task.LeadUnitId;
}

/// <summary>The rule of assigning: what a person gives is set, and no suggestion takes it back.</summary>
internal static class Assigning
{
    /// <returns><c>TaskUnknown</c>, <c>LeadUnknown</c>, <c>PersonUnknown</c>, <c>PersonNamesakes</c> or <c>DueForm</c>; null where all can be applied.</returns>
    public static Refusal? Refuse(OpenPlan plan, IReadOnlyList<Assignment> assignments, IReadOnlyList<UnitCard> units, People people)
    {
        var known = units.Select(unit => unit.Id).Append(Guid.Empty).ToHashSet();
        if (assignments.Any(assignment => plan.Task(assignment.Task) is null))
            return new Refusal("TaskUnknown");
        if (assignments.SelectMany(assignment => (assignment.Supports ?? []).Append(assignment.Lead ?? Guid.Empty)).Any(unit => !known.Contains(unit)))
            return new Refusal("LeadUnknown");
        foreach (var assignment in assignments.Where(assignment => assignment.Accountable is { Length: > 0 }))
        {
            if (people.Named(assignment.Accountable!, assignment.LeadOf(plan.Task(assignment.Task)!)) is { Count: not 1 } found) // both asked for above
                return new Refusal(found.Count == 0 ? "PersonUnknown" : "PersonNamesakes", "", assignment.Accountable!); // asked above
        }
        return assignments.Any(assignment => assignment.Due is { } due && due != DateOnly.MinValue && (due.Year < plan.Plan.Year - 1 || due.Year > plan.Plan.EndYear + 10))
            ? new Refusal("DueForm", "", plan.Plan.Year, plan.Plan.EndYear) : null;
    }

    /// <returns>Whether anything changed.</returns>
    public static bool Apply(OpenPlan plan, Assignment assignment, People people)
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
        var answers = AnswersFor(task, assignment, people);
        if (task.AccountableId != answers)
            (task.AccountableId, changed) = (answers, true);
        if (assignment.Supports is { } supports && !plan.SupportsOf(task).ToHashSet().SetEquals(supports))
        {
            plan.SetSupports(task, supports);
            changed = true;
        }
        return changed;
    }

    // The lead is set by now: of namesakes the one at the lead unit is meant.
    private static Guid? AnswersFor(WorkTask task, Assignment assignment, People people) => assignment switch
    {
        { ChiefAnswers: true } when people.ChiefOf(task.LeadUnitId) is { } chief => chief.Id,
        { Accountable: { Length: > 0 } name } => people.Named(name, task.LeadUnitId)[0].Id,
        { Accountable: "" } => null,
        _ => task.AccountableId,
    };
}
