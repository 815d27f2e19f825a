using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepTeachers;

/// <summary>
/// Enters a teacher at a school. Who has a post elsewhere is not entered a second time but transferred; who had one before goes on as the same teacher,
/// so that the years and the titles stay together.
/// </summary>
internal sealed class AddTeacher(SchoolsDb schools, SchoolScope reach, IUnitDirectory units, Process process, TimeProvider time) : IHandler
{
    /// <param name="school">Where.</param>
    /// <param name="who">Who.</param>
    /// <param name="post">What for.</param>
    /// <param name="standing">What of qualification.</param>
    /// <param name="since">The first day at the school; null for today.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The teacher's id, or <c>NotYours</c>, <c>TeacherSchoolClosed</c>, <c>TeacherOnStaff</c>, <c>TeacherNumberTaken</c>, <c>TeacherTwin</c>, <c>TeacherSince</c> and what <see cref="TeacherRules"/> says.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid school, TeacherDraft who, PostDraft post, StandingDraft standing, DateOnly? since, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } within && !within.Contains(school))
            return new Refusal("NotYours");
        var today = time.Today();
        if (!await schools.Schools.AnyAsync(row => row.Id == school && (row.ClosedOn == null || row.ClosedOn > today), ct))
            return new Refusal("TeacherSchoolClosed", "school");
        var (rules, draft) = (new TeacherRules(schools, today), who.Clean());
        List<Refusal> wrong = [.. rules.RefusalsOf(draft), .. await rules.OfPostAsync(post, school, ct)];
        var known = await rules.OtherAsync(draft, Guid.Empty, ct);
        if (known is null && !draft.IsSure && await rules.HasTwinAsync(draft, ct))
            wrong.Add(new("TeacherTwin", "name", draft.Name));
        var (first, earliest) = (since ?? today, draft.BornOn.AddYears(TeacherRules.YoungestWorker));
        if (known is not null)
            (wrong, earliest) = await OfKnownAsync(known, draft, wrong, earliest, ct);
        if (first > today || first < earliest)
            wrong.Add(new("TeacherSince", "from", earliest, today));
        if (wrong.Count > 0)
            return wrong;
        var teacher = known ?? draft.Into(new Teacher { Name = draft.Name, Initials = "", Sex = draft.Sex, BornOn = draft.BornOn });
        process.Begin("schools.add-teacher", SchoolsRefs.Teacher(teacher.Id));
        if (known is null)
            schools.Teachers.Add(teacher);
        else
            schools.Touch(known);
        schools.TeacherPosts.Add(post.At(teacher.Id, school, first, known is null ? PostStart.Appointed : PostStart.Transferred));
        await QualifyAsync(teacher.Id, standing.Clean(), first, ct);
        await schools.SaveAsync(ct);
        return teacher.Id;
    }

    // Somebody with that number stands in the district: at a post, or gone.
    private async Task<(List<Refusal>, DateOnly)> OfKnownAsync(Teacher known, TeacherDraft draft, List<Refusal> wrong, DateOnly earliest, CancellationToken ct)
    {
        var posts = await schools.TeacherPosts.AsNoTracking().Where(row => row.TeacherId == known.Id).ToListAsync(ct);
        if (posts.Find(row => row.Until is null) is { } open)
            return ([.. wrong, new("TeacherOnStaff", "idNumber", (await units.FindAsync([open.SchoolId], ct)).GetValueOrDefault(open.SchoolId)?.Name ?? "")], earliest);
        if (known.Name != draft.Name)
            return ([.. wrong, new("TeacherNumberTaken", "idNumber")], earliest);
        var last = posts.Max(row => row.Until) ?? earliest;
        return (wrong, last > earliest ? last : earliest);
    }

    // Who comes back has a standing from before: the new one begins behind it.
    private async Task QualifyAsync(Guid teacher, StandingDraft standing, DateOnly first, CancellationToken ct)
    {
        var stands = await schools.Standings.AsTracking().FirstOrDefaultAsync(row => row.TeacherId == teacher && row.Until == null, ct);
        if (stands is not null && standing.Is(stands))
            return;
        if (stands is not null && stands.Since < first)
        {
            schools.UpdateSet(schools.Standings.Where(row => row.Id == stands.Id), set => set.SetProperty(row => row.Until, (DateOnly?)first));
            schools.InsertSet([standing.Of(teacher, first)]);
        }
        else if (stands is not null)
            (stands.Degree, stands.Title, stands.Backbone, stands.BackboneName) = (standing.Degree, standing.Title, standing.Backbone, standing.BackboneName);
        else
            schools.Standings.Add(standing.Of(teacher, first));
    }
}
