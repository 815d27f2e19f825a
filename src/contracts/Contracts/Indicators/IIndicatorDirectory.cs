namespace Shuren.Contracts.Indicators;

/// <summary>Which way an indicator is better.</summary>
public enum BetterWay
{
    /// <summary>越高越好.</summary>
    Up,

    /// <summary>越低越好.</summary>
    Down,

    /// <summary>Neither: it describes.</summary>
    Neither,
}

/// <summary>An indicator as other rooms see it.</summary>
/// <param name="Code">Unique among all packs; never changes.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="NameZh">Its Chinese name, by which plans speak of it.</param>
/// <param name="Pack">The name of its pack in the reader's language.</param>
/// <param name="Unit">The unit of its value in the reader's language; empty where it has none.</param>
/// <param name="UnitZh">The same in Chinese; 个 where it counts whole things without naming a unit, empty for a plain ratio.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="IsQuestion">True where it says whether something is so: 1 or 0.</param>
/// <param name="Places">The kinds of units that have values of it.</param>
/// <param name="Thing">How the thread names it.</param>
/// <param name="Href">Its page, relative to the district's address.</param>
public sealed record IndicatorCard(string Code, string Name, string NameZh, string Pack, string Unit, string UnitZh, BetterWay Better, bool IsQuestion, IndicatorPlaces Places, Kernel.Ref Thing, string Href);

/// <summary>Which units have values of an indicator.</summary>
[Flags]
public enum IndicatorPlaces
{
    /// <summary>No unit.</summary>
    None = 0,

    /// <summary>The district: the bureau.</summary>
    District = 1,

    /// <summary>Groups of schools.</summary>
    Groups = 2,

    /// <summary>Schools and kindergartens.</summary>
    Schools = 4,
}

/// <summary>An indicator at a unit.</summary>
/// <param name="Code">The indicator's code, written as the card has it.</param>
/// <param name="Unit">The unit; null for the district.</param>
public readonly record struct IndicatorAt(string Code, Guid? Unit);

/// <summary>The value of an indicator at a unit.</summary>
/// <param name="Day">The day for which it holds.</param>
/// <param name="Value">In the unit of the indicator's card; not rounded.</param>
public readonly record struct IndicatorValue(DateOnly Day, double Value);

/// <summary>Questions that other rooms ask about indicators. Who may see a value is the asking room's to decide: it shows it as part of something of its own.</summary>
public interface IIndicatorDirectory
{
    /// <summary>Every indicator of every pack, in the order of the packs.</summary>
    IReadOnlyList<IndicatorCard> All();

    /// <summary>The values of today, for all that is asked in a fixed number of queries; what has no value is absent.</summary>
    /// <param name="asked">Which indicators at which units.</param>
    /// <param name="asKept">True for a reader for whom nothing is written, such as a citizen: the values as they were kept last, with their day.</param>
    /// <param name="ct">Stops the wait.</param>
    Task<IReadOnlyDictionary<IndicatorAt, IndicatorValue>> NowAsync(IReadOnlyCollection<IndicatorAt> asked, bool asKept, CancellationToken ct);

    /// <summary>What indicators come to at the pace so far, for all that is asked in a fixed number of queries; every question has an answer.</summary>
    Task<IReadOnlyDictionary<ForecastAsked, IndicatorForecast>> ForecastAsync(IReadOnlyCollection<ForecastAsked> asked, CancellationToken ct);
}
