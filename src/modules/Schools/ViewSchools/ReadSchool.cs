using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel.Identifiers;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Schools.Model;

namespace Shuren.Schools.ViewSchools;

/// <summary>A school's own page: what it is, what it has, its classes of today, its leaders, and the faults of its codes.</summary>
internal sealed class ReadSchool(SchoolsDb schools, SchoolScope scope, IUnitDirectory units, TimeProvider time) : IHandler
{
    /// <summary>A class with its size.</summary>
    public sealed record ClassLine(Guid Id, int Grade, int Number, string Name, int Pupils, string? HeadTeacher);

    /// <summary>A leader with the term.</summary>
    public sealed record Leader(Guid TeacherId, string Name, LeaderPost Post, int Number, DateOnly Since);

    /// <summary>What is shown.</summary>
    public sealed record View(
        UnitCard Unit, School School, SchoolSpan? Span, IReadOnlyList<SchoolSpan> Spans, IReadOnlyList<SchoolPart> Parts, SchoolPremises? Premises, IReadOnlyList<ClassLine> Classes, IReadOnlyList<Leader> Leaders,
        IReadOnlyList<(RoomKind Kind, int Count, long Area)> Rooms, int Pupils, int Teachers)
    {
        public IdentifierFault? CodeFault => School.Code.Length == 0 ? null : SchoolCode.FaultOf(School.Code);

        public IdentifierFault? CreditFault => School.CreditCode.Length == 0 ? null : CreditCode.FaultOf(School.CreditCode);
    }

    /// <returns>Null when there is no such school for this actor.</returns>
    public async Task<View?> RunAsync(Guid id, CancellationToken ct)
    {
        if (await scope.RunAsync(SchoolsRights.View, ct) is { } reached && !reached.Contains(id))
            return null;
        if (await schools.Schools.AsNoTracking().FirstOrDefaultAsync(school => school.Id == id, ct) is not { } found || !(await units.FindAsync([id], ct)).TryGetValue(id, out var unit))
            return null;
        var today = time.Today();
        var spans = await schools.SchoolSpans.AsNoTracking().Where(span => span.SchoolId == id).OrderByDescending(span => span.Since).ToListAsync(ct);
        var parts = await schools.SchoolParts.AsNoTracking().Where(part => part.SchoolId == id && part.Since <= today && (part.Until == null || part.Until > today)).ToListAsync(ct);
        var premises = await schools.Premises.AsNoTracking().Where(row => row.SchoolId == id && row.Since <= today && (row.Until == null || row.Until > today)).FirstOrDefaultAsync(ct);
        return new(unit, found, spans.Find(span => span.Since <= today && (span.Until == null || span.Until > today)), spans, [.. parts.OrderBy(part => part.Stage)], premises,
            await ClassesAsync(id, today, ct), await LeadersAsync(id, today, ct), await RoomsAsync(id, today, ct),
            await schools.Enrolments.CountAsync(row => row.SchoolId == id && row.Until == null, ct), await schools.TeacherPosts.CountAsync(row => row.SchoolId == id && row.Until == null && row.Category == StaffCategory.Teacher, ct));
    }

    private async Task<IReadOnlyList<ClassLine>> ClassesAsync(Guid id, DateOnly today, CancellationToken ct) =>
        await (from taught in schools.Classes.AsNoTracking()
               where taught.SchoolId == id && taught.Since <= today && (taught.Until == null || taught.Until > today)
               orderby taught.Grade, taught.Number
               select new ClassLine(taught.Id, taught.Grade, taught.Number, taught.Name, schools.Enrolments.Count(row => row.ClassId == taught.Id && row.Until == null),
                   schools.Teachers.Where(teacher => teacher.Id == taught.HeadTeacherId).Select(teacher => teacher.Name).FirstOrDefault())).ToListAsync(ct);

    private async Task<IReadOnlyList<Leader>> LeadersAsync(Guid id, DateOnly today, CancellationToken ct) =>
        [.. (await schools.LeaderTerms.AsNoTracking().Where(term => term.SchoolId == id && term.Since <= today && (term.Until == null || term.Until > today))
            .Join(schools.Teachers, term => term.TeacherId, teacher => teacher.Id, (term, teacher) => new Leader(teacher.Id, teacher.Name, term.Post, term.Number, term.Since)).ToListAsync(ct)).OrderBy(leader => leader.Post)];

    private async Task<IReadOnlyList<(RoomKind, int, long)>> RoomsAsync(Guid id, DateOnly today, CancellationToken ct) =>
        [.. (await schools.Rooms.AsNoTracking().Where(room => room.SchoolId == id && room.Since <= today && (room.Until == null || room.Until > today))
            .GroupBy(room => room.Kind).Select(rooms => new { rooms.Key, Count = rooms.Count(), Area = rooms.Sum(room => room.Area) }).ToListAsync(ct)).OrderBy(rooms => rooms.Key).Select(rooms => (rooms.Key, rooms.Count, rooms.Area))];
}
