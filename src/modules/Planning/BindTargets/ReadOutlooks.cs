using Shuren.Contracts.Indicators;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;

namespace Shuren.Planning.BindTargets;

/// <summary>Looks ahead for bound targets, all of a list at once.</summary>
internal sealed class ReadOutlooks(IIndicatorDirectory indicators) : IHandler
{
    /// <param name="targets">Targets with their computed values, and by when each has to be met.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>For each target that an indicator measures.</returns>
    public async Task<IReadOnlyDictionary<Guid, TargetOutlook>> RunAsync(IReadOnlyCollection<(TargetLine Target, DateOnly By)> targets, CancellationToken ct)
    {
        var asked = targets.Where(one => one.Target is { Bound: not null, Computed.Trouble: null }).Select(one => (one.Target, Question: new ForecastAsked(new(one.Target.Bound!.Code, one.Target.Bound.Unit), one.By))).ToList(); // just looked
        if (asked.Count == 0)
            return new Dictionary<Guid, TargetOutlook>();
        var cards = indicators.All().ToDictionary(card => card.Code);
        var forecasts = await indicators.ForecastAsync([.. asked.Select(one => one.Question)], ct);
        // It has a computed value, so its measure is there.
        return asked.ToDictionary(one => one.Target.Id, one => TargetOutlook.Of(one.Target, Measure.Between(cards[one.Question.At.Code], one.Target).Value, forecasts[one.Question]));
    }
}
