namespace Shuren.Contracts.Indicators;

/// <summary>An indicator at a unit, looked ahead to a day.</summary>
/// <param name="At">Which indicator at which unit.</param>
/// <param name="By">The day that is asked about.</param>
public readonly record struct ForecastAsked(IndicatorAt At, DateOnly By);

/// <summary>Whether something can be said about a day to come.</summary>
public enum ForecastState
{
    /// <summary>It can.</summary>
    Known,

    /// <summary>There are too few values, or they reach back too short a time.</summary>
    TooLittleHistory,

    /// <summary>The day is further ahead than the history allows.</summary>
    TooFar,

    /// <summary>The day is over or today: the value says it all.</summary>
    Over,
}

/// <summary>What an indicator comes to if it goes on at the pace so far (docs/decisions/0197). Numbers are in the indicator's unit.</summary>
/// <param name="State">Whether something can be said; the numbers are null where not.</param>
/// <param name="By">The day that was asked about.</param>
/// <param name="Expected">The value expected on that day.</param>
/// <param name="Low">The lower end of what the middle half of the paces gives.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Pace">By how much it changes in a year.</param>
/// <param name="Since">From which day on values were looked at; null where there are none.</param>
/// <param name="Points">How many values.</param>
public sealed record IndicatorForecast(ForecastState State, DateOnly By, double? Expected, double? Low, double? High, double? Pace, DateOnly? Since, int Points);

/// <summary>Whether a goal will be met by its day at the pace so far.</summary>
public enum GoalOutlook
{
    /// <summary>Nothing can be said.</summary>
    Unknown,

    /// <summary>At the slower and at the faster of the usual paces.</summary>
    Will,

    /// <summary>At some of them.</summary>
    May,

    /// <summary>At none.</summary>
    WillNot,
}

/// <summary>How an outlook follows from the paces.</summary>
public static class GoalOutlooks
{
    /// <summary>Whether a goal will be met, from whether it would be at each pace that is looked at (docs/decisions/0197).</summary>
    /// <param name="met">An answer for each pace; none is unknown.</param>
    public static GoalOutlook Of(IReadOnlyList<bool> met) => met.Count == 0 ? GoalOutlook.Unknown : met.All(one => one) ? GoalOutlook.Will : met.Any(one => one) ? GoalOutlook.May : GoalOutlook.WillNot;
}

/// <summary>A goal that another room has set for an indicator, as it is written on the indicator's page.</summary>
/// <param name="Title">What it is called there.</param>
/// <param name="Href">Its page, relative to the district's address.</param>
/// <param name="Goal">The goal in words: ≥ 58%.</param>
/// <param name="Value">Where it is now, in the goal's own unit.</param>
/// <param name="By">By when.</param>
/// <param name="Outlook">Whether it will be met.</param>
/// <param name="Words">The same as a sentence.</param>
public sealed record IndicatorGoal(string Title, string Href, string Goal, string Value, DateOnly By, GoalOutlook Outlook, string Words);

/// <summary>Answered by rooms above that set goals for indicators: what stands on the indicator's page about them. Only what the actor may see.</summary>
public interface IGoalsOfIndicators
{
    /// <summary>The goals that are set for an indicator at a unit, in the order of their days.</summary>
    /// <param name="at">Which indicator; no unit for the district.</param>
    /// <param name="ct">Stops the wait.</param>
    Task<IReadOnlyList<IndicatorGoal>> OfAsync(IndicatorAt at, CancellationToken ct);
}
