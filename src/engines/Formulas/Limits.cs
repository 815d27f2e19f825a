using System.Globalization;

namespace Shuren.Formulas;

/// <summary>What a formula may not exceed, so that no text can make a machine run long.</summary>
public static class Limits
{
    /// <summary>Characters of one formula.</summary>
    public const int Characters = 8_000;

    /// <summary>Brackets and operators inside one another.</summary>
    public const int Depth = 40;

    /// <summary>Pieces of one formula, other indicators put in.</summary>
    public const int Pieces = 600;

    /// <summary>Relations that the values of one formula come from, other indicators put in: SQLite joins no more than 64.</summary>
    public const int Relations = 50;

    /// <summary>How often indicators may stand inside one another.</summary>
    public const int Indicators = 8;

    /// <summary>How often <c>each</c> may stand inside <c>each</c>.</summary>
    public const int Each = 2;

    /// <summary>Powers of ten that no number of a formula may leave upwards: known beforehand, so that no database has an overflow to complain of.</summary>
    public const int HighestExponent = 300;

    /// <summary>The same downwards, other than 0.</summary>
    public const int LowestExponent = -315;

    /// <summary>Numbers in a formula: at most twelve digits before and nine behind the point.</summary>
    internal static bool IsNumber(string written)
    {
        var point = written.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? written : written[..point];
        return whole.TrimStart('0').Length <= 12 && (point < 0 || written.Length - point - 1 <= 9) && written.Length <= 40
            && decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
    }
}
