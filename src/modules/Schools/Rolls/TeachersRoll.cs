using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Schools.Model;

namespace Shuren.Schools.Rolls;

/// <summary>教职工名册: who works where, and by what qualification. A row is known by its ID number or staff number.</summary>
internal sealed class TeachersRoll(SchoolsDb db, SchoolBook schools) : IRoll
{
    private static readonly RollSheet Roll = RollBook.Teachers;
    private static readonly PersonCells Person = new(Roll);
    private static readonly (int Id, int Number, int Name, int Sex, int Born) At =
        (Roll.IndexOf("id_number"), Roll.IndexOf("staff_number"), Roll.IndexOf("name"), Roll.IndexOf("sex"), Roll.IndexOf("born_on"));

    private static readonly Bindings<Teacher> Own = new Bindings<Teacher>(Roll)
        .Text("name", row => row.Name, (row, value) => (row.Name, row.Initials) = (value, NameInitials.Of(value)))
        .Text("staff_number", row => row.StaffNumber, (row, value) => row.StaffNumber = value)
        .Text("id_kind", row => row.IdKind, (row, value) => row.IdKind = value)
        .Text("id_number", row => row.IdNumber, (row, value) => row.IdNumber = value)
        .Choice("sex", row => row.Sex, (row, value) => row.Sex = value)
        .Day("born_on", row => row.BornOn, (row, value) => row.BornOn = value)
        .Text("ethnicity", row => row.Ethnicity, (row, value) => row.Ethnicity = value)
        .Text("political", row => row.Political, (row, value) => row.Political = value)
        .Text("phone", row => row.Phone, (row, value) => row.Phone = value)
        .Day("working_since", row => row.WorkingSince, (row, value) => row.WorkingSince = value, row => row.WorkingSince = null)
        .Day("teaching_since", row => row.TeachingSince, (row, value) => row.TeachingSince = value, row => row.TeachingSince = null);

    private readonly PostCells posts = new(Roll);
    private RollScope scope = null!; // set by BeginAsync, which comes first
    private bool isEmpty;

    public RollSheet Sheet => Roll;

    public IReadOnlyList<Type> Rows { get; } = [typeof(Teacher), typeof(TeacherPost), typeof(TeacherStanding)];

    public bool IsTakenWhole => false;

    public async Task BeginAsync(RollScope within, CancellationToken ct)
    {
        scope = within;
        await schools.ReadAsync(Roll, within, ct);
        isEmpty = !await db.Teachers.AnyAsync(ct);
    }

    public async Task TakeAsync(IReadOnlyList<RollRow> rows, List<RowChange> changes, CancellationToken ct)
    {
        foreach (var row in rows)
            Person.Check(row, scope.Today);
        var (teachers, open, standings) = await KnownAsync(rows, ct);
        var byId = teachers.Where(teacher => teacher.IdNumber.Length > 0).DistinctBy(teacher => teacher.IdNumber).ToDictionary(teacher => teacher.IdNumber);
        var byNumber = teachers.Where(teacher => teacher.StaffNumber.Length > 0).DistinctBy(teacher => teacher.StaffNumber).ToDictionary(teacher => teacher.StaffNumber);
        foreach (var row in rows)
        {
            var (one, other) = (byId.GetValueOrDefault(row.Text(At.Id)), byNumber.GetValueOrDefault(row.Text(At.Number)));
            if (one is not null && other is not null && one.Id != other.Id)
                row.Refuse("staff_number", "RollTwoTeachers", one.Name, other.Name);
            var teacher = one ?? other;
            Take(row, teacher, teacher is null ? (null, null) : (open.GetValueOrDefault(teacher.Id), standings.GetValueOrDefault(teacher.Id)), changes);
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<object?>> ExportAsync(RollScope within, [EnumeratorCancellation] CancellationToken ct)
    {
        await schools.ReadAsync(Roll, within, ct);
        var open = db.TeacherPosts.AsNoTracking().Where(row => row.Until == null && row.HomeSchoolId == null);
        if (within.Schools is { } own)
            open = open.Where(row => own.Contains(row.SchoolId));
        var rows = from post in open
                   join teacher in db.Teachers.AsNoTracking() on post.TeacherId equals teacher.Id
                   join standing in db.Standings.AsNoTracking().Where(row => row.Until == null) on teacher.Id equals standing.TeacherId into standings
                   from standing in standings.DefaultIfEmpty()
                   orderby post.SchoolId, teacher.Id
                   select new { post, teacher, standing };
        await foreach (var one in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var cells = new object?[Roll.Columns.Count];
            schools.Show(one.post.SchoolId, cells);
            Own.Show(one.teacher, cells);
            posts.Show(one.post, one.standing, cells);
            yield return cells;
        }
    }

    private void Take(RollRow row, Teacher? teacher, (TeacherPost? Post, TeacherStanding? Standing) stands, List<RowChange> changes)
    {
        if (schools.Of(row) is not { } school)
            return;
        if (teacher is null && !row.Has(At.Id) && !row.Has(At.Number))
            row.Refuse("id_number", "RollNoStaffNumber");
        if (stands.Post is { } post && post.SchoolId != school && !scope.Reaches(post.SchoolId))
            row.Refuse("school", "RollTeacherElsewhere", schools[post.SchoolId].Name);
        if (!row.IsGood)
            return;
        var outcome = teacher is null ? RowOutcome.Added : RowOutcome.Unchanged;
        if (teacher is null)
            changes.Add(new(null, teacher = Own.Apply(new Teacher { Name = "", Initials = "", Sex = Sex.Unknown, BornOn = default }, row)));
        else if (Own.Differ(teacher, row))
        {
            changes.Add(new(teacher, Own.Apply(ImportDesk.Copy(teacher), row)));
            outcome = RowOutcome.Changed;
        }
        var moved = posts.Place(row, (teacher.Id, school), stands.Post, scope, changes);
        var rose = posts.Qualify(row, teacher.Id, stands.Standing, scope, changes);
        row.Become(outcome == RowOutcome.Unchanged && (moved || rose) ? RowOutcome.Changed : outcome);
    }

    private async Task<(List<Teacher> Teachers, Dictionary<Guid, TeacherPost> Posts, Dictionary<Guid, TeacherStanding> Standings)> KnownAsync(IReadOnlyList<RollRow> rows, CancellationToken ct)
    {
        if (isEmpty)
            return ([], [], []);
        List<string> ids = [.. rows.Where(row => row.Has(At.Id)).Select(row => row.Text(At.Id)).Distinct()];
        List<string> numbers = [.. rows.Where(row => row.Has(At.Number)).Select(row => row.Text(At.Number)).Distinct()];
        var teachers = await db.Teachers.AsNoTracking().Where(teacher => ids.Contains(teacher.IdNumber) || numbers.Contains(teacher.StaffNumber)).ToListAsync(ct);
        var found = teachers.ConvertAll(teacher => teacher.Id);
        var open = await db.TeacherPosts.AsNoTracking().Where(row => found.Contains(row.TeacherId) && row.Until == null && row.HomeSchoolId == null).OrderBy(row => row.Since).ToListAsync(ct);
        var standings = await db.Standings.AsNoTracking().Where(row => found.Contains(row.TeacherId) && row.Until == null).ToListAsync(ct);
        return (teachers, open.DistinctBy(row => row.TeacherId).ToDictionary(row => row.TeacherId), standings.ToDictionary(row => row.TeacherId));
    }
}
