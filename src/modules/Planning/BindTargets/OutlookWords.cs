using Shuren.Contracts.Indicators;
using Shuren.Kernel;
using Shuren.Planning.ViewTargets;
using Shuren.Ui;

namespace Shuren.Planning.BindTargets;

/// <summary>An outlook in words.</summary>
internal static class OutlookWords
{
    /// <summary>In a narrow place: 预计57.1%，达不到.</summary>
    public static string Short(TargetLine target, TargetOutlook outlook) => outlook.State switch
    {
        ForecastState.Known => BindText.OutlookShort.Filled(Rounded(outlook.Expected!.Value) + target.ShownUnit, Said(outlook.Outlook)), // a known one has its numbers
        ForecastState.TooLittleHistory => BindText.OutlookTooLittle,
        ForecastState.TooFar => BindText.OutlookTooFar,
        ForecastState.Over => "",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A whole sentence: 按现在的速度，12月31日预计57.1%（56.3%～57.9%），达不到。</summary>
    public static string Sentence(TargetLine target, TargetOutlook outlook) => outlook.State switch
    {
        ForecastState.Known => BindText.OutlookKnown.Filled(Wording.FullDay(outlook.By), Rounded(outlook.Expected!.Value) + target.ShownUnit, Rounded(outlook.Low!.Value) + target.ShownUnit, Rounded(outlook.High!.Value) + target.ShownUnit, Said(outlook.Outlook)), // as above
        ForecastState.TooLittleHistory => BindText.OutlookTooLittleWhy.Filled(outlook.Points),
        ForecastState.TooFar => BindText.OutlookTooFarWhy.Filled(Wording.FullDay(outlook.By)),
        ForecastState.Over => BindText.OutlookOver.Filled(Wording.FullDay(outlook.By)),
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
        GoalOutlook.Will => BindText.OutlookWill,
        GoalOutlook.May => BindText.OutlookMay,
        GoalOutlook.WillNot => BindText.OutlookWillNot,
        GoalOutlook.Unknown => BindText.OutlookUnknown,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // What is expected is no measurement: two decimals are more than enough.
    private static string Rounded(double value) => TargetWords.Number(Math.Round(value, 2, MidpointRounding.AwayFromZero));
}
