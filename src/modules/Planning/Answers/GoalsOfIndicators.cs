using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Indicators;
using Shuren.Planning.BindTargets;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform.Rights;

namespace Shuren.Planning.Answers;

/// <summary>The targets of plans that an indicator measures, on the indicator's page: those that the actor may see.</summary>
internal sealed class GoalsOfIndicators(PlanningDb planning, PlanScope scope, FindPlanHead heads, ReadComputed computed, ReadOutlooks outlooks, Actor actor) : IGoalsOfIndicators
{
    public async Task<IReadOnlyList<IndicatorGoal>> OfAsync(IndicatorAt at, CancellationToken ct)
    {
        var plans = actor.IsSystem || actor.Can(PlanningRights.View)
            ? await planning.Bindings.AsNoTracking().Where(binding => binding.Indicator == at.Code && binding.UnitId == at.Unit)
                .Join(planning.Targets, binding => binding.TargetId, target => target.Id, (binding, target) => target.PlanId).Distinct().ToListAsync(ct)
            : [];
        var goals = new List<IndicatorGoal>();
        foreach (var plan in plans)
            goals.AddRange(await OfPlanAsync(plan, at, ct));
        return [.. goals.OrderBy(goal => goal.By)];
    }

    // An indicator is measured in this year's plan and perhaps in that of several years: a handful at most.
    private async Task<IEnumerable<IndicatorGoal>> OfPlanAsync(Guid plan, IndicatorAt at, CancellationToken ct)
    {
        if (await heads.RunAsync(plan, ct) is not { } head)
            return [];
        var lines = await computed.RunAsync(await scope.Targets(plan).AsNoTracking().Where(target => planning.Bindings.Any(binding => binding.TargetId == target.Id && binding.Indicator == at.Code && binding.UnitId == at.Unit)).Lines(planning).ToListAsync(ct), ct);
        var tasks = lines.Select(line => line.TaskId).OfType<Guid>().ToList();
        var due = await planning.Tasks.AsNoTracking().Where(task => tasks.Contains(task.Id)).ToDictionaryAsync(task => task.Id, task => task.DueOn, ct);
        var dated = lines.ConvertAll(line => (Target: line, By: TargetDay.Of(line, line.TaskId is { } task ? due.GetValueOrDefault(task) : null, head)));
        var ahead = await outlooks.RunAsync(dated, ct);
        return dated.Select(one => new IndicatorGoal($"{one.Target.Indicator} · {head.Title}", PlanningLinks.Measure(one.Target.Id), one.Target.Value is null ? ViewText.DirectionOnly : TargetWords.Goal(one.Target), TargetWords.Value(one.Target), one.By,
            ahead.GetValueOrDefault(one.Target.Id)?.Outlook ?? GoalOutlook.Unknown, ahead.TryGetValue(one.Target.Id, out var outlook) ? OutlookWords.Short(one.Target, outlook) : ""));
    }
}
