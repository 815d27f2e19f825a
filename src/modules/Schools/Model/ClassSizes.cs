using Shuren.Contracts.Schools;

namespace Shuren.Schools.Model;

/// <summary>
/// How many pupils a class should have at most: 45 in primary, 50 in junior and senior schools (城市、农村普通中小学校建设标准), 25, 30 and 35 by year in
/// kindergartens and 30 in mixed ages (幼儿园工作规程 art. 11). More is warned of, never refused: there may be no other class.
/// </summary>
internal static class ClassSizes
{
    /// <summary>The most; null where no standard says one.</summary>
    public static int? MostOf(int grade, ClassKind kind) => (Grades.StageOf(grade), grade) switch
    {
        (Stage.Preschool, 1) => 25,
        (Stage.Preschool, 2 or 4) => 30,
        (Stage.Preschool, 3) => 35,
        (Stage.Primary, _) when kind == ClassKind.Ordinary => 45,
        (Stage.Junior or Stage.Senior, _) when kind == ClassKind.Ordinary => 50,
        _ => null,
    };
}
