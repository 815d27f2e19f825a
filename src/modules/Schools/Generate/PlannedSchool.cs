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

    /// <summary>The stages of a kind of school.</summary>
    public static IReadOnlyList<Stage> StagesOf(SchoolKind kind) => kind switch
    {
        SchoolKind.Kindergarten => [Stage.Preschool],
        SchoolKind.Primary or SchoolKind.TeachingPoint => [Stage.Primary],
        SchoolKind.Junior => [Stage.Junior],
        SchoolKind.NineYear => [Stage.Primary, Stage.Junior],
        SchoolKind.CompleteSecondary => [Stage.Junior, Stage.Senior],
        SchoolKind.Senior => [Stage.Senior],
        SchoolKind.TwelveYear => [Stage.Primary, Stage.Junior, Stage.Senior],
        SchoolKind.Vocational => [Stage.Vocational],
        SchoolKind.Special => [Stage.Special],
        SchoolKind.Institution => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Grades of a stage, and what is usual in it.</summary>
internal static class Grades
{
    /// <summary>The codes of the grades that a pupil passes, in their order.</summary>
    public static IReadOnlyList<int> Of(Stage stage) => stage switch
    {
        Stage.Preschool => [1, 2, 3],
        Stage.Primary => [11, 12, 13, 14, 15, 16],
        Stage.Junior => [21, 22, 23],
        Stage.Senior => [31, 32, 33],
        Stage.Vocational => [41, 42, 43],
        Stage.Special => [51, 52, 53, 54, 55, 56, 57, 58, 59],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The stage of a grade.</summary>
    public static Stage StageOf(int grade) => (Stage)(grade / 10);

    /// <summary>The age on 31 August at which a pupil of the usual path enters a grade.</summary>
    public static int AgeIn(int grade) => (grade / 10) switch
    {
        0 => 2 + grade,
        1 => grade - 5,
        2 => grade - 9,
        3 => grade - 16,
        4 => grade - 26,
        _ => grade - 45,
    };
}
