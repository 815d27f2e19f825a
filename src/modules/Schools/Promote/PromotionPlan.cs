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

    /// <summary>移交: the leaving grade of a primary part. Left as it is: only a hand-over takes a child of compulsory age out of it, so that none falls between two schools.</summary>
    HandOver,

    /// <summary>保留年级: on the roll and not taught.</summary>
    Carry,
}

/// <summary>The rules of the promotion: pure, one pupil at a time.</summary>
/// <param name="StraightOn">Schools that teach primary and junior: their leaving grade goes on inside the school (九年一贯直升).</param>
/// <param name="FiveYears">Schools whose primary part lasts five years (五四制): their leaving grade is 15.</param>
/// <param name="HandingOver">Schools with a hand-over of the year: it decides on every child of their leaving grade, also on who goes straight on or is not taught.</param>
/// <param name="FourYears">Schools whose junior part lasts four years (五四制): their last grade is 24, and 23 goes on.</param>
internal sealed record PromotionPlan(IReadOnlySet<Guid> StraightOn, IReadOnlySet<Guid> FiveYears, IReadOnlySet<Guid> HandingOver, IReadOnlySet<Guid> FourYears)
{
    /// <summary>初三: the last of junior school where it lasts three years.</summary>
    public const int ThirdOfJunior = 23;

    /// <summary>The last grades of the stages, but for primary school's, which is handed over; of 23 see <see cref="IsLast"/>.</summary>
    public static IReadOnlySet<int> LastGrades { get; } = new HashSet<int> { 3, ThirdOfJunior, 24, 33, 43, 59 };

    /// <summary>Whether who is in that grade leaves the school by graduating.</summary>
    public bool IsLast(int grade, Guid school) => LastGrades.Contains(grade) && !(grade == ThirdOfJunior && FourYears.Contains(school));

    /// <summary>What becomes of a row of the roll.</summary>
    public PromotionStep StepOf(Enrolment row) => row switch
    {
        _ when IsLeaving(row.Grade, row.SchoolId) && HandingOver.Contains(row.SchoolId) => PromotionStep.HandOver,
        { Status: not EnrolmentStatus.Attending } => PromotionStep.Carry,
        _ when IsLeaving(row.Grade, row.SchoolId) => StraightOn.Contains(row.SchoolId) ? PromotionStep.Promote : PromotionStep.HandOver,
        _ when IsLast(row.Grade, row.SchoolId) => PromotionStep.Graduate,
        _ => PromotionStep.Promote,
    };

    /// <summary>The grade after a grade, of a pupil or class that goes on; a class of mixed ages stays one.</summary>
    public int NextGrade(int grade, Guid school) => grade switch
    {
        4 => 4,
        _ when IsLeaving(grade, school) => 21,
        _ => grade + 1,
    };

    /// <summary>Whether a class has a successor.</summary>
    public bool GoesOn(SchoolClass taught) => IsLeaving(taught.Grade, taught.SchoolId) ? StraightOn.Contains(taught.SchoolId) : !IsLast(taught.Grade, taught.SchoolId);

    /// <summary>The row with which the next school year begins; null for who graduates, and for who is handed over and keeps the row.</summary>
    /// <param name="row">The row that ends.</param>
    /// <param name="on">The first day of the new year.</param>
    /// <param name="classOf">The new year's class by the old one's.</param>
    public Enrolment? NextOf(Enrolment row, DateOnly on, IReadOnlyDictionary<Guid, Guid> classOf)
    {
        var step = StepOf(row);
        if (step is PromotionStep.Graduate or PromotionStep.HandOver)
            return null;
        var goesOn = step == PromotionStep.Promote;
        return row.Next(row.SchoolId, goesOn && row.ClassId is { } old && classOf.TryGetValue(old, out var next) ? next : null, on.Year, goesOn ? NextGrade(row.Grade, row.SchoolId) : row.Grade, on,
            goesOn ? EnrolmentStart.Promoted : EnrolmentStart.Changed);
    }

    private bool IsLeaving(int grade, Guid school) => grade == Grades.LastOfPrimary || (grade == Grades.LeavingPrimary(5) && FiveYears.Contains(school));
}
