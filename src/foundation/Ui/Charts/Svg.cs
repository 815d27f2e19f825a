using static System.FormattableString;

namespace Shuren.Ui;

/// <summary>Numbers as SVG attributes want them: no inline style is allowed, so lengths are attributes in percent.</summary>
internal static class Svg
{
    /// <summary>A part of a whole as a length, kept between 0% and 100%.</summary>
    public static string Length(decimal part, decimal whole) =>
        whole <= 0 ? "0%" : Invariant($"{Math.Clamp(part / whole, 0, 1) * 100:0.##}%");
}
