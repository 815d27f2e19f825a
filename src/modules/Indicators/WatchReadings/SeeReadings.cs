using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;
using Shuren.Indicators.ReportFigures;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Indicators.WatchReadings;

/// <summary>What an alert is about: one rule, one indicator or figure, one unit.</summary>
internal readonly record struct AlertKey(string Rule, string Subject, Guid Unit)
{
    public static AlertKey Of(Alert alert) => new(alert.Rule, alert.Subject, alert.UnitId);
}

/// <summary>Looks with every rule at the kept readings of a day and at the reported figures.</summary>
internal sealed class SeeReadings(IndicatorsDb indicators, PackBook packs, AlertBook book, TimeProvider time) : IHandler
{
    private readonly Dictionary<DateOnly, Dictionary<(string, Guid), double>> kept = [];

    /// <param name="day">The day; its readings are kept.</param>
    /// <param name="units">The open units.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>A sight for everything at which a rule looks; of a rule that looks away that day there is none.</returns>
    public async Task<Dictionary<AlertKey, Sight>> RunAsync(DateOnly day, IReadOnlyList<UnitCard> units, CancellationToken ct)
    {
        var sights = new Dictionary<AlertKey, Sight>();
        var days = await indicators.Readings.Where(reading => reading.Day < day).Select(reading => reading.Day).Distinct().OrderByDescending(past => past).ToListAsync(ct);
        foreach (var rule in book.Rules.Where(rule => rule.Pause?.Contains(day) != true))
        {
            if (rule.Kind == AlertKind.Unreported)
                await AskFiguresAsync(rule, day, units, sights, ct);
            else
                await LookAsync(rule, day, days, [.. Covered(rule, units)], sights, ct);
        }
        return sights;
    }

    private IEnumerable<(Indicator Indicator, Guid Unit)> Covered(AlertRule rule, IReadOnlyList<UnitCard> units) =>
        packs.All.SelectMany(pack => pack.Indicators.Where(indicator => rule.Covers(pack, indicator)).SelectMany(indicator => units.Where(unit => rule.Covers(pack, indicator, unit)).Select(unit => (indicator, unit.Id))));

