using Shuren.Planning.Model;

namespace Shuren.Planning.GuidePlan;

/// <summary>A plan with all that its life depends on.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Steps">The steps of its life, oldest first.</param>
/// <param name="Tasks">Its tasks in reading order, without those that were dropped.</param>
internal sealed record PlanAtHand(WorkPlan Plan, IReadOnlyList<PlanStep> Steps, IReadOnlyList<WorkTask> Tasks)
{
    /// <summary>The units that lead its tasks.</summary>
    public IReadOnlyList<Guid> Leads { get; } = [.. Tasks.Select(task => task.LeadUnitId).OfType<Guid>().Distinct()];

    public PlanLife Life => field ??= PlanLife.Of(Steps, Leads);

    public PlanState State => Life.State;

    /// <summary>Tasks that cannot be sent out as they are: nobody leads them, or no day is set.</summary>
    public IReadOnlyList<WorkTask> Open { get; } = [.. Tasks.Where(task => task.LeadUnitId is null || task.DueOn is null)];

    /// <summary>Tasks that are not done.</summary>
    public IReadOnlyList<WorkTask> Remaining { get; } = [.. Tasks.Where(task => task.DoneOn is null)];

    /// <summary>The leads that have not countersigned.</summary>
    public IReadOnlyList<Guid> Unsigned => [.. Leads.Where(unit => !Life.Signed.Contains(unit))];
}
