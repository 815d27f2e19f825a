using Shuren.Contracts.Indicators;
using Shuren.Planning.ViewTargets;
using Shuren.PlanText;

namespace Shuren.Planning.BindTargets;

/// <summary>Whether a target will be met by its day at the pace so far; numbers are in the target's unit.</summary>
/// <param name="By">Its day.</param>
/// <param name="State">Whether something can be said.</param>
/// <param name="Expected">The value on that day.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Outlook">Whether it will be met.</param>
/// <param name="Points">How many values were looked at.</param>
internal sealed record TargetOutlook(DateOnly By, ForecastState State, double? Expected, double? Low, double? High, GoalOutlook Outlook, int Points)
{
    /// <summary>From what the indicator comes to.</summary>
    public static TargetOutlook Of(TargetLine target, Measure measure, IndicatorForecast forecast)
    {
        if (forecast is not { State: ForecastState.Known, Expected: { } expected, Low: { } low, High: { } high })
            return new(forecast.By, forecast.State, null, null, null, GoalOutlook.Unknown, forecast.Points);
        // A fall is a growth with the other sign: what was low is high.
        double[] ends = [measure.Of(low), measure.Of(high)];
        var (least, most, middle) = (ends.Min(), ends.Max(), measure.Of(expected));
        return new(forecast.By, forecast.State, middle, least, most, OutlookOf(target, [least, middle, most]), forecast.Points);
    }

    private static GoalOutlook OutlookOf(TargetLine target, IReadOnlyList<double> values) => IsMet(target) is { } met ? GoalOutlooks.Of([.. values.Select(met)]) : GoalOutlook.Unknown;

    /// <summary>What asks of a value whether it meets the target; of a mere direction whether it has moved that way.</summary>
    private static Func<double, bool>? IsMet(TargetLine target) => (target.Kind, target.Value, target.Comparator, target.Computed?.Value?.Value) switch
    {
        (not TargetKind.Direction, { } goal, _, _) => value => TargetStandings.IsReached(target, goal, value),
        (_, _, "decrease", { } now) => value => value < now,
        (_, _, "increase", { } now) => value => value > now,
        _ => null,
    };
}
