namespace Shuren.Planning.BindTargets;

/// <summary>Differences of numbers as people write them: 57.3 - 55.1 is 2.2, not 2.1999999999999957.</summary>
internal static class Exactly
{
    private const double Largest = 1e15;

    /// <summary>The difference, reckoned in decimals where the numbers have that many.</summary>
    public static double Minus(double left, double right) =>
        Math.Abs(left) < Largest && Math.Abs(right) < Largest ? (double)((decimal)left - (decimal)right) : left - right;
}
