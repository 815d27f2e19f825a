using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepTeachers;

/// <summary>What happens to a teacher's posts.</summary>
internal enum TeacherAct
{
    /// <summary>调动 to another school of the district.</summary>
    Transfer,

    /// <summary>交流轮岗: works at another school, the post stays at home.</summary>
    Rotate,

    /// <summary>支教、借调: the same for helping out.</summary>
    Second,

    /// <summary>交流期满返回.</summary>
    ComeBack,

    /// <summary>调出 of the district.</summary>
    TransferOut,

    /// <summary>退休.</summary>
    Retire,

    /// <summary>辞职、解聘.</summary>
    Leave,

    /// <summary>去世.</summary>
    Die,
}

/// <summary>A move as it is ordered.</summary>
/// <param name="Act">What happens.</param>
/// <param name="On">The first day on which it holds.</param>
/// <param name="School">The other school, where there is one.</param>
internal sealed record TeacherMove(TeacherAct Act, DateOnly On, Guid? School);

/// <summary>
/// Moves a teacher: to another school, there and back for a rotation, off the staff. What touches two schools is the section's, which answers for both.
/// Terms of a leader end with the post.
/// </summary>
internal sealed class MoveTeacher(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <returns>Done, or <c>TeacherUnknown</c>, <c>TeacherNotOnStaff</c>, <c>NotYours</c>, <c>MoveWhy</c>, <c>TeacherMoveSchool</c>, <c>TeacherIsAway</c>, <c>TeacherIsNotAway</c>, <c>TeacherMoveDay</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, TeacherMove move, string why, CancellationToken ct)
    {
        if (await schools.Teachers.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } teacher)
            return new Refusal("TeacherUnknown");
        var posts = await schools.TeacherPosts.AsNoTracking().Where(row => row.TeacherId == id && row.Until == null).OrderBy(row => row.Since).ToListAsync(ct);
        if (posts.Find(row => row.HomeSchoolId is null) is not { } home)
            return new Refusal("TeacherNotOnStaff");
        var goes = move.Act is TeacherAct.Transfer or TeacherAct.Rotate or TeacherAct.Second;
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } within && (!within.Contains(home.SchoolId) || (goes && !(move.School is { } to && within.Contains(to)))))
            return new Refusal("NotYours");
        if (await WrongAsync(move, home, posts, why, ct) is { Count: > 0 } wrong)
            return wrong;
        process.Begin("schools.move-teacher", SchoolsRefs.Teacher(id), why.Trim());
        // Who moves the same teacher at the same moment is told: the version counts up.
        schools.Touch(teacher);
        var away = posts.FindAll(row => row.HomeSchoolId is not null);
        if (move.Act is not (TeacherAct.Rotate or TeacherAct.Second))
            End(away, move.On, PostEnd.Rotated);
        if (move.Act is not (TeacherAct.Rotate or TeacherAct.Second or TeacherAct.ComeBack))
        {
            End(posts.FindAll(row => row.HomeSchoolId is null), move.On, EndOf(move.Act));
            schools.UpdateSet(schools.LeaderTerms.Where(term => term.TeacherId == id && term.Until == null && term.Since < move.On), set => set.SetProperty(term => term.Until, (DateOnly?)move.On));
        }
        if (goes && move.School is { } school)
            schools.InsertSet([await BegunAsync(move, home, school, ct)]);
        await schools.SaveAsync(ct);
        return new Done();
    }

    private void End(List<TeacherPost> posts, DateOnly on, PostEnd how)
    {
        List<Guid> ids = [.. posts.Select(post => post.Id)];
        if (ids.Count > 0)
            schools.UpdateSet(schools.TeacherPosts.Where(row => ids.Contains(row.Id) && row.Until == null), set => set.SetProperty(row => row.Until, (DateOnly?)on).SetProperty(row => row.Ended, (PostEnd?)how));
    }

    private async Task<List<Refusal>> WrongAsync(TeacherMove move, TeacherPost home, List<TeacherPost> posts, string why, CancellationToken ct)
    {
        var wrong = new List<Refusal>();
        if (why.Trim().Length is < 2 or > 200)
            wrong.Add(new("MoveWhy", "why"));
        var (today, isAway) = (time.Today(), posts.Exists(row => row.HomeSchoolId is not null));
        if (move.Act is TeacherAct.Transfer or TeacherAct.Rotate or TeacherAct.Second && !(move.School is { } school && school != home.SchoolId
            && await schools.Schools.AnyAsync(row => row.Id == school && row.OpenedOn <= move.On && (row.ClosedOn == null || row.ClosedOn > move.On), ct)))
            wrong.Add(new("TeacherMoveSchool", "school"));
        if (move.Act is TeacherAct.Rotate or TeacherAct.Second && isAway)
            wrong.Add(new("TeacherIsAway", "act"));
        if (move.Act is TeacherAct.ComeBack && !isAway)
            wrong.Add(new("TeacherIsNotAway", "act"));
        // Every row that ends was there for a day at least.
        var last = posts.Where(row => move.Act is not (TeacherAct.Rotate or TeacherAct.Second) || row.HomeSchoolId is null).Max(row => row.Since);
        if (move.On <= last || move.On > today)
            wrong.Add(new("TeacherMoveDay", "on", last.AddDays(1), today));
        return wrong;
    }

    private async Task<TeacherPost> BegunAsync(TeacherMove move, TeacherPost home, Guid school, CancellationToken ct)
    {
        // A stage that the other school does not teach is said anew there.
        var stage = home.Stage is { } taught && await schools.SchoolParts.AnyAsync(part => part.SchoolId == school && part.Stage == taught && part.Until == null, ct) ? home.Stage : null;
        return new()
        {
            TeacherId = home.TeacherId, SchoolId = school, Since = move.On, Category = home.Category, IsEstablished = home.IsEstablished, Stage = stage, Subject = stage is null ? "" : home.Subject,
            Began = move.Act switch { TeacherAct.Transfer => PostStart.Transferred, TeacherAct.Rotate => PostStart.Rotated, _ => PostStart.Seconded },
            HomeSchoolId = move.Act == TeacherAct.Transfer ? null : home.SchoolId,
        };
    }

    private static PostEnd EndOf(TeacherAct act) => act switch
    {
        TeacherAct.Transfer or TeacherAct.TransferOut => PostEnd.Transferred,
        TeacherAct.Retire => PostEnd.Retired,
        TeacherAct.Die => PostEnd.Died,
        _ => PostEnd.Left,
    };
}
