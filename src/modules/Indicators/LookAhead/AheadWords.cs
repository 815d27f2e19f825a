using Shuren.Contracts.Indicators;
using Shuren.Indicators.Packs;
using Shuren.Kernel;
using Shuren.Ui;

namespace Shuren.Indicators.LookAhead;

/// <summary>A forecast in words.</summary>
internal static class AheadWords
{
    /// <summary>按现在的速度，2026年12月31日预计57.1%（56.3%～57.9%），达不到目标。</summary>
    public static string Of(Indicator indicator, IndicatorForecast forecast, GoalOutlook outlook) => forecast.State switch
    {
        ForecastState.Known => AheadText.Known.Filled(Wording.FullDay(forecast.By), IndicatorWords.Value(indicator, forecast.Expected), IndicatorWords.Value(indicator, forecast.Low), IndicatorWords.Value(indicator, forecast.High),
            Signed(indicator, forecast.Pace!.Value), Said(outlook)), // a known one has all numbers
        ForecastState.TooLittleHistory => AheadText.TooLittle.Filled(forecast.Points, Forecast.LeastPoints, Forecast.LeastDays),
        ForecastState.TooFar => AheadText.TooFar.Filled(Wording.FullDay(forecast.By)),
        ForecastState.Over => AheadText.Over.Filled(Wording.FullDay(forecast.By)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The lamp of an outlook.</summary>
    public static LampKind Lamp(GoalOutlook outlook) => outlook switch
    {
        GoalOutlook.Will => LampKind.Reached,
        GoalOutlook.May => LampKind.InReach,
        GoalOutlook.WillNot => LampKind.Behind,
        GoalOutlook.Unknown => LampKind.NotStarted,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Said(GoalOutlook outlook) => outlook switch
    {
        GoalOutlook.Will => AheadText.Will,
        GoalOutlook.May => AheadText.May,
        GoalOutlook.WillNot => AheadText.WillNot,
        GoalOutlook.Unknown => AheadText.Stop,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Signed(Indicator indicator, double value) => (value > 0 ? "+" : "") + IndicatorWords.Value(indicator, value);
}
