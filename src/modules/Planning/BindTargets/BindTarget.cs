using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Indicators;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Thread;

namespace Shuren.Planning.BindTargets;

/// <summary>Somebody confirms which indicator measures a target, or chooses another. Asked of who may edit the plan; it changes no word of what the leads have signed, so it is open until the plan is closed.</summary>
internal sealed class BindTarget(
    PlanningDb planning, PlanScope scope, ReadPlanStates states, ReachOfBureau reach, IIndicatorDirectory indicators, IUnitDirectory units, ThreadReader thread, Process process) : IHandler
{
    /// <param name="id">The target.</param>
    /// <param name="code">The indicator's code.</param>
    /// <param name="unit">The unit whose value it is; null for the district.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid id, string code, Guid? unit, CancellationToken ct)
    {
        if (await OpenAsync(planning, scope, id, ct) is not { } target)
            return new Refusal("TargetUnknown");
        if (!await reach.RunAsync(PlanningRights.Edit, ct))
            return new Refusal("NotYours");
        if ((await states.RunAsync([target.PlanId], ct))[target.PlanId] == PlanState.Closed)
            return new Refusal("PlanClosed");
        if (indicators.All().FirstOrDefault(card => string.Equals(card.Code, code.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } indicator)
            return new Refusal("IndicatorUnknown", "indicator", code.Trim());
        var place = await PlaceAsync(indicator, unit, ct);
        if (!place.Succeeded)
            return place.Refusals.ToList();
        var measure = Measure.Between(indicator, await planning.Targets.AsNoTracking().Where(row => row.Id == id).Lines(planning).SingleAsync(ct));
        return measure.Succeeded ? await WriteAsync(target, indicator, place.Value.Unit, ct) : measure.Refusals.ToList();
    }

    /// <summary>The target, if the actor sees it.</summary>
    internal static async Task<Target?> OpenAsync(PlanningDb planning, PlanScope scope, Guid id, CancellationToken ct) =>
        await planning.Targets.AsNoTracking().Where(row => row.Id == id).Select(row => (Guid?)row.PlanId).FirstOrDefaultAsync(ct) is { } plan
            ? await scope.Targets(plan).FirstOrDefaultAsync(row => row.Id == id, ct) : null;

    /// <summary>Whether the indicator has values there; the bureau itself is the district.</summary>
    private async Task<Outcome<BoundIndicator>> PlaceAsync(IndicatorCard indicator, Guid? unit, CancellationToken ct)
    {
        var card = unit is { } id ? (await units.FindAsync([id], ct)).GetValueOrDefault(id) : null;
        if (unit is not null && card is null)
            return new Refusal("UnitUnknown", "unit");
        var place = PlaceOf(card?.Kind ?? UnitKind.Bureau);
        return indicator.Places.HasFlag(place) && place != IndicatorPlaces.None
            ? new BoundIndicator(indicator.Code, place == IndicatorPlaces.District ? null : unit)
            : new Refusal("IndicatorNotThere", "unit", indicator.Name);
    }

    /// <summary>What kind of place a unit is; none where it has no values, such as a section.</summary>
    internal static IndicatorPlaces PlaceOf(UnitKind kind) => kind switch
    {
        UnitKind.Bureau => IndicatorPlaces.District,
        UnitKind.SchoolGroup => IndicatorPlaces.Groups,
        UnitKind.School or UnitKind.Kindergarten => IndicatorPlaces.Schools,
        _ => IndicatorPlaces.None,
    };

    private async Task<Outcome<Done>> WriteAsync(Target target, IndicatorCard indicator, Guid? unit, CancellationToken ct)
    {
        var binding = await planning.Bindings.FirstOrDefaultAsync(row => row.TargetId == target.Id, ct);
        if (binding is not null && binding.Indicator == indicator.Code && binding.UnitId == unit)
            return new Done();
        process.Begin("planning.bind-target", PlanningRefs.Target(target.Id));
        if (binding is null)
            planning.Bindings.Add(new() { TargetId = target.Id, Indicator = indicator.Code, UnitId = unit, By = process.Actor.Name, At = process.At });
        else
            (binding.Indicator, binding.UnitId, binding.By, binding.At) = (indicator.Code, unit, process.Actor.Name, process.At);
        thread.Tie(indicator.Thing, indicator.NameZh, ThreadRelation.Measures, PlanningRefs.Target(target.Id), target.Indicator);
        planning.Hold(target);
        return await planning.TrySaveTheOnlyAsync(new Done(), ct);
    }
}
