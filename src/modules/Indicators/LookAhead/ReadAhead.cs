using Shuren.Contracts.Indicators;
using Shuren.Indicators.Packs;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Indicators.LookAhead;

/// <summary>What lies ahead of an indicator at a unit: where it comes to by the end of the year, whether the document's goal will be met, and the goals that plans have set for it.</summary>
internal sealed class ReadAhead(PackBook book, IndicatorScope reach, ReadForecasts forecasts, IEnumerable<IGoalsOfIndicators> rooms) : IHandler
{
    /// <summary>What is shown.</summary>
    /// <param name="Indicator">What is measured.</param>
    /// <param name="Forecast">By the end of the year.</param>
    /// <param name="Outlook">Whether the goal of the document will be met by then.</param>
    /// <param name="Goals">What plans want, in the order of their days.</param>
    public sealed record View(Indicator Indicator, IndicatorForecast Forecast, GoalOutlook Outlook, IReadOnlyList<IndicatorGoal> Goals);

    /// <param name="code">The indicator.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="today">The day of the readings.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Null where there is no such indicator, or no such unit for this actor.</returns>
    public async Task<View?> RunAsync(string code, Guid unit, DateOnly today, CancellationToken ct)
    {
        var seen = await reach.RunAsync(IndicatorsRights.View, ct);
        if (book.Find(code) is not { Indicator: var indicator } || !seen.Sees(unit))
            return null;
        var forecast = (await forecasts.RunAsync([(indicator.Code, unit, new(today.Year, 12, 31))], today, ct))[0];
        var goals = new List<IndicatorGoal>();
        foreach (var room in rooms)
            goals.AddRange(await room.OfAsync(new(indicator.Code, unit == seen.District.Id ? null : unit), ct));
        return new(indicator, forecast, OutlookOf(indicator.Goal, forecast), [.. goals.OrderBy(goal => goal.By)]);
    }

    /// <summary>Met at every pace of the middle half: it will; at some: it may.</summary>
    internal static GoalOutlook OutlookOf(Goal? goal, IndicatorForecast forecast) => goal is null || forecast.State != ForecastState.Known ? GoalOutlook.Unknown
        // A goal that holds on that day can be told of each of the three values, one that does not of none.
        : GoalOutlooks.Of([.. new[] { forecast.Low, forecast.Expected, forecast.High }.Select(value => goal.IsMet(value, forecast.By)).OfType<bool>()]);
}
