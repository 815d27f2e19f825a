using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Platform;
using Shuren.Platform.Doors;
using Shuren.Schools.Model;

namespace Shuren.Schools.ViewTeachers;

/// <summary>What of the staff is asked for.</summary>
/// <param name="School">Only this school.</param>
/// <param name="Subject">Only who teaches this subject.</param>
/// <param name="Words">The beginning of a name, or the initials of its pinyin.</param>
/// <param name="After">The cursor of the page before; null for the first.</param>
internal sealed record TeacherFilter(Guid? School, string Subject, string Words, string? After);

/// <summary>A line of the list.</summary>
internal sealed record TeacherLine(Guid Id, string Name, Sex Sex, Guid SchoolId, string School, StaffCategory Category, string Subject, Degree? Degree, TeacherTitle? Title, BackboneLevel? Backbone, bool IsAway);

/// <summary>A page of the staff of today, found by key; by id, or by name where words are asked for. One query a page beside the units.</summary>
internal sealed class FindTeachers(SchoolsDb schools, SchoolScope scope, IUnitDirectory units) : IHandler
{
    /// <summary>So many on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page, and the cursor of the next; null on the last.</summary>
    public sealed record View(IReadOnlyList<TeacherLine> Rows, string? Next, TeacherFilter Filter);

    // Set by its properties: only so can a query look into it.
    private sealed class Row
    {
        public required Teacher Teacher { get; init; }
        public required TeacherPost Post { get; init; }
        public required TeacherStanding? Standing { get; init; }
    }

    public async Task<View> RunAsync(TeacherFilter filter, int take, CancellationToken ct)
    {
        var reached = await scope.RunAsync(SchoolsRights.ViewTeachers, ct);
        var posts = schools.TeacherPosts.AsNoTracking().Where(post => post.Until == null);
        if (reached is not null)
            posts = posts.Where(post => reached.Contains(post.SchoolId));
        if (filter.School is { } school)
            posts = posts.Where(post => post.SchoolId == school);
        if (filter.Subject.Length > 0)
            posts = posts.Where(post => post.Subject == filter.Subject);
        var rows = await PageAsync(Rows(posts), filter, take, ct);
        var names = await units.FindAsync([.. rows.Select(row => row.Post.SchoolId).Distinct()], ct);
        var shown = rows.Take(take).Select(row => new TeacherLine(row.Teacher.Id, row.Teacher.Name, row.Teacher.Sex, row.Post.SchoolId, names.TryGetValue(row.Post.SchoolId, out var unit) ? unit.ShortName : "",
            row.Post.Category, row.Post.Subject, row.Standing?.Degree, row.Standing?.Title, row.Standing?.Backbone, row.Post.HomeSchoolId is not null));
        return new([.. shown], rows.Count > take ? CursorOf(rows[take - 1], filter) : null, filter);
    }

    private static string CursorOf(Row last, TeacherFilter filter) => Paging.Cursor(filter.Words.Length == 0 ? "" : NameWords.IsLetters(filter.Words) ? last.Teacher.Initials : last.Teacher.Name, last.Teacher.Id.ToString(), last.Post.Id.ToString());

    private static async Task<List<Row>> PageAsync(IQueryable<Row> rows, TeacherFilter filter, int take, CancellationToken ct)
    {
        var (last, id, post) = Paging.Read(filter.After) is [var text, var idText, var postText] && Guid.TryParse(idText, out var known) && Guid.TryParse(postText, out var knownPost) ? (text, known, knownPost) : ("", Guid.Empty, Guid.Empty);
        if (filter.Words is not { Length: > 0 } words)
        {
            return await rows.Where(row => row.Teacher.Id > id || row.Teacher.Id == id && row.Post.Id > post)
                .OrderBy(row => row.Teacher.Id).ThenBy(row => row.Post.Id).Take(take + 1).ToListAsync(ct);
        }
        var end = NameWords.End(words);
        if (NameWords.IsLetters(words))
        {
            return await rows.Where(row => string.Compare(row.Teacher.Initials, words) >= 0 && string.Compare(row.Teacher.Initials, end) < 0)
                .Where(row => string.Compare(row.Teacher.Initials, last) > 0 || row.Teacher.Initials == last && (row.Teacher.Id > id || row.Teacher.Id == id && row.Post.Id > post))
                .OrderBy(row => row.Teacher.Initials).ThenBy(row => row.Teacher.Id).ThenBy(row => row.Post.Id).Take(take + 1).ToListAsync(ct);
        }
        return await rows.Where(row => string.Compare(row.Teacher.Name, words) >= 0 && string.Compare(row.Teacher.Name, end) < 0)
            .Where(row => string.Compare(row.Teacher.Name, last) > 0 || row.Teacher.Name == last && (row.Teacher.Id > id || row.Teacher.Id == id && row.Post.Id > post))
            .OrderBy(row => row.Teacher.Name).ThenBy(row => row.Teacher.Id).ThenBy(row => row.Post.Id).Take(take + 1).ToListAsync(ct);
    }

    private IQueryable<Row> Rows(IQueryable<TeacherPost> posts) =>
        from post in posts
        join teacher in schools.Teachers.AsNoTracking() on post.TeacherId equals teacher.Id
        from standing in schools.Standings.AsNoTracking().Where(standing => standing.TeacherId == teacher.Id && standing.Until == null).DefaultIfEmpty()
        select new Row { Teacher = teacher, Post = post, Standing = standing };
}
