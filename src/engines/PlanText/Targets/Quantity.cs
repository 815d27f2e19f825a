using Shuren.PlanText.Numbers;

namespace Shuren.PlanText.Targets;

/// <summary>A number with what it counts: found, but not yet understood.</summary>
/// <param name="Number">The number.</param>
/// <param name="End">Offset behind the measure word.</param>
/// <param name="Unit">As a target prints it: 所, %, 亿元, 名次, or empty.</param>
/// <param name="Measure">The measure word, or null (%, a ratio, a rank, a bare number).</param>
internal sealed record Quantity(NumberSpan Number, int End, string Unit, MeasureWord? Measure)
{
    internal const string RankUnit = "名次";

    internal int Start => Number.Start;

    internal bool IsRank => Unit == RankUnit;

    /// <summary>前三 rather than 第三: any place up to that one will do.</summary>
    internal bool IsWithin { get; init; }

    internal bool IsShare => Unit is "%" or "‰" or "个百分点" or "百分点";

    /// <summary>Decimal text in the unit's base: 1.2万个 is 12000, but 5亿元 stays 5 because its unit says 亿元.</summary>
    internal string Value
    {
        get
        {
            if (Number.Written is { } written)
                return written;
            var factor = Measure is { IsMoney: true } ? 1 : Number.Magnitude;
            var low = Invariant.Text(Number.Low * factor);
            return Number.High is { } high ? low + "-" + Invariant.Text(high * factor) : low;
        }
    }
}
