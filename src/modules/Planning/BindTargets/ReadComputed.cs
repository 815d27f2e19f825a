using Shuren.Contracts.Indicators;
using Shuren.Kernel;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;

namespace Shuren.Planning.BindTargets;

/// <summary>Asks the indicators of bound targets for their values: all targets of a list at once. Where none is bound nothing is asked.</summary>
internal sealed class ReadComputed(IIndicatorDirectory indicators) : IHandler
{
    /// <param name="lines">Targets as they were read.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <param name="asKept">True for a reader for whom nothing is written.</param>
    /// <returns>The same targets in the same order, those that are bound with what their indicators say.</returns>
    public async Task<List<TargetLine>> RunAsync(List<TargetLine> lines, CancellationToken ct, bool asKept = false)
    {
        var asked = lines.Select(line => line.Bound).OfType<BoundIndicator>().Select(bound => new IndicatorAt(bound.Code, bound.Unit)).Distinct().ToList();
        if (asked.Count == 0)
            return lines;
        var cards = indicators.All().ToDictionary(card => card.Code);
        var values = await indicators.NowAsync(asked, asKept, ct);
        return lines.ConvertAll(line => line.Bound is { } bound
            ? line with { Computed = Of(line, bound, cards.GetValueOrDefault(bound.Code), values.TryGetValue(new(bound.Code, bound.Unit), out var value) ? value : null) }
            : line);
    }

    private static ComputedValue Of(TargetLine line, BoundIndicator bound, IndicatorCard? card, IndicatorValue? value)
    {
        if (card is null)
            return new(bound.Code, null, "", null, new("IndicatorGone"));
        var href = bound.Unit is { } unit ? $"{card.Href}?unit={unit:N}" : card.Href;
        var measure = Measure.Between(card, line);
        if (!measure.Succeeded)
            return new(card.Name, href, "", null, measure.Refusals[0]);
        return value is { } known
            ? new(card.Name, href, measure.Value.Unit, new(measure.Value.Of(known.Value), known.Day), null)
            : new(card.Name, href, measure.Value.Unit, null, new("IndicatorHasNoValue"));
    }
}
