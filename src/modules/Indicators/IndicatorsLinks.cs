namespace Shuren.Indicators;

/// <summary>Addresses of the room's pages, relative to the district's.</summary>
internal static class IndicatorsLinks
{
    public const string Indicators = "indicators";
    public const string Figures = "indicators/figures";

    public const string Alerts = "indicators/alerts";

    public static string Pack(string pack) => $"indicators/packs/{pack}";

    public static string Indicator(string code, Guid? unit = null) => $"indicators/{code}" + (unit is { } id ? $"?unit={id:N}" : "");

    /// <summary>All values of a unit.</summary>
    public static string Unit(Guid unit) => $"indicators/units/{unit:N}";

    public static string Report(string item) => $"indicators/figures/{item}/report";

    public static string Confirm(Guid figure) => $"indicators/figures/confirm/{figure:N}";

    /// <summary>The alerts of a rule in a pack.</summary>
    public static string AlertsOf(string rule, string pack) => $"{Alerts}?rule={rule}&pack={pack}";

    /// <summary>The alerts at a unit.</summary>
    public static string AlertsAt(Guid unit) => $"{Alerts}?unit={unit:N}";

    public static string Alert(Guid alert) => $"{Alerts}/{alert:N}";

    public static string Silence(Guid alert) => $"{Alerts}/{alert:N}/silence";

    public static string Lift(Guid silence) => $"{Alerts}/silences/{silence:N}/lift";
}
