using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Todos;

namespace Shuren.Planning.WaitForPeople;

/// <summary>What a plan's life, an unfinished import and wishes for change give people to do: four queries.</summary>
internal sealed class FindPlanTodos(PlanningDb planning) : IHandler
{
    public async Task<IReadOnlyList<Todo>> RunAsync(Own own, CancellationToken ct)
    {
        var plans = await planning.Plans.AsNoTracking().Where(plan => plan.Kind == PlanKind.Own || plan.ReviewedAt == null)
            .Where(plan => !planning.Steps.Any(step => step.PlanId == plan.Id && step.Kind == PlanStepKind.Publication)).ToListAsync(ct);
        var todos = new List<Todo>();
        if (plans.Count > 0)
        {
            var ids = plans.Select(plan => plan.Id).ToArray();
            var steps = (await planning.Steps.AsNoTracking().Where(step => ids.Contains(step.PlanId)).ToListAsync(ct)).ToLookup(step => step.PlanId);
            var leads = (await planning.Tasks.AsNoTracking().Where(task => ids.Contains(task.PlanId) && task.DroppedAt == null && task.LeadUnitId != null)
                .GroupBy(task => new { task.PlanId, Unit = task.LeadUnitId!.Value }).Select(group => new { group.Key.PlanId, group.Key.Unit, Count = group.Count() }).ToListAsync(ct)).ToLookup(lead => lead.PlanId);
            todos.AddRange(plans.SelectMany(plan => OfPlan(plan, PlanLife.Of(steps[plan.Id], [.. leads[plan.Id].Select(lead => lead.Unit)]),
                leads[plan.Id].Where(lead => own.Leading.Contains(lead.Unit)).ToDictionary(lead => lead.Unit, lead => lead.Count), own)));
        }
        if (own.RunsPlans)
            todos.AddRange(await WishesAsync(ct));
        return todos;
    }

    private static IEnumerable<Todo> OfPlan(WorkPlan plan, PlanLife life, Dictionary<Guid, int> tasksLed, Own own)
    {
        var page = PlanningLinks.PlanTab(plan.Id, "life");
        if (plan.ReviewedAt is null)
        {
            if (own.RunsPlans)
                yield return Of(RunText.TodoReview, RunText.TodoReviewWhy, RunText.TodoReviewAct, PlanningLinks.Wizard(plan.Id, "review"));
            yield break;
        }
        var unsigned = tasksLed.Where(lead => !life.Signed.Contains(lead.Key)).Sum(lead => lead.Value);
        if (life.State == PlanState.Countersigning && unsigned > 0)
            yield return Of(RunText.TodoSign, Sentences.Filled(RunText.TodoSignWhy, unsigned), RunText.TodoSignAct, page);
        if (life.State == PlanState.Countersigned && own.Approves)
            yield return Of(RunText.TodoApprove, RunText.TodoApproveWhy, RunText.TodoApproveAct, page);
        if (life.State == PlanState.Approved && own.RunsPlans)
            yield return Of(RunText.TodoPublish, RunText.TodoPublishWhy, RunText.TodoPublishAct, page);
        if (life.Returned is { } returned && own.RunsPlans)
            yield return Of(RunText.TodoReturned, Sentences.Filled(RunText.ReturnedBy, returned.By, returned.Remark), RunText.TodoReturnedAct, page);

        Todo Of(string title, string why, string act, string href) => new(Sentences.Filled(title, plan.Title), why, null, PlanningText.Planning, act, href, PlanningRefs.Plan(plan.Id));
    }

    private async Task<IEnumerable<Todo>> WishesAsync(CancellationToken ct)
    {
        var wishes = await planning.ChangeRequests.AsNoTracking().Where(wish => wish.AnsweredAt == null)
            .Join(planning.Tasks, wish => wish.TaskId, task => task.Id, (wish, task) => new { wish.By, wish.Wish, task.Id, task.Number, task.Title }).ToListAsync(ct);
        return wishes.Select(wish => new Todo(Sentences.Filled(RunText.TodoWish, wish.Number, wish.Title), Sentences.Filled(RunText.TodoWishWhy, wish.By, wish.Wish), null,
            PlanningText.Planning, RunText.TodoWishAct, PlanningLinks.TaskAct(wish.Id, "amend"), PlanningRefs.Task(wish.Id)));
    }
}
