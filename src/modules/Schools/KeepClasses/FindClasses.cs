using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Doors;
using Shuren.Platform.Rights;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepClasses;

/// <summary>Which classes.</summary>
/// <param name="School">Only of this school.</param>
/// <param name="Grade">Only of this grade.</param>
/// <param name="Year">Of this school year; null for the running one.</param>
/// <param name="After">The cursor of the page before.</param>
internal sealed record ClassFilter(Guid? School, int? Grade, int? Year, string? After);

/// <summary>A class in a list, with its size of today.</summary>
internal sealed record ClassLine(Guid Id, Guid SchoolId, string School, int SchoolYear, int Grade, int Number, string Name, ClassKind Kind, DateOnly Since, DateOnly? Until, int Pupils, Guid? HeadId, string? Head, DateOnly? HeadSince, long Version)
{
    /// <summary>How many pupils it should have at most; null where no standard says it.</summary>
    public int? Most => ClassSizes.MostOf(Grade, Kind);

    /// <summary>How many it has above that; null for none.</summary>
    public int? Over => Pupils > Most ? Pupils - Most : null;
}

/// <summary>The classes of a school year, school by school, page by page.</summary>
internal sealed class FindClasses(SchoolsDb schools, SchoolScope scope, IUnitDirectory units, TimeProvider time) : IHandler
{
    /// <summary>So many on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page, and the cursor of the next; null on the last.</summary>
    public sealed record View(IReadOnlyList<ClassLine> Rows, string? Next, ClassFilter Filter, int Year);

    public async Task<View> RunAsync(ClassFilter filter, int take, CancellationToken ct)
    {
        var year = filter.Year ?? Period.SchoolYearOf(time.Today());
        var reached = await scope.RunAsync(SchoolsRights.View, ct);
        var rows = schools.Classes.AsNoTracking().Where(row => row.SchoolYear == year);
        if (reached is not null)
            rows = rows.Where(row => reached.Contains(row.SchoolId));
        if (filter.School is { } school)
            rows = rows.Where(row => row.SchoolId == school);
        if (filter.Grade is { } grade)
            rows = rows.Where(row => row.Grade == grade);
        if (Paging.Read(filter.After) is [var at, var gradeText, var numberText] && Guid.TryParse(at, out var last) && int.TryParse(gradeText, CultureInfo.InvariantCulture, out var lastGrade) && int.TryParse(numberText, CultureInfo.InvariantCulture, out var lastNumber))
            rows = rows.Where(row => row.SchoolId > last || row.SchoolId == last && (row.Grade > lastGrade || row.Grade == lastGrade && row.Number > lastNumber));
        var found = await Sized(rows.OrderBy(row => row.SchoolId).ThenBy(row => row.Grade).ThenBy(row => row.Number).Take(take + 1)).ToListAsync(ct);
        var names = await units.FindAsync([.. found.Select(row => row.Class.SchoolId).Distinct()], ct);
        var lines = found.Take(take).Select(row => LineOf(row, names)).ToList();
        return new(lines, found.Count > take ? Paging.Cursor($"{lines[^1].SchoolId}", lines[^1].Grade.ToString(CultureInfo.InvariantCulture), lines[^1].Number.ToString(CultureInfo.InvariantCulture)) : null, filter, year);
    }

    /// <summary>One class; null where there is none for this actor.</summary>
    public async Task<ClassLine?> OneAsync(Guid id, CancellationToken ct)
    {
        var reached = await scope.RunAsync(SchoolsRights.View, ct);
        return await Sized(schools.Classes.AsNoTracking().Where(row => row.Id == id)).FirstOrDefaultAsync(ct) is { } row && reached?.Contains(row.Class.SchoolId) != false
            ? LineOf(row, await units.FindAsync([row.Class.SchoolId], ct)) : null;
    }

    /// <summary>Who led a class before, the last first. Asked for a class that <see cref="OneAsync"/> gave.</summary>
    public async Task<IReadOnlyList<(string Name, DateOnly Since, DateOnly Until)>> FormerHeadsAsync(Guid id, CancellationToken ct) =>
        [.. (await schools.FormerHeads.AsNoTracking().Where(head => head.ClassId == id).Join(schools.Teachers, head => head.TeacherId, teacher => teacher.Id, (head, teacher) => new { teacher.Name, head.Since, head.Until })
            .OrderByDescending(head => head.Since).ToListAsync(ct)).Select(head => (head.Name, head.Since, head.Until))];

    private sealed class Row
    {
        public required SchoolClass Class { get; init; }
        public required int Pupils { get; init; }
        public required string? Head { get; init; }
    }

    private IQueryable<Row> Sized(IQueryable<SchoolClass> rows) => rows.Select(taught => new Row
    {
        Class = taught, Pupils = schools.Enrolments.Count(row => row.ClassId == taught.Id && row.Until == null),
        Head = schools.Teachers.Where(teacher => teacher.Id == taught.HeadTeacherId).Select(teacher => teacher.Name).FirstOrDefault(),
    });

    private static ClassLine LineOf(Row row, IReadOnlyDictionary<Guid, UnitCard> names) => row.Class is var taught
        ? new(taught.Id, taught.SchoolId, names.TryGetValue(taught.SchoolId, out var unit) ? unit.ShortName : "", taught.SchoolYear, taught.Grade, taught.Number, taught.Name, taught.Kind, taught.Since, taught.Until, row.Pupils, taught.HeadTeacherId, row.Head, taught.HeadSince, taught.Version)
        : null!; // always a class
}

/// <summary>What a form about a class offers: the grades that the school teaches, and who may lead it.</summary>
internal sealed class ReadClassChoices(SchoolsDb schools, SchoolScope scope, Actor actor) : IHandler
{
    /// <summary>The grades and the teachers at the school.</summary>
    public sealed record View(IReadOnlyList<int> Grades, IReadOnlyList<(Guid Id, string Name)> Teachers);

    /// <returns>Null where the actor may not edit at that school.</returns>
    public async Task<View?> RunAsync(Guid school, CancellationToken ct)
    {
        if (!actor.Can(SchoolsRights.Edit) || (await scope.RunAsync(SchoolsRights.Edit, ct))?.Contains(school) == false)
            return null;
        var stages = await schools.SchoolParts.Where(part => part.SchoolId == school && part.Until == null).Select(part => part.Stage).Distinct().ToListAsync(ct);
        var teachers = await schools.TeacherPosts.Where(post => post.SchoolId == school && post.Until == null).Join(schools.Teachers, post => post.TeacherId, teacher => teacher.Id, (_, teacher) => new { teacher.Id, teacher.Name })
            .Distinct().OrderBy(teacher => teacher.Name).ThenBy(teacher => teacher.Id).ToListAsync(ct);
        return new([.. stages.Order().SelectMany(GradesOf)], [.. teachers.Select(teacher => (teacher.Id, teacher.Name))]);
    }

    // 托班, 混龄班 and the fourth year of junior school are no step of the usual path, but are taught.
    private static IEnumerable<int> GradesOf(Contracts.Schools.Stage stage) => stage switch
    {
        Contracts.Schools.Stage.Preschool => [0, .. Grades.Of(stage), 4],
        Contracts.Schools.Stage.Junior => [.. Grades.Of(stage), 24],
        _ => Grades.Of(stage),
    };
}
