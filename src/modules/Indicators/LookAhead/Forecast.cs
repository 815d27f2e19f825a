using Shuren.Contracts.Indicators;

namespace Shuren.Indicators.LookAhead;

/// <summary>
/// What a value comes to on a day if it goes on at the pace so far, from today's value on (docs/decisions/0197). Looked at are the last value of each month of a year and today's: of older
/// months no more is kept, so the answer does not change when days are thinned out.
/// </summary>
internal static class Forecast
{
    /// <summary>So many days are looked back.</summary>
    public const int Back = 366;

    /// <summary>Fewer values than that say nothing of a pace.</summary>
    public const int LeastPoints = 4;

    /// <summary>Nor do values of fewer days than a quarter.</summary>
    public const int LeastDays = 90;

    /// <summary>It is looked ahead at most so many times as far as back.</summary>
    public const int MostAhead = 2;

    private const double DaysOfYear = 365.25;

    /// <param name="history">Values by day, in any order; later ones than today are not looked at.</param>
    /// <param name="today">The day of the last value.</param>
    /// <param name="by">The day that is asked about.</param>
    /// <param name="isShare">Whether it is a percentage: one that was never above 100 will not be.</param>
    public static IndicatorForecast Of(IEnumerable<(DateOnly Day, double Value)> history, DateOnly today, DateOnly by, bool isShare)
    {
        var points = Points(history, today);
        var since = points.Count > 0 ? points[0].Day : (DateOnly?)null;
        var state = StateOf(points, today, by);
        if (state != ForecastState.Known)
            return new(state, by, null, null, null, null, since, points.Count);
        var (pace, ahead, now) = (Pace.Of(points), by.DayNumber - today.DayNumber, points[^1].Value);
        var (least, most) = (points.TrueForAll(point => point.Value >= 0) ? 0 : double.NegativeInfinity, isShare && points.TrueForAll(point => point.Value <= 100) ? 100 : double.PositiveInfinity);
        return new(state, by, At(pace.Middle), At(pace.Slow), At(pace.Fast), pace.Middle * DaysOfYear, since, points.Count);

        double At(double slope) => Math.Clamp(now + slope * ahead, least, most);
    }

    /// <summary>The last value of each month of the year before today, oldest first.</summary>
    private static List<(DateOnly Day, double Value)> Points(IEnumerable<(DateOnly Day, double Value)> history, DateOnly today) =>
        [.. history.Where(point => point.Day <= today && point.Day > today.AddDays(-Back)).GroupBy(point => (point.Day.Year, point.Day.Month)).Select(month => month.MaxBy(point => point.Day)).OrderBy(point => point.Day)];

    private static ForecastState StateOf(List<(DateOnly Day, double Value)> points, DateOnly today, DateOnly by)
    {
        if (by <= today)
            return ForecastState.Over;
        // Without today's value one would go on from an old one.
        if (points.Count < LeastPoints || points[^1].Day != today || today.DayNumber - points[0].Day.DayNumber is var days && days < LeastDays)
            return ForecastState.TooLittleHistory;
        return by.DayNumber - today.DayNumber > MostAhead * days ? ForecastState.TooFar : ForecastState.Known;
    }
}
