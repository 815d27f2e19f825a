using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform.Rights;
using Shuren.Platform.Search;

namespace Shuren.Planning.Answers;

/// <summary>What of the room the search finds: plans and tasks that the actor may open. Dropped tasks are nobody's.</summary>
internal static class PlanningSearch
{
    public static IReadOnlyList<SearchKind> Kinds { get; } =
    [
        new SearchKind<WorkTask>("planning.task", 20, () => PlanningText.SearchTasks, PlanningLinks.Task)
        {
            Text = task => task.DroppedAt is null ? new($"{task.Number} {task.Title}", task.Text) : null,
            Visible = (services, _) => Task.FromResult(MayLook(services) ? services.GetRequiredService<PlanScope>().Tasks().Select(task => task.Id) : null),
        },
        new SearchKind<WorkPlan>("planning.plan", 21, () => PlanningText.SearchPlans, PlanningLinks.Plan)
        {
            Text = plan => new(plan.Title, plan.Bureau),
            Visible = (services, _) => Task.FromResult(MayLook(services) ? services.GetRequiredService<PlanScope>().Plans().Select(plan => plan.Id) : null),
        },
    ];

    private static bool MayLook(IServiceProvider services) => services.GetRequiredService<Actor>() is var actor && (actor.IsSystem || actor.Can(PlanningRights.View));
}
