using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;

namespace Shuren.Indicators.ReadReadings;

/// <summary>How an indicator stands at a unit.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Reading">Its value; null where there is none.</param>
/// <param name="Met">Whether the goal is met; null where there is no goal, or no value.</param>
internal sealed record IndicatorStanding(Indicator Indicator, Reading? Reading, bool? Met)
{
    public static IndicatorStanding Of(Indicator indicator, Reading? reading, DateOnly day) => new(indicator, reading, indicator.Goal?.IsMet(reading?.Value, day));
}

/// <summary>How a document's item stands in the district: met when all that it asks is.</summary>
/// <param name="Item">Its number in the document.</param>
/// <param name="Parts">What it asks.</param>
internal sealed record ItemStanding(string Item, IReadOnlyList<IndicatorStanding> Parts)
{
    /// <summary>False where any part is not met, null where none fails and one cannot be told.</summary>
    public bool? Met => Parts.Any(part => part.Met == false) ? false : Parts.All(part => part.Met == true) ? true : null;
}

/// <summary>Whether the county meets what a document asks, and why not.</summary>
/// <param name="Items">Every item that decides.</param>
internal sealed record Verdict(IReadOnlyList<ItemStanding> Items)
{
    /// <summary>True when every item is met, false when one is not, null while something is unknown and nothing fails.</summary>
    public bool? Met => Items.Any(item => item.Met == false) ? false : Items.All(item => item.Met == true) ? true : null;

    public int CountOf(bool? met) => Items.Count(item => item.Met == met);

    public static Verdict Of(Pack pack, IReadOnlyDictionary<string, Reading> district, DateOnly day) => new(
        [.. pack.Indicators.Where(indicator => indicator.Counts).GroupBy(indicator => indicator.Item)
            .Select(item => new ItemStanding(item.Key, [.. item.Select(indicator => IndicatorStanding.Of(indicator, district.GetValueOrDefault(indicator.Code), day))]))]);
}
