using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Indicators;
using Shuren.Contracts.Organization;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;
using Shuren.Platform.Thread;

namespace Shuren.Planning.BindTargets;

/// <summary>What measures a target: the indicator that somebody confirmed, what it gives beside what was reported, and what else is near.</summary>
internal sealed class ViewMeasure(
    PlanningDb planning, PlanScope scope, FindPlanHead heads, ReadDeadlines deadlines, ReadComputed computed, ReadOutlooks outlooks, SuggestMeasures suggest, ReachOfBureau reach, IIndicatorDirectory indicators, IUnitDirectory units, ThreadReader thread) : IHandler
{
    /// <summary>What the page shows.</summary>
    /// <param name="Plan">The target's plan.</param>
    /// <param name="Target">The target with its values.</param>
    /// <param name="Standing">How far it is.</param>
    /// <param name="Task">The task that carries it.</param>
    /// <param name="Binding">Which indicator, by whom; null where none is bound.</param>
    /// <param name="Indicator">Its card; null where none is bound or no pack has it any more.</param>
    /// <param name="Place">The unit whose value it is; null for the district.</param>
    /// <param name="Advices">What is near, best first; empty where one is bound.</param>
    /// <param name="Values">What the district's value of each suggested indicator would be, in the target's unit.</param>
    /// <param name="Indicators">All that may be chosen.</param>
    /// <param name="Places">The units that may be chosen beside the district.</param>
    /// <param name="MayBind">Whether the actor may choose.</param>
    /// <param name="Links">The target's thread.</param>
    /// <param name="Today">The local day.</param>
    public sealed record View(
        PlanHead Plan, TargetLine Target, TargetStanding Standing, WorkTask? Task, TargetBinding? Binding, IndicatorCard? Indicator, UnitCard? Place, IReadOnlyList<MeasureAdvice> Advices,
        IReadOnlyDictionary<string, LastValue> Values, IReadOnlyList<IndicatorCard> Indicators, IReadOnlyList<UnitCard> Places, bool MayBind, IReadOnlyList<ThreadLink> Links, DateOnly Today)
    {
        /// <summary>Whether it will be met at the pace so far; null where no indicator measures it.</summary>
        public TargetOutlook? Outlook { get; init; }
    }

    /// <returns>Null when there is no such target for this actor.</returns>
    public async Task<View?> RunAsync(Guid id, CancellationToken ct)
    {
        if (await BindTarget.OpenAsync(planning, scope, id, ct) is not { } target || await heads.RunAsync(target.PlanId, ct) is not { } plan)
            return null;
        var today = (await deadlines.RunAsync(ct)).Today;
        var line = (await computed.RunAsync(await planning.Targets.AsNoTracking().Where(row => row.Id == id).Lines(planning).ToListAsync(ct), ct))[0];
        var task = target.TaskId is { } carried ? await planning.Tasks.AsNoTracking().FirstOrDefaultAsync(row => row.Id == carried, ct) : null;
        var ahead = await outlooks.RunAsync([(line, TargetDay.Of(line, task?.DueOn, plan))], ct);
        var binding = await planning.Bindings.AsNoTracking().FirstOrDefaultAsync(row => row.TargetId == id, ct);
        var cards = indicators.All();
        var advices = suggest.Run([line]).GetValueOrDefault(id, []);
        var places = await PlacesAsync(task, binding, ct);
        return new(plan, line, line.StandingAt(plan.ElapsedOn(today)), task, binding, cards.FirstOrDefault(card => card.Code == binding?.Indicator), places.FirstOrDefault(unit => unit.Id == binding?.UnitId), advices,
            await ValuesAsync(line, advices, ct), [.. cards.Where(card => !card.IsQuestion)], places, plan.State != PlanState.Closed && await reach.RunAsync(PlanningRights.Edit, ct),
            await thread.OfAsync(PlanningRefs.Target(id), ct), today) { Outlook = ahead.GetValueOrDefault(id) };
    }

    /// <summary>The schools and groups whose value the target may mean: those that lead or support its task.</summary>
    private async Task<IReadOnlyList<UnitCard>> PlacesAsync(WorkTask? task, TargetBinding? binding, CancellationToken ct)
    {
        var supports = task is null ? [] : await planning.Supports.AsNoTracking().Where(support => support.TaskId == task.Id).Select(support => support.UnitId).ToListAsync(ct);
        var ids = new[] { task?.LeadUnitId, binding?.UnitId }.OfType<Guid>().Concat(supports).Distinct().ToList();
        return [.. (await units.FindAsync(ids, ct)).Values.Where(unit => BindTarget.PlaceOf(unit.Kind) is IndicatorPlaces.Schools or IndicatorPlaces.Groups).OrderBy(unit => unit.Name, StringComparer.Ordinal)];
    }

    private async Task<Dictionary<string, LastValue>> ValuesAsync(TargetLine line, IReadOnlyList<MeasureAdvice> advices, CancellationToken ct)
    {
        var values = await indicators.NowAsync([.. advices.Select(advice => new IndicatorAt(advice.Indicator.Code, null))], asKept: false, ct);
        var found = new Dictionary<string, LastValue>();
        foreach (var advice in advices.Where(advice => advice.Trouble is null))
        {
            if (values.TryGetValue(new(advice.Indicator.Code, null), out var value))
                found[advice.Indicator.Code] = new(Measure.Between(advice.Indicator, line).Value.Of(value.Value), value.Day);
        }
        return found;
    }
}
