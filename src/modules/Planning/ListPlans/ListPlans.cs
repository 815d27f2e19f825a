using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ListPlans;

/// <summary>A plan in the list that scripts read.</summary>
internal sealed record ListedPlan(
    Guid Plan, string Title, PlanKind Kind, string? District, int Year, int EndYear, PlanState State, bool Reviewed, DateTime ImportedAt, int Sections, int Tasks, int Targets);

/// <summary>All plans with state and counts, newest year first. What was dropped is not counted.</summary>
internal sealed class ListPlans(PlanningDb planning, ReadPlanStates read, Actor actor) : IHandler
{
    public async Task<Outcome<IReadOnlyList<ListedPlan>>> RunAsync(CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Edit))
            return new Refusal("NotYours");
        var plans = await planning.Plans.AsNoTracking().OrderByDescending(plan => plan.Year).ThenByDescending(plan => plan.ImportedAt).ThenBy(plan => plan.Id).Select(plan => new
        {
            Plan = plan,
            Sections = planning.Sections.Count(section => section.PlanId == plan.Id),
            Tasks = planning.Tasks.Count(task => task.PlanId == plan.Id && task.DroppedAt == null),
            Targets = planning.Targets.Count(target => target.PlanId == plan.Id && target.DroppedAt == null),
        }).ToListAsync(ct);
        var states = await read.RunAsync([.. plans.Select(row => row.Plan.Id)], ct);
        return plans.Select(row => new ListedPlan(
            row.Plan.Id, row.Plan.Title, row.Plan.Kind, row.Plan.District, row.Plan.Year, row.Plan.EndYear, states[row.Plan.Id], row.Plan.ReviewedAt is not null,
            row.Plan.ImportedAt, row.Sections, row.Tasks, row.Targets)).ToList();
    }
}
