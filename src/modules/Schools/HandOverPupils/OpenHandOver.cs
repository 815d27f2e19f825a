using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>
/// Opens the hand-over of a school's leaving grade: every child of it gets its line. A through-train school (九年一贯制) hands over to itself where nothing else is said.
/// Before 1 September it is that of the running year, after it that of the year before as long as children of it are on the roll.
/// </summary>
internal sealed class OpenHandOver(SchoolsDb schools, SchoolScope reach, HandOverDesk desk, IWorkingDays workingDays, Process process) : IHandler
{
    /// <summary>So many working days after the first day of the new year every child should stand somewhere, where nothing else is said.</summary>
    public const int UsualWorkingDays = 10;

    /// <param name="school">The school that hands over.</param>
    /// <param name="receiver">The school that receives whoever is not handed to another; null where each child's is to be named, or the school goes on itself.</param>
    /// <param name="due">The last day; null for the usual one.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The hand-over, or the refusals <c>NotYours</c>, <c>HandOverNoGrade</c>, <c>HandOverThere</c>, <c>HandOverReceiver</c>, <c>HandOverDue</c>.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid school, Guid? receiver, DateOnly? due, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } reached && !reached.Contains(school))
            return new Refusal("NotYours");
        var grade = await GradeAsync(school, ct);
        var rows = await schools.Enrolments.AsNoTracking().Where(row => row.SchoolId == school && row.Until == null && row.Grade >= grade && row.Grade <= Grades.LastOfPrimary).Select(row => new { row.PupilId, row.SchoolYear }).ToListAsync(ct);
        if (grade is not { } leaving || rows.Count == 0)
            return new Refusal("HandOverNoGrade", "school");
        var year = rows.Min(row => row.SchoolYear);
        if (await schools.HandOvers.AnyAsync(row => row.SchoolId == school && row.FromYear == year, ct))
            return new Refusal("HandOverThere", "school", year);
        var first = new DateOnly(year + 1, 9, 1);
        if (receiver is null && await desk.TeachesAsync(school, Stage.Junior, first, ct))
            receiver = school;
        if (receiver is { } named && !await desk.TeachesAsync(named, Stage.Junior, first, ct))
            return new Refusal("HandOverReceiver", "receiver");
        if (due < first)
            return new Refusal("HandOverDue", "due", first);
        var handOver = new HandOver
        {
            SchoolId = school, FromYear = year, Grade = leaving, ReceiverId = receiver, DueOn = due ?? (await workingDays.CalendarAsync(ct)).AddWorkingDays(first, UsualWorkingDays),
            OpenedById = process.Actor.AccountId, OpenedBy = process.Actor.Name, OpenedAt = process.At,
        };
        process.Begin("schools.open-hand-over", SchoolsRefs.HandOver(handOver.Id));
        schools.HandOvers.Add(handOver);
        schools.HandOverLines.AddRange(rows.Where(row => row.SchoolYear == year).Select(row => new HandOverLine { HandOverId = handOver.Id, PupilId = row.PupilId }));
        await schools.SaveAsync(ct);
        return handOver.Id;
    }

    /// <summary>The leaving grade of the school's primary part; null where it has none.</summary>
    private async Task<int?> GradeAsync(Guid school, CancellationToken ct)
    {
        var today = desk.Today;
        var parts = await schools.SchoolParts.AsNoTracking().Where(part => part.SchoolId == school && part.Stage == Stage.Primary && part.Since <= today && (part.Until == null || part.Until > today)).Select(part => part.Years).ToListAsync(ct);
        return parts.Count == 0 ? null : Grades.LeavingPrimary(parts[0]);
    }
}
