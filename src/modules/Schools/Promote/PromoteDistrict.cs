using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.Promote;

/// <summary>
/// Promotes the whole district in one step: every row of the old year ends, every pupil who goes on has one of the new year in the class that came from the old one.
/// The leaving grade of a primary school is left as it is: its children are handed over (<c>HandOverPupils</c>).
/// One act, one transaction, every row in the audit: no child can be lost between.
/// </summary>
internal sealed class PromoteDistrict(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <summary>What was done, or would be.</summary>
    public sealed record Counts(int FromYear, DateOnly On, int Promoted, int Graduated, int Carried, int Classes, int Waiting);

    /// <summary>What would be done today; nothing is written. Null where nothing is to be promoted.</summary>
    public async Task<Counts?> PreviewAsync(CancellationToken ct)
    {
        var on = FirstDay();
        var plan = await PlanAsync(on, ct);
        var rows = await OldAsync(plan, on, ct);
        return rows.Going.Count == 0 ? null : CountsOf(plan, rows, on, (await ClassesAsync(on, ct)).Count(plan.GoesOn));
    }

    /// <returns>The counts, or the refusals <c>PromotionNotYours</c>, <c>PromotionNothing</c>.</returns>
    public async Task<Outcome<Counts>> RunAsync(CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Manage, ct) is not null)
            return new Refusal("PromotionNotYours");
        var on = FirstDay();
        var plan = await PlanAsync(on, ct);
        var rows = await OldAsync(plan, on, ct);
        if (rows.Going.Count == 0)
            return new Refusal("PromotionNothing", "", on.Year - 1, on.Year);
        var old = await ClassesAsync(on, ct);
        var (classes, classOf) = await NextClassesAsync(plan, old, on, ct);
        var counts = CountsOf(plan, rows, on, classes.Count);
        process.Begin("schools.promote");
        schools.Promotions.Add(new() { FromYear = counts.FromYear, On = on, Promoted = counts.Promoted, Graduated = counts.Graduated, Carried = counts.Carried, By = process.Actor.Name, At = process.At });
        Write(plan, rows.Going, on, classes, classOf);
        await schools.SaveAsync(ct);
        return counts;
    }

    // The rows end before their successors begin: the database keeps a child from standing twice on the roll.
    private void Write(PromotionPlan plan, List<Enrolment> rows, DateOnly on, List<SchoolClass> classes, IReadOnlyDictionary<Guid, Guid> classOf)
    {
        End(Going(plan, on).Where(row => row.Status != EnrolmentStatus.Attending), on, EnrolmentEnd.Changed);
        var (last, four) = (PromotionPlan.LastGrades, plan.FourYears);
        End(Going(plan, on).Where(row => last.Contains(row.Grade) && !(row.Grade == PromotionPlan.ThirdOfJunior && four.Contains(row.SchoolId))), on, EnrolmentEnd.Graduated);
        End(Going(plan, on), on, EnrolmentEnd.Promoted);
        schools.UpdateSet(schools.Classes.Where(taught => taught.SchoolYear == on.Year - 1 && taught.Until == null), set => set.SetProperty(taught => taught.Until, (DateOnly?)on));
        schools.InsertSet(classes);
        schools.InsertSet(rows.Select(row => plan.NextOf(row, on, classOf)).OfType<Enrolment>());
    }

    private void End(IQueryable<Enrolment> rows, DateOnly on, EnrolmentEnd how) => schools.UpdateSet(rows, set => set.SetProperty(row => row.Until, (DateOnly?)on).SetProperty(row => row.Ended, (EnrolmentEnd?)how));

    /// <summary>The rows that the promotion ends, and how many of the leaving grades wait for a hand-over.</summary>
    private async Task<(List<Enrolment> Going, int Waiting)> OldAsync(PromotionPlan plan, DateOnly on, CancellationToken ct)
    {
        var all = await schools.Enrolments.AsNoTracking().Where(row => row.Until == null && row.SchoolYear == on.Year - 1).ToListAsync(ct);
        var going = all.FindAll(row => plan.StepOf(row) != PromotionStep.HandOver);
        return (going, all.Count - going.Count);
    }

    // What StepOf says, as the database reads it.
    private IQueryable<Enrolment> Going(PromotionPlan plan, DateOnly on)
    {
        var (straight, five, handing) = (plan.StraightOn, plan.FiveYears, plan.HandingOver);
        return schools.Enrolments.Where(row => row.Until == null && row.SchoolYear == on.Year - 1
            && !((row.Grade == 16 || (row.Grade == 15 && five.Contains(row.SchoolId))) && (handing.Contains(row.SchoolId) || (row.Status == EnrolmentStatus.Attending && !straight.Contains(row.SchoolId)))));
    }

    private Task<List<SchoolClass>> ClassesAsync(DateOnly on, CancellationToken ct) => schools.Classes.AsNoTracking().Where(taught => taught.SchoolYear == on.Year - 1 && taught.Until == null).ToListAsync(ct);

    private async Task<PromotionPlan> PlanAsync(DateOnly on, CancellationToken ct)
    {
        var parts = await schools.SchoolParts.AsNoTracking().Where(part => part.Since <= on && (part.Until == null || part.Until > on) && (part.Stage == Stage.Primary || part.Stage == Stage.Junior)).Select(part => new { part.SchoolId, part.Stage, part.Years }).ToListAsync(ct);
        return new(parts.GroupBy(part => part.SchoolId).Where(school => school.Select(part => part.Stage).Distinct().Count() == 2).Select(school => school.Key).ToHashSet(),
            parts.Where(part => part is { Stage: Stage.Primary, Years: 5 }).Select(part => part.SchoolId).ToHashSet(),
            (await schools.HandOvers.Where(row => row.FromYear == on.Year - 1).Select(row => row.SchoolId).ToListAsync(ct)).ToHashSet(), await FourYearsAsync(on, parts.Where(part => part is { Stage: Stage.Junior, Years: 4 } or { Stage: Stage.Primary, Years: 5 }).Select(part => part.SchoolId), ct));
    }

    // Said by the school, or seen: five years of primary school are followed by four, and where a 初四 was taught this year 初三 was not the last.
    private async Task<HashSet<Guid>> FourYearsAsync(DateOnly on, IEnumerable<Guid> said, CancellationToken ct) =>
        [.. said, .. await schools.Classes.Where(taught => taught.Grade == 24 && taught.SchoolYear == on.Year - 1).Select(taught => taught.SchoolId).Distinct().ToListAsync(ct)];

    /// <summary>The classes of the new year. One that stands already under that number is taken.</summary>
    private async Task<(List<SchoolClass> Added, Dictionary<Guid, Guid> ByOld)> NextClassesAsync(PromotionPlan plan, List<SchoolClass> old, DateOnly on, CancellationToken ct)
    {
        var there = await schools.Classes.AsNoTracking().Where(taught => taught.SchoolYear == on.Year).ToDictionaryAsync(taught => (taught.SchoolId, taught.Grade, taught.Number), taught => taught.Id, ct);
        var (added, byOld) = (new List<SchoolClass>(), new Dictionary<Guid, Guid>());
        foreach (var taught in old.Where(plan.GoesOn))
        {
            var grade = plan.NextGrade(taught.Grade, taught.SchoolId);
            if (!there.TryGetValue((taught.SchoolId, grade, taught.Number), out var next))
            {
                var made = new SchoolClass
                {
                    SchoolId = taught.SchoolId, CampusId = taught.CampusId, SchoolYear = on.Year, Grade = grade, Number = taught.Number, Name = GradeNames.Class(grade, taught.Number),
                    Kind = taught.Kind, HeadTeacherId = taught.HeadTeacherId, CameFromId = taught.Id, Since = on,
                };
                added.Add(made);
                next = made.Id;
            }
            byOld.Add(taught.Id, next);
        }
        return (added, byOld);
    }

    private static Counts CountsOf(PromotionPlan plan, (List<Enrolment> Going, int Waiting) rows, DateOnly on, int classes)
    {
        var steps = rows.Going.CountBy(plan.StepOf).ToDictionary();
        return new(on.Year - 1, on, steps.GetValueOrDefault(PromotionStep.Promote), steps.GetValueOrDefault(PromotionStep.Graduate), steps.GetValueOrDefault(PromotionStep.Carry), classes, rows.Waiting);
    }

    // The first day of the running school year: what is open of the year before is promoted into it.
    private DateOnly FirstDay() => Period.SchoolYear(Period.SchoolYearOf(time.Today())).First;
}
