using Shuren.Contracts.Schools;

namespace Shuren.Schools.Model;

/// <summary>The stages of a kind of school, the grades of a stage, and what is usual in it.</summary>
internal static class Grades
{
    /// <summary>小学六年级.</summary>
    public const int LastOfPrimary = 16;

    /// <summary>The grade from which a primary part's children leave: 16, or 15 where it lasts five years (五四制).</summary>
    /// <param name="years">As the part says; null for the usual six.</param>
    public static int LeavingPrimary(int? years) => 10 + (years ?? 6);

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
