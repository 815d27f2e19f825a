namespace Shuren.Indicators;

/// <summary>Addresses of the room's pages, relative to the district's.</summary>
internal static class IndicatorsLinks
{
    public const string Indicators = "indicators";
    public const string Figures = "indicators/figures";

    public static string Pack(string pack) => $"indicators/packs/{pack}";

    public static string Indicator(string code, Guid? unit = null) => $"indicators/{code}" + (unit is { } id ? $"?unit={id:N}" : "");

    /// <summary>All values of a unit.</summary>
    public static string Unit(Guid unit) => $"indicators/units/{unit:N}";

    public static string Report(string item) => $"indicators/figures/{item}/report";

    public static string Confirm(Guid figure) => $"indicators/figures/confirm/{figure:N}";
}
