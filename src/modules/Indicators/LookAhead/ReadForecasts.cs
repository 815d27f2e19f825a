using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Indicators;
using Shuren.Indicators.Packs;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Indicators.LookAhead;

/// <summary>Looks ahead for many indicators at once, in one query.</summary>
internal sealed class ReadForecasts(IndicatorsDb indicators, PackBook book) : IHandler
{
    /// <param name="asked">Which indicators at which units (by id) and for which days.</param>
    /// <param name="today">The day of the current readings.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>In the order of what is asked.</returns>
    public async Task<IReadOnlyList<IndicatorForecast>> RunAsync(IReadOnlyList<(string Code, Guid Unit, DateOnly By)> asked, DateOnly today, CancellationToken ct)
    {
        if (asked.Count == 0)
            return [];
        var (codes, units, since) = (asked.Select(one => one.Code).Distinct().ToList(), asked.Select(one => one.Unit).Distinct().ToList(), today.AddDays(-Forecast.Back));
        var readings = (await indicators.Readings.AsNoTracking().Where(reading => codes.Contains(reading.Indicator) && units.Contains(reading.UnitId) && reading.Day > since && reading.Day <= today)
            .Select(reading => new { reading.Indicator, reading.UnitId, reading.Day, reading.Value }).ToListAsync(ct)).ToLookup(reading => (reading.Indicator, reading.UnitId), reading => (reading.Day, reading.Value));
        return [.. asked.Select(one => Forecast.Of(readings[(one.Code, one.Unit)], today, one.By, book.Find(one.Code) is { } found && IsShare(found.Indicator)))];
    }

    private static bool IsShare(Indicator indicator) => !indicator.Formula.IsCondition && (indicator.Unit.Zh.Length > 0 ? indicator.Unit.Zh : indicator.Formula.Unit(Formulas.Language.Chinese)) == "%";
}
