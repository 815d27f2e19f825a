using Shuren.Platform.Rights;
using Shuren.Platform.Todos;

namespace Shuren.Planning.WaitForPeople;

/// <summary>What this room gives people to do.</summary>
internal sealed class PlanningTodos(OwnUnits ownUnits, FindPlanTodos plans, FindTaskTodos tasks, FindDispatchTodos dispatch) : ITodoSource
{
    public string? SeenWith => PlanningRights.View;

    public async Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!actor.IsSignedIn || !actor.Can(PlanningRights.View))
            return [];
        var own = await ownUnits.RunAsync(ct);
        return [.. await plans.RunAsync(own, ct), .. await tasks.RunAsync(own, today, ct), .. await dispatch.RunAsync(own, today, ct)];
    }
}
