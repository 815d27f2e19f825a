using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.PublicPlan;

/// <summary>The plans of this bureau that citizens may see, newest first.</summary>
internal sealed class FindPublicPlans(PlanningDb planning) : IHandler
{
    /// <summary>A published plan with how many of its public tasks are done.</summary>
    public sealed record Row(Guid Id, string Title, int Year, int EndYear, int Items, int Done);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken ct, bool all = false) => await PublishedPlans.In(planning)
        .OrderByDescending(plan => plan.Year).ThenByDescending(plan => plan.ImportedAt).ThenBy(plan => plan.Id)
        .Select(plan => new Row(plan.Id, plan.Title, plan.Year, plan.EndYear,
            planning.Tasks.Count(task => task.PlanId == plan.Id && (all || task.IsPublic) && task.DroppedAt == null),
            planning.Tasks.Count(task => task.PlanId == plan.Id && (all || task.IsPublic) && task.DroppedAt == null && task.DoneOn != null)))
        .ToListAsync(ct);
}

/// <summary>What "published" means to citizens: this bureau's own plan, gone through, and with its step of publication.</summary>
internal static class PublishedPlans
{
    public static IQueryable<WorkPlan> In(PlanningDb planning) => planning.Plans.AsNoTracking().Where(plan =>
        plan.Kind == PlanKind.Own && plan.ReviewedAt != null && planning.Steps.Any(step => step.PlanId == plan.Id && step.Kind == PlanStepKind.Publication));
}
