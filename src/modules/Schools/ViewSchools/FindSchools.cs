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
    public async Task<IReadOnlyList<SchoolLine>> RunAsync(SchoolFilter filter, CancellationToken ct) => await CountedAsync(await OpenAsync(filter, SchoolsRights.View, ct), null, ct);

    /// <summary>The part of the list behind a school: its rows are counted and no others. One row more than asked for, where there is one; null where that school is not in the list any more.</summary>
    public async Task<IReadOnlyList<SchoolLine>?> PageAsync(SchoolFilter filter, Guid? after, int take, CancellationToken ct)
    {
        var all = await OpenAsync(filter, SchoolsRights.View, ct);
        var from = after is { } last ? all.FindIndex(one => one.Unit.Id == last) + 1 : 0;
        if (after is not null && from == 0)
            return null;
        var page = all.GetRange(from, Math.Min(take + 1, all.Count - from));
        return await CountedAsync(page, [.. page.Select(one => one.Unit.Id)], ct);
    }

    /// <summary>The open schools that a right reaches, to choose from: nothing is counted.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> NamesAsync(string right, CancellationToken ct) => [.. (await OpenAsync(new(null, null, ""), right, ct)).Select(one => (one.Unit.Id, one.Unit.Name))];

    private async Task<List<(UnitCard Unit, Row Row)>> OpenAsync(SchoolFilter filter, string right, CancellationToken ct)
    {
        var today = time.Today();
        var reached = await scope.RunAsync(right, ct);
        var rows = await (from school in schools.Schools.AsNoTracking()
                          where school.OpenedOn <= today && (school.ClosedOn == null || school.ClosedOn > today)
                          join span in schools.SchoolSpans on school.Id equals span.SchoolId
                          where span.Since <= today && (span.Until == null || span.Until > today)
                          where filter.Kind == null || span.Kind == filter.Kind
                          where filter.Ownership == null || span.Ownership == filter.Ownership
                          select new Row(school.Id, school.Code, span.Kind, span.Ownership, span.Locality, school.Latitude, school.Longitude)).ToDictionaryAsync(row => row.Id, ct);
        return [.. (await units.AllAsync(ct)).Where(unit => rows.ContainsKey(unit.Id) && reached?.Contains(unit.Id) != false).Select(unit => (unit, rows[unit.Id]))
            .Where(one => filter.Words.Length == 0 || one.unit.Name.Contains(filter.Words, StringComparison.OrdinalIgnoreCase) || one.Item2.Code == filter.Words)];
    }

    private async Task<IReadOnlyList<SchoolLine>> CountedAsync(List<(UnitCard Unit, Row Row)> found, List<Guid>? only, CancellationToken ct)
    {
        var (classes, pupils, teachers) = (await ClassesAsync(time.Today(), only, ct), await PupilsAsync(only, ct), await TeachersAsync(only, ct));
        return [.. found.Select(one => new SchoolLine(one.Unit.Id, one.Unit.Name, one.Row.Code, one.Row.Kind, one.Row.Ownership, one.Row.Locality, one.Row.Latitude, one.Row.Longitude,
            classes.GetValueOrDefault(one.Unit.Id), pupils.GetValueOrDefault(one.Unit.Id), teachers.GetValueOrDefault(one.Unit.Id)))];
    }

    private sealed record Row(Guid Id, string Code, SchoolKind Kind, Ownership Ownership, Locality Locality, double? Latitude, double? Longitude);

    private Task<Dictionary<Guid, int>> ClassesAsync(DateOnly today, List<Guid>? only, CancellationToken ct)
    {
        var rows = schools.Classes.Where(one => one.Since <= today && (one.Until == null || one.Until > today));
        return (only is null ? rows : rows.Where(one => only.Contains(one.SchoolId))).GroupBy(one => one.SchoolId).Select(school => new { school.Key, Count = school.Count() }).ToDictionaryAsync(school => school.Key, school => school.Count, ct);
    }

    private Task<Dictionary<Guid, int>> PupilsAsync(List<Guid>? only, CancellationToken ct)
    {
        var rows = schools.Enrolments.Where(one => one.Until == null);
        return (only is null ? rows : rows.Where(one => only.Contains(one.SchoolId))).GroupBy(one => one.SchoolId).Select(school => new { school.Key, Count = school.Count() }).ToDictionaryAsync(school => school.Key, school => school.Count, ct);
    }

    private Task<Dictionary<Guid, int>> TeachersAsync(List<Guid>? only, CancellationToken ct)
    {
        var rows = schools.TeacherPosts.Where(one => one.Until == null && one.Category == StaffCategory.Teacher);
        return (only is null ? rows : rows.Where(one => only.Contains(one.SchoolId))).GroupBy(one => one.SchoolId).Select(school => new { school.Key, Count = school.Count() }).ToDictionaryAsync(school => school.Key, school => school.Count, ct);
    }
}
