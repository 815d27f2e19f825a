using Shuren.Contracts.Schools;
using Shuren.Schools.Model;

namespace Shuren.Schools.Promote;

/// <summary>What becomes of a pupil when the school year ends.</summary>
internal enum PromotionStep
{
    /// <summary>升级.</summary>
    Promote,

    /// <summary>毕业: the last grade of the stage, and the school goes no further.</summary>
    Graduate,

    /// <summary>保留年级: on the roll and not taught.</summary>
    Carry,
}

/// <summary>The rules of the promotion: pure, one pupil at a time.</summary>
/// <param name="StraightOn">Schools that teach primary and junior: their sixth grade goes on inside the school (九年一贯直升).</param>
internal sealed record PromotionPlan(IReadOnlySet<Guid> StraightOn)
{
    /// <summary>The last grades of the stages. Junior school lasts three years; where it lasts four, 23 is not the last (24 stands in the table of grades).</summary>
    public static IReadOnlySet<int> LastGrades { get; } = new HashSet<int> { 3, 16, 23, 24, 33, 43, 59 };

    /// <summary>What becomes of a row of the roll.</summary>
    public PromotionStep StepOf(Enrolment row) => row switch
    {
        { Status: not EnrolmentStatus.Attending } => PromotionStep.Carry,
        { Grade: 16 } when StraightOn.Contains(row.SchoolId) => PromotionStep.Promote,
        _ when LastGrades.Contains(row.Grade) => PromotionStep.Graduate,
        _ => PromotionStep.Promote,
    };

    /// <summary>The grade after a grade, of a pupil or class that goes on; a class of mixed ages stays one.</summary>
    public static int NextGrade(int grade) => grade switch
    {
        4 => 4,
        16 => 21,
        _ => grade + 1,
    };

    /// <summary>Whether a class has a successor.</summary>
    public bool GoesOn(SchoolClass taught) => !LastGrades.Contains(taught.Grade) || (taught.Grade == 16 && StraightOn.Contains(taught.SchoolId));

    /// <summary>The row with which the next school year begins; null for who graduates.</summary>
    /// <param name="row">The row that ends.</param>
    /// <param name="on">The first day of the new year.</param>
    /// <param name="classOf">The new year's class by the old one's.</param>
    public Enrolment? NextOf(Enrolment row, DateOnly on, IReadOnlyDictionary<Guid, Guid> classOf)
    {
        var step = StepOf(row);
        if (step == PromotionStep.Graduate)
            return null;
        var goesOn = step == PromotionStep.Promote;
        return row.Next(row.SchoolId, goesOn && row.ClassId is { } old && classOf.TryGetValue(old, out var next) ? next : null, on.Year, goesOn ? NextGrade(row.Grade) : row.Grade, on,
            goesOn ? EnrolmentStart.Promoted : EnrolmentStart.Changed);
    }
}
