using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Indicators;
using Shuren.Contracts.Organization;
using Shuren.Formulas;
using Shuren.Indicators.LookAhead;
using Shuren.Indicators.Packs;

namespace Shuren.Indicators.Answers;

/// <summary>Answers what other rooms ask about indicators and their values.</summary>
internal sealed class IndicatorDirectory(IndicatorsDb indicators, KeepReadings.KeepReadings keep, PackBook book, IUnitDirectory units, ReadForecasts forecasts) : IIndicatorDirectory
{
    public IReadOnlyList<IndicatorCard> All() => [.. book.All.SelectMany(pack => pack.Indicators.Select(indicator => CardOf(pack, indicator)))];

    public async Task<IReadOnlyDictionary<IndicatorAt, IndicatorValue>> NowAsync(IReadOnlyCollection<IndicatorAt> asked, bool asKept, CancellationToken ct)
    {
        var found = new Dictionary<IndicatorAt, IndicatorValue>();
        if (asked.Count == 0)
            return found;
        if (!asKept)
            await keep.RunAsync(ct);
        if (await DayAsync(ct) is not { } day)
            return found;
        var district = await DistrictAsync(ct);
        var (codes, places) = (asked.Select(one => one.Code).Distinct().ToList(), asked.Select(one => one.Unit ?? district).Distinct().ToList());
        var values = await indicators.Readings.AsNoTracking().Where(reading => reading.Day == day && codes.Contains(reading.Indicator) && places.Contains(reading.UnitId))
            .ToDictionaryAsync(reading => (reading.Indicator, reading.UnitId), reading => reading.Value, ct);
        foreach (var one in asked.Distinct())
        {
            if (values.TryGetValue((one.Code, one.Unit ?? district), out var value))
                found[one] = new(day, value);
        }
        return found;
    }

    public async Task<IReadOnlyDictionary<ForecastAsked, IndicatorForecast>> ForecastAsync(IReadOnlyCollection<ForecastAsked> asked, CancellationToken ct)
    {
        List<ForecastAsked> each = [.. asked.Distinct()];
        if (each.Count == 0)
            return new Dictionary<ForecastAsked, IndicatorForecast>();
        var district = await DistrictAsync(ct);
        var found = await forecasts.RunAsync([.. each.Select(one => (one.At.Code, one.At.Unit ?? district, one.By))], await DayAsync(ct) ?? DateOnly.MinValue.AddDays(Forecast.Back), ct);
        return each.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>The day of the current readings; null before there are any.</summary>
    private Task<DateOnly?> DayAsync(CancellationToken ct) => indicators.Marks.AsNoTracking().Select(mark => (DateOnly?)mark.Day).FirstOrDefaultAsync(ct);

    private async Task<Guid> DistrictAsync(CancellationToken ct) => (await units.AllAsync(ct)).First(unit => unit.Kind == UnitKind.Bureau).Id; // every district has its bureau

    private static IndicatorCard CardOf(Pack pack, Indicator indicator) => new(
        indicator.Code, indicator.Name.ToString(), indicator.Name.Zh, pack.Title.ToString(), indicator.UnitShown, UnitZh(indicator), WayOf(indicator.Direction), IndicatorWords.IsQuestion(indicator), PlacesOf(indicator),
        IndicatorRefs.Indicator(indicator.Code), IndicatorsLinks.Indicator(indicator.Code));

    // What has no unit and no decimals is a count of whole things.
    private static string UnitZh(Indicator indicator) => indicator.Unit.Zh.Length > 0 ? indicator.Unit.Zh : IndicatorWords.IsQuestion(indicator) ? ""
        : indicator.Formula.Unit(Language.Chinese) is { Length: > 0 } unit ? unit : indicator.Decimals == 0 ? "个" : "";

    private static BetterWay WayOf(Direction direction) => direction switch
    {
        Direction.Up => BetterWay.Up,
        Direction.Down => BetterWay.Down,
        Direction.None => BetterWay.Neither,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IndicatorPlaces PlacesOf(Indicator indicator) => indicator.Levels.Aggregate(IndicatorPlaces.None, (all, level) => all | level switch
    {
        Level.School => IndicatorPlaces.Schools,
        Level.Group => IndicatorPlaces.Groups,
        Level.District => IndicatorPlaces.District,
        _ => throw new System.Diagnostics.UnreachableException(),
    });
}
