using System.Globalization;

namespace Shuren.PlanText.Numbers;

/// <summary>Numbers as text that reads the same everywhere.</summary>
internal static class Invariant
{
    /// <summary>12000, 97.2: no separators, no trailing zeros.</summary>
    internal static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
