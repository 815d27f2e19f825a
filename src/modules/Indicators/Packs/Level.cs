using Shuren.Contracts.Organization;

namespace Shuren.Indicators.Packs;

/// <summary>Where an indicator has a meaning.</summary>
internal enum Level
{
    /// <summary>学校、幼儿园.</summary>
    School,

    /// <summary>集团、联盟、片区.</summary>
    Group,

    /// <summary>全县.</summary>
    District,
}

/// <summary>Which units have values.</summary>
internal static class Levels
{
    /// <summary>The level of a unit of that kind; null for units that have no schools' rows, such as sections.</summary>
    public static Level? Of(UnitKind kind) => kind switch
    {
        UnitKind.Bureau => Level.District,
        UnitKind.SchoolGroup => Level.Group,
        UnitKind.School or UnitKind.Kindergarten => Level.School,
        _ => null,
    };
}
