using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;

namespace Shuren.Planning.ViewPlans;

/// <summary>The plans that the actor may open, newest year first, with their counts.</summary>
internal sealed class FindPlans(PlanningDb planning, PlanScope scope, ReadDeadlines deadlines) : IHandler
{
    /// <summary>A line of the list.</summary>
    public sealed record Row(Guid Id, string Title, PlanKind Kind, string Bureau, int Year, int EndYear, bool IsReviewed, PlanState State, int Tasks, int Done, int Late, int NoLead, int Targets);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken ct)
    {
        var today = (await deadlines.RunAsync(ct)).Today;
        var tasks = scope.Tasks();
        var found = await scope.Plans().AsNoTracking().OrderByDescending(plan => plan.Year).ThenBy(plan => plan.Kind).ThenByDescending(plan => plan.ImportedAt).ThenBy(plan => plan.Id).Select(plan => new
        {
            plan.Id, plan.Title, plan.Kind, plan.Bureau, plan.Year, plan.EndYear, IsReviewed = plan.ReviewedAt != null,
            Tasks = tasks.Count(task => task.PlanId == plan.Id),
            Done = tasks.Count(task => task.PlanId == plan.Id && task.DoneOn != null),
            Late = tasks.Count(task => task.PlanId == plan.Id && task.DoneOn == null && task.DueOn < today),
            NoLead = tasks.Count(task => task.PlanId == plan.Id && task.LeadUnitId == null),
            Leads = planning.Tasks.Where(task => task.PlanId == plan.Id && task.DroppedAt == null && task.LeadUnitId != null).Select(task => task.LeadUnitId).Distinct().Count(),
            Targets = planning.Targets.Count(target => target.PlanId == plan.Id && target.DroppedAt == null && target.Status == PlanText.TargetStatus.Target
                && (target.TaskId == null || tasks.Any(task => task.Id == target.TaskId))),
        }).ToListAsync(ct);
        var ids = found.Select(plan => plan.Id).ToArray();
        var steps = (await planning.Steps.AsNoTracking().Where(step => ids.Contains(step.PlanId)).OrderBy(step => step.At).ThenBy(step => step.Id)
            .Select(step => new { step.PlanId, Step = new LifeStep(step.Kind, step.UnitId) }).ToListAsync(ct)).ToLookup(step => step.PlanId, step => step.Step);
        return [.. found.Select(plan => new Row(plan.Id, plan.Title, plan.Kind, plan.Bureau, plan.Year, plan.EndYear, plan.IsReviewed, PlanStates.Of([.. steps[plan.Id]], plan.Leads),
            plan.Tasks, plan.Done, plan.Late, plan.NoLead, plan.Targets))];
    }
}