    private async Task LookAsync(AlertRule rule, DateOnly day, List<DateOnly> days, List<(Indicator Indicator, Guid Unit)> covered, Dictionary<AlertKey, Sight> sights, CancellationToken ct)
    {
        var now = await ValuesAsync(day, ct);
        DateOnly? then = rule.Kind == AlertKind.Worse ? FormerDay(rule, day, days) : days.Count > 0 ? days[0] : null;
        var former = then is { } past && rule.Kind != AlertKind.Missed ? await ValuesAsync(past, ct) : [];
        var histories = rule.Kind == AlertKind.Jump ? await HistoriesAsync(rule, day, covered.Where(pair => Changed(rule, ValueOf(now, pair), ValueOf(former, pair))).ToList(), ct) : null;
        foreach (var pair in covered)
        {
            var value = ValueOf(now, pair);
            sights[new(rule.Code, pair.Indicator.Code, pair.Unit)] = rule.Kind switch
            {
                AlertKind.Missed => Sights.Missed(rule, pair.Indicator, value, day),
                AlertKind.Worse => Sights.Worse(rule, pair.Indicator, value, ValueOf(former, pair), then),
                AlertKind.Jump => Sights.Jump(rule, value, histories!.GetValueOrDefault((pair.Indicator.Code, pair.Unit)) ?? (ValueOf(former, pair) is { } one ? [(then!.Value, one)] : [])), // read above; a former value has its day
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
    }

    /// <summary>The nearest kept day that lies as far back as the rule asks, and not more than twice as far.</summary>
    private static DateOnly? FormerDay(AlertRule rule, DateOnly day, List<DateOnly> days) =>
        days.Where(past => past <= day.AddDays(-rule.Days) && past >= day.AddDays(-2 * rule.Days)).Select(past => (DateOnly?)past).FirstOrDefault();

    private static double? ValueOf(Dictionary<(string, Guid), double> values, (Indicator Indicator, Guid Unit) pair) => values.TryGetValue((pair.Indicator.Code, pair.Unit), out var value) ? value : null;

    private static bool Changed(AlertRule rule, double? now, double? then) => now is { } value && then is { } past && Math.Abs(value - past) > Math.Abs(past) * (double)rule.By / 100;

    private async Task<Dictionary<(string, Guid), double>> ValuesAsync(DateOnly day, CancellationToken ct)
    {
        if (!kept.TryGetValue(day, out var values))
            kept[day] = values = await indicators.Readings.AsNoTracking().Where(reading => reading.Day == day).ToDictionaryAsync(reading => (reading.Indicator, reading.UnitId), reading => reading.Value, ct);
        return values;
    }

    /// <summary>The histories of those few whose values changed much, so that not all of two months is read.</summary>
    private async Task<Dictionary<(string, Guid), IReadOnlyList<(DateOnly, double)>>> HistoriesAsync(AlertRule rule, DateOnly day, List<(Indicator Indicator, Guid Unit)> changed, CancellationToken ct)
    {
        if (changed.Count == 0)
            return [];
        var (from, codes, ids) = (day.AddDays(-rule.Days), changed.Select(pair => pair.Indicator.Code).Distinct().ToList(), changed.Select(pair => pair.Unit).Distinct().ToList());
        var rows = await indicators.Readings.AsNoTracking().Where(reading => reading.Day >= from && reading.Day < day && codes.Contains(reading.Indicator) && ids.Contains(reading.UnitId))
            .OrderBy(reading => reading.Day).Select(reading => new { reading.Indicator, reading.UnitId, reading.Day, reading.Value }).ToListAsync(ct);
        return rows.GroupBy(row => (row.Indicator, row.UnitId)).ToDictionary(group => group.Key, group => (IReadOnlyList<(DateOnly, double)>)[.. group.Select(row => (row.Day, row.Value))]);
    }

    private async Task AskFiguresAsync(AlertRule rule, DateOnly day, IReadOnlyList<UnitCard> units, Dictionary<AlertKey, Sight> sights, CancellationToken ct)
    {
        if (units.FirstOrDefault(unit => unit.Kind == UnitKind.Bureau) is not { } district)
            return;
        var figures = (await indicators.Figures.AsNoTracking().Where(figure => figure.UnitId == district.Id && figure.Since <= day && indicators.Confirmations.Any(row => row.FigureId == figure.Id))
            .Select(figure => new { figure.Item, figure.ExpiresOn }).ToListAsync(ct)).ToLookup(figure => figure.Item, figure => figure.ExpiresOn);
        var waiting = (await FigureStates.Open(indicators).Where(figure => figure.UnitId == district.Id).Select(figure => figure.Item).ToListAsync(ct)).ToHashSet();
        var first = await FirstDueAsync(rule, day, ct);
        foreach (var item in packs.All.Where(rule.Asks).SelectMany(pack => pack.Figures))
        {
            var counts = figures[item.Code].Any(expires => !(expires <= day));
            DateOnly? due = counts ? null : figures[item.Code].Max()?.AddDays(-1) ?? first;
            sights[new(rule.Code, item.Code, district.Id)] = Sights.Unreported(counts, waiting.Contains(item.Code), due, day);
        }
    }

    /// <summary>The first due day since the district is here: nobody is asked for what was due before.</summary>
    private async Task<DateOnly> FirstDueAsync(AlertRule rule, DateOnly day, CancellationToken ct)
    {
        var began = (await indicators.AuditBlocks.OrderBy(block => block.Number).Select(block => (DateTime?)block.SealedAt).FirstOrDefaultAsync(ct))?.ToLocalDay(time) ?? day;
        var (month, on) = rule.Due!.Value; // such a rule has one
        var due = Of(began.Year);
        return due >= began ? due : Of(began.Year + 1);

        DateOnly Of(int year) => new(year, month, Math.Min(on, DateTime.DaysInMonth(year, month)));
    }
}
