using Shuren.Indicators.Model;
using Shuren.Indicators.WatchReadings;
using Shuren.Kernel;
using Shuren.Ui;

namespace Shuren.Indicators.ViewAlerts;

/// <summary>How alerts and rules are said.</summary>
internal static class AlertWords
{
    public static string Of(AlertState state) => state switch
    {
        AlertState.Pending => AlertText.State_Pending,
        AlertState.Firing => AlertText.State_Firing,
        AlertState.Resolved => AlertText.State_Resolved,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Serious => AlertText.Severity_Serious,
        AlertSeverity.Warning => AlertText.Severity_Warning,
        AlertSeverity.Notice => AlertText.Severity_Notice,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Tone ToneOf(AlertSeverity? severity) => severity switch { AlertSeverity.Serious => Tone.Red, AlertSeverity.Warning => Tone.Amber, _ => Tone.Plain };

    public static LampKind Lamp(AlertLine line) => line.Alert.State switch
    {
        AlertState.Pending => LampKind.DueSoon,
        AlertState.Resolved => LampKind.Done,
        _ => line.IsLoud ? LampKind.Late : LampKind.NotStarted,
    };

    /// <summary>The state with what keeps it silent.</summary>
    public static string StateOf(AlertLine line) => line.Silence is { } silence ? AlertText.Silenced.Filled(Wording.FullDay(silence.LastDay)) : line is { IsQuiet: true, Alert.State: AlertState.Firing } ? AlertText.InHolidays : Of(line.Alert.State);

    /// <summary>Today's value; what the figure lacks has none.</summary>
    public static string Now(AlertLine line) => Value(line, line.Now);

    public static string Value(AlertLine line, double? value) => line.Indicator is { } indicator ? IndicatorWords.Value(indicator, value) : IndicatorsText.NoValue;

    /// <summary>What the value is held against, as it was when it fired or began.</summary>
    public static string Against(AlertLine line, DateOnly today) => (line.Rule?.Kind, line.Alert) switch
    {
        (AlertKind.Missed, _) when line.Indicator is { } indicator => IndicatorWords.Goal(indicator, today),
        (AlertKind.Worse, { Line: { } limit, PastDay: { } day } alert) => AlertText.Line_Worse.Filled(Value(line, limit), Value(line, alert.Past), Wording.Day(day, today)),
        (AlertKind.Jump, { Past: { } past, PastDay: { } day }) => AlertText.Line_Jump.Filled(Value(line, past), Wording.Day(day, today)),
        (AlertKind.Unreported, { PastDay: { } due }) => AlertText.Line_Unreported.Filled(Wording.FullDay(due)),
        _ => "",
    };

    public static string SinceOf(AlertLine line, DateOnly today) => AlertText.SinceDays.Filled(Wording.Day(line.Alert.Since, today), line.Days);

    /// <summary>A rule in words: what it looks for, for how long, and when it looks away.</summary>
    public static string InWords(AlertRule rule)
    {
        var what = rule.Kind switch
        {
            AlertKind.Missed => rule.Clear > 0 ? AlertText.RuleMissedClear.Filled(rule.Clear) : AlertText.RuleMissed,
            AlertKind.Worse => AlertText.RuleWorse.Filled(rule.Days, rule.By),
            AlertKind.Unreported => AlertText.RuleUnreported.Filled(Day(rule.Due!.Value)), // such a rule has one
            AlertKind.Jump => AlertText.RuleJump.Filled(rule.By, rule.Days, rule.Factor),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var lasts = rule.For == 0 ? AlertText.RuleAtOnce.Filled(rule.Well) : AlertText.RuleFor.Filled(rule.For, rule.Well);
        var silent = rule.Holidays == InHolidays.Silent ? AlertText.RuleSilent : "";
        var pause = rule.Pause is { } span ? AlertText.RulePause.Filled(Day(span.First), Day(span.Last)) : "";
        return string.Join(IndicatorWords.Language == Formulas.Language.English ? " " : "", new[] { what, lasts, silent, pause }.Where(words => words.Length > 0));
    }

    // A day of any year; in a leap year, so that 29 February is one.
    private static string Day((int Month, int Day) day) => Wording.Day(new DateOnly(2024, day.Month, day.Day));
}
