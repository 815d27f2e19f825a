using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepTeachers;

/// <summary>Mends who a teacher is: a name, a number, a month that was typed wrong. It always was so; the audit keeps what stood.</summary>
internal sealed class EditTeacher(SchoolsDb schools, TeacherReach reach, Process process, TimeProvider time) : IHandler
{
    /// <param name="id">The teacher.</param>
    /// <param name="who">As it is to be; what is masked and null stays.</param>
    /// <param name="seen">The version that was before the eyes; null does not ask.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Done, or <c>TeacherUnknown</c>, <c>EditedMeanwhile</c>, <c>TeacherNumberTaken</c> and what <see cref="TeacherRules"/> says.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, TeacherDraft who, long? seen, CancellationToken ct)
    {
        if (await reach.RunAsync(id, ct) is not { } teacher)
            return new Refusal("TeacherUnknown");
        if (seen is { } version && version != teacher.Version)
            return new Refusal("EditedMeanwhile");
        var (rules, draft) = (new TeacherRules(schools, time.Today()), who.Clean());
        // What stands is held against what is new: a date of birth against the number that nobody typed.
        var wrong = rules.RefusalsOf(draft with { IdNumber = draft.IdNumber ?? teacher.IdNumber });
        if (await rules.OtherAsync(draft, id, ct) is not null)
            wrong.Add(new("TeacherNumberTaken", "idNumber"));
        if (wrong.Count > 0)
            return wrong;
        process.Begin("schools.edit-teacher", SchoolsRefs.Teacher(id));
        draft.Into(teacher);
        await schools.SaveAsync(ct);
        return new Done();
    }
}

/// <summary>The teacher whom the actor may change: one with a post at a school that the right to edit reaches, and who has gone only where it reaches all.</summary>
internal sealed class TeacherReach(SchoolsDb schools, SchoolScope scope) : IHandler
{
    /// <returns>The row to be changed; null where there is no such teacher for this actor.</returns>
    public async Task<Teacher?> RunAsync(Guid id, CancellationToken ct)
    {
        var within = await scope.RunAsync(SchoolsRights.Edit, ct);
        return within is null || await schools.TeacherPosts.AnyAsync(post => post.TeacherId == id && post.Until == null && within.Contains(post.SchoolId), ct)
            ? await schools.Teachers.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) : null;
    }
}
