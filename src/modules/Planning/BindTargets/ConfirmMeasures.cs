using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Indicators;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Thread;

namespace Shuren.Planning.BindTargets;

/// <summary>Somebody confirms what is suggested for many targets of a plan at once. What a person has set before is left as it is.</summary>
internal sealed class ConfirmMeasures(PlanningDb planning, PlanScope scope, ReadPlanStates states, ReachOfBureau reach, IIndicatorDirectory indicators, ThreadReader thread, Process process) : IHandler
{
    /// <param name="plan">The plan.</param>
    /// <param name="chosen">An indicator's code for each target, at the district.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>How many targets were bound.</returns>
    public async Task<Outcome<int>> RunAsync(Guid plan, IReadOnlyDictionary<Guid, string> chosen, CancellationToken ct)
    {
        if (!await scope.Plans().AnyAsync(row => row.Id == plan, ct))
            return new Refusal("PlanUnknown");
        if (!await reach.RunAsync(PlanningRights.Edit, ct))
            return new Refusal("NotYours");
        if ((await states.RunAsync([plan], ct))[plan] == PlanState.Closed)
            return new Refusal("PlanClosed");
        var lines = await scope.Targets(plan).AsNoTracking().Where(target => chosen.Keys.Contains(target.Id)).OrderBy(target => target.Position).Lines(planning).ToListAsync(ct);
        var cards = indicators.All().ToDictionary(card => card.Code, StringComparer.OrdinalIgnoreCase);
        var found = lines.Where(line => line.Bound is null).Select(line => (line, card: cards.GetValueOrDefault(chosen[line.Id]))).ToList();
        if (lines.Count < chosen.Count)
            return new Refusal("TargetUnknown", "targets");
        if (found.Select(pair => Refused(pair.line, pair.card)).OfType<Refusal>().ToList() is { Count: > 0 } refusals)
            return refusals;
        if (found.Count == 0)
            return 0;
        process.Begin("planning.bind-target", PlanningRefs.Plan(plan));
        var targets = await planning.Targets.Where(target => chosen.Keys.Contains(target.Id)).ToDictionaryAsync(target => target.Id, ct);
        foreach (var (line, card) in found)
        {
            planning.Bindings.Add(new() { TargetId = line.Id, Indicator = card!.Code, By = process.Actor.Name, At = process.At }); // refused above where there is none
            thread.Tie(card.Thing, card.NameZh, ThreadRelation.Measures, PlanningRefs.Target(line.Id), line.Indicator);
            planning.Hold(targets[line.Id]);
        }
        return await planning.TrySaveTheOnlyAsync(found.Count, ct);
    }

    private static Refusal? Refused(TargetLine line, IndicatorCard? card) => card is null ? new("IndicatorUnknown", "targets", line.Indicator)
        : !card.Places.HasFlag(IndicatorPlaces.District) ? new("IndicatorNotThere", "targets", card.Name)
        : Measure.Between(card, line) is { Succeeded: false, Refusals: var why } ? why[0] with { Field = "targets" } : null;
}
