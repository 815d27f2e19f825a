using Shuren.Contracts.Organization;
using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;
using Shuren.Indicators.WatchReadings;

namespace Shuren.Indicators.ViewAlerts;

/// <summary>An alert as it is shown.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Rule">Its rule; null where there is none any more.</param>
/// <param name="Pack">The pack of its indicator or figure; null where there is none any more.</param>
/// <param name="Indicator">What it is about; null for a figure.</param>
/// <param name="Figure">The figure that was not reported; null for an indicator.</param>
/// <param name="Unit">Where; null for a unit that is closed.</param>
/// <param name="Now">The value of today.</param>
/// <param name="Silence">The silence under which it lies today.</param>
/// <param name="IsQuiet">True while its rule is silent in school holidays.</param>
/// <param name="Days">Days that the rule counts since it began.</param>
internal sealed record AlertLine(Alert Alert, AlertRule? Rule, Pack? Pack, Indicator? Indicator, FigureItem? Figure, UnitCard? Unit, double? Now, AlertSilence? Silence, bool IsQuiet, int Days)
{
    /// <summary>The name of the indicator or figure.</summary>
    public string About => Indicator?.Name.ToString() ?? Figure?.Name.ToString() ?? Alert.Subject;

    public string UnitName => Unit?.ShortName ?? "";

    /// <summary>Whether people are waiting for somebody: it fires, and nothing keeps it silent.</summary>
    public bool IsLoud => Alert.State == AlertState.Firing && Silence is null && !IsQuiet;
}

/// <summary>Which alerts are shown.</summary>
/// <param name="State">In this state; null for all.</param>
/// <param name="Rule">Of this rule.</param>
/// <param name="Pack">Of this pack.</param>
/// <param name="Unit">At this unit.</param>
internal sealed record AlertFilter(AlertState? State, string? Rule = null, string? Pack = null, Guid? Unit = null);
