using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Schools.KeepPupils;
using Shuren.Schools.Model;
using Shuren.Schools.Rolls;

namespace Shuren.Schools.KeepTeachers;

/// <summary>What must hold of a teacher that is entered by hand, and what is only warned of.</summary>
internal sealed class TeacherRules(SchoolsDb schools, DateOnly today)
{
    /// <summary>Nobody works younger: Labour Law art. 15.</summary>
    public const int YoungestWorker = 16;

    private const int MostName = 60;

    /// <summary>Why somebody cannot be entered so; nothing where it can.</summary>
    public List<Refusal> RefusalsOf(TeacherDraft draft)
    {
        var wrong = new List<Refusal>();
        if (draft.Name.Length is < 1 or > MostName)
            wrong.Add(new("TeacherName", "name", MostName));
        if (draft.BornOn > today.AddYears(-YoungestWorker) || draft.BornOn < today.AddYears(-110))
            wrong.Add(new("TeacherBorn", "bornOn", YoungestWorker));
        else
            wrong.AddRange(OfMonths(draft));
        if (draft is { IdKind: PupilRules.Card, IdNumber.Length: > 0, IsSure: false })
            wrong.AddRange(PupilRules.OfCard(draft.IdNumber, draft.BornOn, draft.Sex));
        return wrong;
    }

    /// <summary>Another teacher with one of the numbers; null where there is none.</summary>
    public Task<Teacher?> OtherAsync(TeacherDraft draft, Guid self, CancellationToken ct)
    {
        var (id, number) = (draft.IdNumber ?? "", draft.StaffNumber);
        return schools.Teachers.AsTracking().Where(teacher => teacher.Id != self && (id != "" && teacher.IdNumber == id || number != "" && teacher.StaffNumber == number)).OrderBy(teacher => teacher.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Whether a teacher of the same name was born on the same day.</summary>
    public Task<bool> HasTwinAsync(TeacherDraft draft, CancellationToken ct) => schools.Teachers.AnyAsync(teacher => teacher.Name == draft.Name && teacher.BornOn == draft.BornOn, ct);

    /// <summary>Why a post cannot be so at a school; nothing where it can.</summary>
    public async Task<List<Refusal>> OfPostAsync(PostDraft post, Guid school, CancellationToken ct)
    {
        var wrong = new List<Refusal>();
        if (post.Subject.Length > 0 && RollBook.Codes["subject"].Entries.All(entry => entry.Value != post.Subject))
            wrong.Add(new("TeacherSubject", "subject"));
        if (post.Stage is { } stage ? !await schools.SchoolParts.AnyAsync(part => part.SchoolId == school && part.Stage == stage && part.Until == null, ct) : post.Subject.Length > 0)
            wrong.Add(new("TeacherStage", "stage"));
        return wrong;
    }

    private IEnumerable<Refusal> OfMonths(TeacherDraft draft)
    {
        var first = draft.BornOn.AddYears(YoungestWorker).AddMonths(-1);
        if (draft.WorkingSince is { } working && (working > today || working < first))
            yield return new("TeacherMonth", "workingSince");
        if (draft.TeachingSince is { } teaching && (teaching > today || teaching < first))
            yield return new("TeacherMonth", "teachingSince");
    }
}
