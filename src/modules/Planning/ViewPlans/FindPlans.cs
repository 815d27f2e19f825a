using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;

namespace Shuren.Planning.ViewPlans;

/// <summary>The plans that the actor may open, newest year first, with their counts.</summary>
internal sealed class FindPlans(PlanningDb planning, PlanScope scope, ReadDeadlines deadlines, ReadPlanStates read) : IHandler
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
            Targets = planning.Targets.Count(target => target.PlanId == plan.Id && target.DroppedAt == null && target.Status == PlanText.TargetStatus.Target
                && (target.TaskId == null || tasks.Any(task => task.Id == target.TaskId))),
        }).ToListAsync(ct);
        var states = await read.RunAsync([.. found.Select(plan => plan.Id)], ct);
        return [.. found.Select(plan => new Row(plan.Id, plan.Title, plan.Kind, plan.Bureau, plan.Year, plan.EndYear, plan.IsReviewed, states[plan.Id],
            plan.Tasks, plan.Done, plan.Late, plan.NoLead, plan.Targets))];
    }
}
