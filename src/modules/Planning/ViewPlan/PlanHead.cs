using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.ViewPlan;

/// <summary>What stands on top of every page of a plan.</summary>
internal sealed record PlanHead(Guid Id, string Title, PlanKind Kind, string Bureau, string? District, int Year, int EndYear, string Framework, bool IsReviewed, PlanState State)
{
    public bool IsOfSeveralYears => EndYear > Year;

    /// <summary>The part of the plan's years that has passed on a day, 0 to 1.</summary>
    public double ElapsedOn(DateOnly day)
    {
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(EndYear, 12, 31));
        return Math.Clamp((day.DayNumber - first.DayNumber + 1.0) / (last.DayNumber - first.DayNumber + 1.0), 0, 1);
    }
}

/// <summary>One plan, if the actor may see it.</summary>
internal sealed class FindPlanHead(PlanningDb planning, PlanScope scope) : IHandler
{
    public async Task<PlanHead?> RunAsync(Guid plan, CancellationToken ct)
    {
        var found = await scope.Plans().AsNoTracking().Where(row => row.Id == plan).Select(row => new
        {
            Plan = row,
            Steps = planning.Steps.Where(step => step.PlanId == row.Id).OrderBy(step => step.At).ThenBy(step => step.Id).Select(step => new LifeStep(step.Kind, step.UnitId)).ToList(),
            Leads = planning.Tasks.Where(task => task.PlanId == row.Id && task.DroppedAt == null && task.LeadUnitId != null).Select(task => task.LeadUnitId!.Value).Distinct().Count(),
        }).FirstOrDefaultAsync(ct);
        return found is null ? null : new(found.Plan.Id, found.Plan.Title, found.Plan.Kind, found.Plan.Bureau, found.Plan.District, found.Plan.Year, found.Plan.EndYear,
            found.Plan.Framework, found.Plan.ReviewedAt is not null, PlanStates.Of(found.Steps, found.Leads));
    }
}

/// <summary>A step as far as the state follows from it.</summary>
internal sealed record LifeStep(PlanStepKind Kind, Guid? UnitId);

/// <summary>The state that follows from the steps of a plan's life.</summary>
internal static class PlanStates
{
    /// <param name="steps">Oldest first.</param>
    /// <param name="leads">How many units lead tasks of the plan: so many countersign.</param>
    public static PlanState Of(IReadOnlyList<LifeStep> steps, int leads)
    {
        var last = steps.LastOrDefault(step => step.Kind != PlanStepKind.Countersignature);
        return last?.Kind switch
        {
            null or PlanStepKind.Return => PlanState.Draft,
            PlanStepKind.Circulation => SignedSince(steps) >= leads ? PlanState.Countersigned : PlanState.Countersigning,
            PlanStepKind.Approval => PlanState.Approved,
            PlanStepKind.Publication => PlanState.Published,
            PlanStepKind.Closure => PlanState.Closed,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static int SignedSince(IReadOnlyList<LifeStep> steps)
    {
        var sent = steps.Select((step, index) => (step, index)).Last(found => found.step.Kind == PlanStepKind.Circulation).index;
        return steps.Skip(sent).Where(step => step is { Kind: PlanStepKind.Countersignature, UnitId: not null }).Select(step => step.UnitId).Distinct().Count();
    }
}
