using Microsoft.EntityFrameworkCore;
using Shuren.Indicators.Model;

namespace Shuren.Indicators.WatchReadings;

/// <summary>The silences of the district with the day from which each no longer holds.</summary>
internal sealed class Silences
{
    private readonly IReadOnlyList<(AlertSilence Silence, DateOnly Until)> all;

    private Silences(IReadOnlyList<(AlertSilence, DateOnly)> all) => this.all = all;

    public static async Task<Silences> OfAsync(IndicatorsDb indicators, CancellationToken ct)
    {
        var lifted = await indicators.SilenceLifts.AsNoTracking().ToDictionaryAsync(row => row.SilenceId, row => row.On, ct);
        var silences = await indicators.AlertSilences.AsNoTracking().OrderBy(row => row.At).ToListAsync(ct);
        return new([.. silences.Select(row => (row, lifted.TryGetValue(row.Id, out var on) ? on : row.LastDay.AddDays(1)))]);
    }

    /// <summary>The silence under which an alert lies on a day, that which lasts longest; null where it lies under none.</summary>
    public AlertSilence? On(Alert alert, DateOnly day) => all.Where(one => one.Silence.FirstDay <= day && day < one.Until && one.Silence.Matches(alert)).OrderByDescending(one => one.Until).FirstOrDefault().Silence;

    /// <summary>Whether people do not know of it: they were never told, or a silence has ended since.</summary>
    public bool IsNews(Alert alert, DateOnly day) => alert.ToldOn is not { } told || all.Any(one => one.Silence.Matches(alert) && one.Until > told && one.Until <= day);

    /// <summary>All that matched an alert, newest first, with the first day on which each no longer holds.</summary>
    public IReadOnlyList<(AlertSilence Silence, DateOnly Until)> Of(Alert alert) => [.. all.Where(one => one.Silence.Matches(alert)).Reverse()];
}
