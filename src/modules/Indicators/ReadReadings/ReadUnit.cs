using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Indicators.Packs;
using Shuren.Platform;

namespace Shuren.Indicators.ReadReadings;

/// <summary>A unit's sheet: every indicator of every pack that has a value for it, beside the district's. What only describes and is 0, such as the junior pupils of a primary school, is left out.</summary>
internal sealed class ReadUnit(IndicatorsDb indicators, KeepReadings.KeepReadings keep, PackBook book, IndicatorScope reach) : IHandler
{
    /// <summary>An indicator of the sheet.</summary>
    public sealed record Line(Indicator Indicator, IndicatorStanding Own, IndicatorStanding District);

    /// <summary>The indicators of a pack.</summary>
    public sealed record Part(Pack Pack, IReadOnlyList<Line> Lines);

    /// <summary>What is shown.</summary>
    public sealed record View(UnitCard Unit, DateOnly Day, IReadOnlyList<Part> Parts)
    {
        public int CountOf(bool? met) => Parts.Sum(part => part.Lines.Count(line => line.Indicator.Goal is not null && line.Own.Met == met));
    }

    /// <returns>Null where there is no such unit for this actor.</returns>
    public async Task<View?> RunAsync(Guid unit, CancellationToken ct)
    {
        var seen = await reach.RunAsync(IndicatorsRights.View, ct);
        if (!seen.Sees(unit))
            return null;
        var (card, day) = (seen.All[unit], (await keep.RunAsync(ct)).Day);
        var readings = await indicators.Readings.AsNoTracking().Where(reading => reading.Day == day && (reading.UnitId == unit || reading.UnitId == seen.District.Id)).ToListAsync(ct);
        var own = readings.Where(reading => reading.UnitId == unit).ToDictionary(reading => reading.Indicator);
        var district = readings.Where(reading => reading.UnitId == seen.District.Id).ToDictionary(reading => reading.Indicator);
        return new(card, day, [.. book.All.Select(pack => new Part(pack,
            [.. pack.Indicators.Where(indicator => own.TryGetValue(indicator.Code, out var reading) && indicator.Fits(card) && (indicator.Goal is not null || reading.Value != 0))
                .Select(indicator => new Line(indicator, IndicatorStanding.Of(indicator, own[indicator.Code], day), IndicatorStanding.Of(indicator, district.GetValueOrDefault(indicator.Code), day)))])).Where(part => part.Lines.Count > 0)]);
    }
}
