using Shuren.Contracts.Schools;
using Shuren.Schools.Model;

namespace Shuren.Schools.Generate;

/// <summary>Divides the pupils of a school into grades and classes. Where schools burst, classes do.</summary>
internal sealed class ClassRows(PlannedSchool plan, Chance chance, DateOnly since)
{
    /// <summary>The classes with how many pupils each has.</summary>
    public IReadOnlyList<(SchoolClass Class, int Pupils)> All()
    {
        var classes = new List<(SchoolClass, int)>();
        foreach (var (stage, pupils) in plan.Pupils.OrderBy(part => part.Key))
        {
            foreach (var (grade, inGrade) in PlanDistrict.Split(pupils, [.. Grades.Of(stage).Select(grade => (grade, chance.Around(0.06)))]))
            {
                var count = (inGrade + Usual(stage) - 1) / Usual(stage);
                var sizes = PlanDistrict.Split(inGrade, [.. Enumerable.Range(1, count).Select(number => (number, 1 + (chance.Share() - 0.5) * 0.06))]);
                classes.AddRange(sizes.Select(size => (Class(grade, size.What), size.Count)));
            }
        }
        return classes;
    }

    private SchoolClass Class(int grade, int number) => new()
    {
        Id = chance.Id(since), SchoolId = plan.Id, SchoolYear = since.Year, Grade = grade, Number = number, Name = GradeNames.Class(grade, number), Since = since,
        Kind = plan.Kind == SchoolKind.Special ? ClassKind.Special : ClassKind.Ordinary,
    };

    private int Usual(Stage stage) => (stage, plan.IsUrban) switch
    {
        (Stage.Preschool, true) => 33,
        (Stage.Preschool, _) => 27,
        (Stage.Primary, true) => 46,
        (Stage.Special, _) => 10,
        (_, true) => 51,
        _ => plan.IsRural ? 36 : 44,
    };
}
