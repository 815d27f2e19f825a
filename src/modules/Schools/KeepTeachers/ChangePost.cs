using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepTeachers;

/// <summary>
/// Changes what a teacher does at the own school. From a day: the row ends there and the next begins, and the day before still says what was.
/// Without a day it is a mistake that is mended: it was so from the first day of the row.
/// </summary>
internal sealed class ChangePost(SchoolsDb schools, TeacherReach reach, SchoolScope scope, Process process, TimeProvider time) : IHandler
{
    /// <returns>Done, or <c>TeacherUnknown</c>, <c>TeacherNotOnStaff</c>, <c>PlaceDay</c> and what <see cref="TeacherRules"/> says.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, PostDraft post, DateOnly? from, CancellationToken ct)
    {
        if (await reach.RunAsync(id, ct) is not { } teacher)
            return new Refusal("TeacherUnknown");
        if (await schools.TeacherPosts.AsNoTracking().Where(row => row.TeacherId == id && row.Until == null && row.HomeSchoolId == null).OrderBy(row => row.Since).FirstOrDefaultAsync(ct) is not { } open)
            return new Refusal("TeacherNotOnStaff");
        // Where somebody only rotates to, the post at home is not theirs to change.
        if ((await scope.RunAsync(SchoolsRights.Edit, ct))?.Contains(open.SchoolId) == false)
            return new Refusal("TeacherUnknown");
        var today = time.Today();
        var wrong = await new TeacherRules(schools, today).OfPostAsync(post, open.SchoolId, ct);
        if (from is { } day && (day <= open.Since || day > today))
            wrong.Add(new("PlaceDay", "from", open.Since.AddDays(1), today));
        if (wrong.Count > 0)
            return wrong;
        if (post.Is(open))
            return new Done();
        process.Begin(from is null ? "schools.mend-post" : "schools.change-post", SchoolsRefs.Teacher(id));
        schools.Touch(teacher);
        var stands = schools.TeacherPosts.Where(row => row.Id == open.Id && row.Until == null);
        if (from is { } on)
        {
            schools.UpdateSet(stands, set => set.SetProperty(row => row.Until, (DateOnly?)on).SetProperty(row => row.Ended, (PostEnd?)PostEnd.Changed));
            schools.InsertSet([post.At(id, open.SchoolId, on, PostStart.Changed)]);
        }
        else
            schools.UpdateSet(stands, set => set.SetProperty(row => row.Category, post.Category).SetProperty(row => row.IsEstablished, post.IsEstablished).SetProperty(row => row.Stage, post.Stage).SetProperty(row => row.Subject, post.Subject));
        await schools.SaveAsync(ct);
        return new Done();
    }
}

/// <summary>Changes what a teacher is qualified for, from a day (a title was given) or as a mistake that is mended.</summary>
internal sealed class ChangeStanding(SchoolsDb schools, TeacherReach reach, Process process, TimeProvider time) : IHandler
{
    private const int MostName = 60;

    /// <returns>Done, or <c>TeacherUnknown</c>, <c>TeacherNotOnStaff</c>, <c>TeacherHonour</c>, <c>PlaceDay</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, StandingDraft wish, DateOnly? from, CancellationToken ct)
    {
        if (await reach.RunAsync(id, ct) is not { } teacher)
            return new Refusal("TeacherUnknown");
        var (today, standing) = (time.Today(), wish.Clean());
        if (standing.BackboneName.Length > MostName)
            return new Refusal("TeacherHonour", "backboneName", MostName);
        var open = await schools.Standings.AsNoTracking().FirstOrDefaultAsync(row => row.TeacherId == id && row.Until == null, ct);
        // The first standing holds since the teacher is at a school.
        if ((open?.Since ?? await schools.TeacherPosts.Where(row => row.TeacherId == id).MinAsync(row => (DateOnly?)row.Since, ct)) is not { } since)
            return new Refusal("TeacherNotOnStaff");
        if (from is { } day && (day <= since || day > today))
            return new Refusal("PlaceDay", "from", since.AddDays(1), today);
        if (open is not null && standing.Is(open))
            return new Done();
        process.Begin(from is null ? "schools.mend-standing" : "schools.change-standing", SchoolsRefs.Teacher(id));
        schools.Touch(teacher);
        if (open is null)
            schools.InsertSet([standing.Of(id, from ?? since)]);
        else if (from is { } on)
        {
            schools.UpdateSet(schools.Standings.Where(row => row.Id == open.Id && row.Until == null), set => set.SetProperty(row => row.Until, (DateOnly?)on));
            schools.InsertSet([standing.Of(id, on)]);
        }
        else
            schools.UpdateSet(schools.Standings.Where(row => row.Id == open.Id && row.Until == null),
                set => set.SetProperty(row => row.Degree, standing.Degree).SetProperty(row => row.Title, standing.Title).SetProperty(row => row.Backbone, standing.Backbone).SetProperty(row => row.BackboneName, standing.BackboneName));
        await schools.SaveAsync(ct);
        return new Done();
    }
}
