using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Schools.Model;

namespace Shuren.Schools.ViewSchools;

/// <summary>What of the schools is asked for.</summary>
/// <param name="Kind">Only this kind.</param>
/// <param name="Ownership">Only with this ownership.</param>
/// <param name="Words">Part of the name or the code.</param>
internal sealed record SchoolFilter(SchoolKind? Kind, Ownership? Ownership, string Words);

/// <summary>A school in a list or on the map, as it is today.</summary>
internal sealed record SchoolLine(Guid Id, string Name, string Code, SchoolKind Kind, Ownership Ownership, Locality Locality, double? Latitude, double? Longitude, int Classes, int Pupils, int Teachers);

/// <summary>The schools in the actor's scope that are open today, in the order of the tree, with the counts of today. Four queries, whatever their number.</summary>
internal sealed class FindSchools(SchoolsDb schools, SchoolScope scope, IUnitDirectory units, TimeProvider time) : IHandler
{
    public async Task<IReadOnlyList<SchoolLine>> RunAsync(SchoolFilter filter, CancellationToken ct)
    {
        var today = time.Today();
        var reached = await scope.RunAsync(SchoolsRights.View, ct);
        var rows = await (from school in schools.Schools.AsNoTracking()
                          where school.OpenedOn <= today && (school.ClosedOn == null || school.ClosedOn > today)
                          join span in schools.SchoolSpans on school.Id equals span.SchoolId
                          where span.Since <= today && (span.Until == null || span.Until > today)
                          where filter.Kind == null || span.Kind == filter.Kind
                          where filter.Ownership == null || span.Ownership == filter.Ownership
                          select new { school.Id, school.Code, span.Kind, span.Ownership, span.Locality, school.Latitude, school.Longitude }).ToDictionaryAsync(row => row.Id, ct);
        var (classes, pupils, teachers) = (await ClassesAsync(today, ct), await PupilsAsync(ct), await TeachersAsync(ct));
        return
        [
            .. (await units.AllAsync(ct)).Where(unit => rows.ContainsKey(unit.Id) && reached?.Contains(unit.Id) != false).Select(unit => (unit, row: rows[unit.Id]))
                .Where(one => filter.Words.Length == 0 || one.unit.Name.Contains(filter.Words, StringComparison.OrdinalIgnoreCase) || one.row.Code == filter.Words)
                .Select(one => new SchoolLine(one.unit.Id, one.unit.Name, one.row.Code, one.row.Kind, one.row.Ownership, one.row.Locality, one.row.Latitude, one.row.Longitude,
                    classes.GetValueOrDefault(one.unit.Id), pupils.GetValueOrDefault(one.unit.Id), teachers.GetValueOrDefault(one.unit.Id))),
        ];
    }

    private Task<Dictionary<Guid, int>> ClassesAsync(DateOnly today, CancellationToken ct) => schools.Classes.Where(one => one.Since <= today && (one.Until == null || one.Until > today))
        .GroupBy(one => one.SchoolId).Select(school => new { school.Key, Count = school.Count() }).ToDictionaryAsync(school => school.Key, school => school.Count, ct);

    private Task<Dictionary<Guid, int>> PupilsAsync(CancellationToken ct) => schools.Enrolments.Where(one => one.Until == null)
        .GroupBy(one => one.SchoolId).Select(school => new { school.Key, Count = school.Count() }).ToDictionaryAsync(school => school.Key, school => school.Count, ct);

    private Task<Dictionary<Guid, int>> TeachersAsync(CancellationToken ct) => schools.TeacherPosts.Where(one => one.Until == null && one.Category == StaffCategory.Teacher)
        .GroupBy(one => one.SchoolId).Select(school => new { school.Key, Count = school.Count() }).ToDictionaryAsync(school => school.Key, school => school.Count, ct);
}
