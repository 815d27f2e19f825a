using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;
using Shuren.Indicators.WatchReadings;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Indicators.ViewAlerts;

/// <summary>The alerts at the units that the actor sees, what presses most first; those that ended for a quarter of a year.</summary>
internal sealed class ReadAlerts(IndicatorsDb indicators, KeepReadings.KeepReadings keep, AlertBook book, FindCalendar find, IndicatorScope reach, TimeProvider time) : IHandler
{
    private const int EndedDays = 92;

    /// <summary>What is shown.</summary>
    /// <param name="Lines">As filtered.</param>
    /// <param name="All">Before the filter, with all states.</param>
    /// <param name="Units">Units that have alerts, by name.</param>
    /// <param name="SeenOn">The day of the values that are shown.</param>
    public sealed record View(IReadOnlyList<AlertLine> Lines, IReadOnlyList<AlertLine> All, IReadOnlyList<UnitCard> Units, DateOnly SeenOn)
    {
        public int CountOf(AlertState state) => All.Count(line => line.Alert.State == state);
    }

    public async Task<View> RunAsync(AlertFilter filter, CancellationToken ct)
    {
        var seen = await reach.RunAsync(IndicatorsRights.View, ct);
        var day = (await keep.RunAsync(ct)).Day;
        var ended = time.Today().AddDays(-EndedDays);
        var alerts = (await indicators.Alerts.AsNoTracking().Where(alert => alert.EndedOn == null || alert.EndedOn >= ended && alert.FiredOn != null).ToListAsync(ct)).FindAll(alert => seen.Sees(alert.UnitId));
        var lines = await LinesAsync(alerts, seen, day, ct);
        List<AlertLine> shown = [.. lines.Where(line => Fits(line, filter)).OrderBy(line => line.Alert.State switch { AlertState.Firing => 0, AlertState.Pending => 1, _ => 2 })
            .ThenBy(line => line.Rule?.Severity).ThenBy(line => line.Unit?.Kind != UnitKind.Bureau).ThenByDescending(line => line.Alert.EndedOn ?? line.Alert.FiredOn ?? line.Alert.Since).ThenBy(line => line.UnitName, StringComparer.Ordinal).ThenBy(line => line.Alert.Id)];
        return new(shown, lines, [.. lines.Select(line => line.Unit).OfType<UnitCard>().Distinct().OrderBy(unit => unit.Kind).ThenBy(unit => unit.Order)], day);
    }

    /// <summary>Those of these alerts that the actor sees.</summary>
    public async Task<IReadOnlyList<AlertLine>> ManyAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var seen = await reach.RunAsync(IndicatorsRights.View, ct);
        var alerts = (await indicators.Alerts.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct)).FindAll(alert => seen.Sees(alert.UnitId));
        return alerts.Count == 0 ? [] : await LinesAsync(alerts, seen, (await keep.RunAsync(ct)).Day, ct);
    }

    /// <summary>Those that fire, without today's values: for lists that are asked on every page.</summary>
    public async Task<IReadOnlyList<AlertLine>> FiringAsync(CancellationToken ct)
    {
        var seen = await reach.RunAsync(IndicatorsRights.View, ct);
        return await LinesAsync((await indicators.Alerts.AsNoTracking().Where(alert => alert.EndedOn == null && alert.FiredOn != null).ToListAsync(ct)).FindAll(alert => seen.Sees(alert.UnitId)), seen, null, ct);
    }

    private static bool Fits(AlertLine line, AlertFilter filter) => (filter.State is null || line.Alert.State == filter.State) && (filter.Rule is null || line.Alert.Rule == filter.Rule)
        && (filter.Pack is null || line.Pack?.Id == filter.Pack) && (filter.Unit is null || line.Alert.UnitId == filter.Unit);

    private async Task<IReadOnlyList<AlertLine>> LinesAsync(List<Alert> alerts, IndicatorScope.View seen, DateOnly? day, CancellationToken ct)
    {
        if (alerts.Count == 0)
            return [];
        var (codes, ids, today) = (alerts.Select(alert => alert.Subject).Distinct().ToList(), alerts.Select(alert => alert.UnitId).Distinct().ToList(), time.Today());
        var values = day is null ? [] : await indicators.Readings.AsNoTracking().Where(reading => reading.Day == day && codes.Contains(reading.Indicator) && ids.Contains(reading.UnitId))
            .ToDictionaryAsync(reading => (reading.Indicator, reading.UnitId), reading => reading.Value, ct);
        var silences = await Silences.OfAsync(indicators, ct);
        var calendar = await find.RunAsync(alerts.Min(alert => alert.Since), today, ct);
        return [.. alerts.Select(alert =>
        {
            var rule = book.Find(alert.Rule);
            var about = book.About(rule, alert.Subject);
            var days = rule is null ? null : new AlertDays(rule, calendar);
            return new AlertLine(alert, rule, about?.Pack, about?.Indicator, about?.Figure, seen.All.GetValueOrDefault(alert.UnitId), values.TryGetValue((alert.Subject, alert.UnitId), out var value) ? value : null,
                alert.EndedOn is null ? silences.On(alert, today) : null, alert.EndedOn is null && days?.IsSilent(today) == true, days?.Between(alert.Since, alert.EndedOn ?? today) ?? 0);
        })];
    }
}
