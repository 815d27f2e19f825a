using System.Globalization;

namespace Shuren.Planning.ImportPlan;

/// <summary>The number of a target as the reader prints it: <c>58</c>, <c>97.2</c>, a range <c>2-3</c>, or nothing for a direction.</summary>
internal static class Quantity
{
    /// <summary>The value, and for a range its upper end; both null where there is no number.</summary>
    public static (double? Value, double? Upper) Parse(string? printed)
    {
        if (string.IsNullOrEmpty(printed))
            return (null, null);
        var dash = printed.IndexOf('-', 1);
        return dash < 0 ? (Number(printed), null) : (Number(printed[..dash]), Number(printed[(dash + 1)..]));
    }

    private static double? Number(string digits) =>
        double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
