using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;

namespace Shuren.Schools.Generate;

/// <summary>What is asked of the generator.</summary>
/// <param name="Pupils">How many pupils stand on the roll, exactly.</param>
/// <param name="Schools">How many schools and kindergartens there are, exactly, those that the district has already among them.</param>
/// <param name="Seed">The same seed gives the same district.</param>
/// <param name="SchoolYear">The year of the 1 September from which the roll counts.</param>
internal sealed record DistrictOrder(int Pupils, int Schools, long Seed, int SchoolYear);

/// <summary>A school as it is planned, before its rows are made.</summary>
internal sealed class PlannedSchool
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required SchoolKind Kind { get; init; }
    public required Locality Locality { get; init; }
    public required Ownership Ownership { get; init; }

    /// <summary>Place in the order, from 0: its own stream of chance.</summary>
    public required int Index { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }

    /// <summary>Pupils of each stage that it teaches.</summary>
    public Dictionary<Stage, int> Pupils { get; } = [];

    public bool IsUrban => Locality is Locality.MainUrban or Locality.UrbanFringe;

    public bool IsRural => Locality is Locality.TownshipCentre or Locality.Village;

    public UnitKind UnitKind => Kind == SchoolKind.Kindergarten ? UnitKind.Kindergarten : UnitKind.School;
}
