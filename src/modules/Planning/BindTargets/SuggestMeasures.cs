using Shuren.Contracts.Indicators;
using Shuren.Kernel;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;
using Shuren.PlanText;
using Shuren.PlanText.Suggestions;

namespace Shuren.Planning.BindTargets;

/// <summary>An indicator that may measure a target.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Advice">How near it is and why.</param>
/// <param name="Trouble">What has to be mended first, such as a missing value of last year; null where it can be confirmed at once.</param>
internal sealed record MeasureAdvice(IndicatorCard Indicator, IndicatorAdvice Advice, Refusal? Trouble);

/// <summary>Suggests which indicators of the district measure targets (docs/decisions/0195). It writes nothing and says nothing of a target that a person has bound.</summary>
internal sealed class SuggestMeasures(IIndicatorDirectory indicators) : IHandler
{
    /// <returns>For each target that has no indicator yet, the nearest, best first; those for which nothing is near enough are absent.</returns>
    public IReadOnlyDictionary<Guid, IReadOnlyList<MeasureAdvice>> Run(IEnumerable<TargetLine> targets)
    {
        var cards = indicators.All().Where(card => !card.IsQuestion && card.Places.HasFlag(IndicatorPlaces.District)).ToDictionary(card => card.Code);
        var suggestion = new IndicatorSuggestion([.. cards.Values.Select(ProfileOf)]);
        return targets.Where(target => target.Bound is null && target.Kind is not (TargetKind.Rank or TargetKind.Date))
            .Select(target => (target, advices: suggestion.Suggest(new(target.Indicator, target.Quote, target.Kind == TargetKind.Direction ? null : target.Unit, WayOf(target)))))
            .Where(found => found.advices.Count > 0)
            .ToDictionary(found => found.target.Id, found => (IReadOnlyList<MeasureAdvice>)[.. found.advices.Select(advice => AdviceOf(cards[advice.Code], advice, found.target))]);
    }

    internal static IndicatorProfile ProfileOf(IndicatorCard card) => new(card.Code, card.NameZh, card.UnitZh, card.Better switch
    {
        BetterWay.Up => WantedWay.Up,
        BetterWay.Down => WantedWay.Down,
        BetterWay.Neither => WantedWay.Any,
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    /// <summary>Which way a target wants its number.</summary>
    internal static WantedWay WayOf(TargetLine target) => (target.Kind, target.Comparator) switch
    {
        (TargetKind.Ceiling or TargetKind.Decrease, _) or (_, "<=" or "decrease") => WantedWay.Down,
        (TargetKind.Floor or TargetKind.Increase, _) or (_, ">=" or "increase") => WantedWay.Up,
        _ => WantedWay.Any,
    };

    private static MeasureAdvice AdviceOf(IndicatorCard card, IndicatorAdvice advice, TargetLine target) => new(card, advice, Measure.Between(card, target) is { Succeeded: false, Refusals: var why } ? why[0] : null);
}
