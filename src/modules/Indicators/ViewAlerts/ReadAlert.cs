using Shuren.Contracts.Indicators;
using Shuren.Contracts.Organization;
using Shuren.Indicators.Model;
using Shuren.Indicators.WatchReadings;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Rights;
using Shuren.Platform.Thread;

namespace Shuren.Indicators.ViewAlerts;

/// <summary>One alert with all that is known of it: its silences, what came of it, and what the rooms above offer to do about it.</summary>
internal sealed class ReadAlert(IndicatorsDb indicators, ReadAlerts alerts, AlertBook book, IUnitDirectory units, ThreadReader thread, ThingNames names, IEnumerable<IAlertAnswers> answers, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>A silence over it.</summary>
    /// <param name="Silence">The silence.</param>
    /// <param name="Until">The first day on which it no longer holds.</param>
    /// <param name="CanLift">Whether the actor may end it.</param>
    public sealed record Quiet(AlertSilence Silence, DateOnly Until, bool CanLift);

    /// <summary>What came of it, or from what it came.</summary>
    public sealed record Tie(ThreadLink Link, string? Href);

    /// <summary>What is shown.</summary>
    public sealed record View(AlertLine Line, UnitCard? Owner, IReadOnlyList<Quiet> Silences, IReadOnlyList<Tie> Ties, IReadOnlyList<AlertAnswer> Answers);

    /// <returns>Null where there is no such alert for this actor.</returns>
    public async Task<View?> RunAsync(Guid id, CancellationToken ct)
    {
        if (await alerts.ManyAsync([id], ct) is not [var line])
            return null;
        var today = time.Today();
        var silences = (await Silences.OfAsync(indicators, ct)).Of(line.Alert);
        var links = (await thread.OfAsync(AlertRefs.Alert(id), ct)).Where(link => link.FromRef == AlertRefs.Alert(id).ToString()).ToList();
        var known = await names.OfAsync(links.Select(link => Ref.Parse(link.ToRef)), ct);
        var offered = new List<AlertAnswer>();
        if (line.Alert.State == AlertState.Firing)
        {
            foreach (var room in answers)
                offered.AddRange(await room.OfAsync(id, ct));
        }
        return new(line, line.Pack is { } pack ? book.OwnerOf(pack, await units.AllAsync(ct)) : null, [.. silences.Select(one => new Quiet(one.Silence, one.Until, one.Until > today && actor.Can(IndicatorsRights.Silence)))],
            [.. links.Select(link => new Tie(link, known.GetValueOrDefault(Ref.Parse(link.ToRef))?.Href))], offered);
    }
}
