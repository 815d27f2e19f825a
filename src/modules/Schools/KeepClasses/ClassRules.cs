using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepClasses;

/// <summary>A class as it is to be.</summary>
/// <param name="Grade">Code of the grade.</param>
/// <param name="Number">班号 in the grade.</param>
/// <param name="Name">As the school calls it; empty takes the usual name.</param>
/// <param name="Kind">What sort of class.</param>
/// <param name="Head">班主任; null for none.</param>
internal sealed record ClassDraft(int Grade, int Number, string Name, ClassKind Kind, Guid? Head)
{
    /// <summary>From which day on the head teacher leads it; null where another one stood there by mistake, or since the class began.</summary>
    public DateOnly? HeadFrom { get; init; }

    /// <summary>The name that is kept.</summary>
    public string KeptName => Name.Trim().Length == 0 ? GradeNames.Class(Grade, Number) : Name.Trim();
}

/// <summary>What must hold of a class of a school and school year.</summary>
internal static class ClassRules
{
    /// <summary>The most that a class number can be.</summary>
    public const int MostNumber = 99;

    private const int MostName = 40;

    /// <summary>Why a class cannot be so; nothing where it can.</summary>
    /// <param name="schools">The rolls.</param>
    /// <param name="draft">As it is to be.</param>
    /// <param name="school">Its school.</param>
    /// <param name="year">Its school year.</param>
    /// <param name="self">The class itself, where it stands already.</param>
    /// <param name="ct">Stops the wait.</param>
    public static async Task<List<Refusal>> RefusalsOfAsync(SchoolsDb schools, ClassDraft draft, Guid school, int year, SchoolClass? self, CancellationToken ct)
    {
        var wrong = new List<Refusal>();
        if (draft.Number is < 1 or > MostNumber)
            wrong.Add(new("ClassNumberForm", "number", MostNumber));
        if (draft.KeptName.Length > MostName)
            wrong.Add(new("ClassNameForm", "name", MostName));
        if (wrong.Count > 0)
            return wrong;
        var stage = Grades.StageOf(draft.Grade);
        if (self is null && !await schools.SchoolParts.AnyAsync(part => part.SchoolId == school && part.Stage == stage && part.Until == null, ct))
            wrong.Add(new("ClassStage", "grade"));
        var (own, name) = (self?.Id ?? Guid.Empty, draft.KeptName);
        var others = await schools.Classes.AsNoTracking().Where(other => other.SchoolId == school && other.SchoolYear == year && other.Id != own && (other.Name == name || other.Grade == draft.Grade && other.Number == draft.Number)).ToListAsync(ct);
        if (others.Find(other => other.Grade == draft.Grade && other.Number == draft.Number) is { } twin)
            wrong.Add(new("ClassNumberTaken", "number", twin.Name));
        else if (others.Count > 0)
            wrong.Add(new("ClassNameTaken", "name", name));
        // A head teacher who has gone stays until another is named: only a new one is asked for a post.
        if (draft.Head is { } head && head != self?.HeadTeacherId && !await schools.TeacherPosts.AnyAsync(post => post.TeacherId == head && post.SchoolId == school && post.Until == null, ct))
            wrong.Add(new("ClassHeadNotHere", "head"));
        return wrong;
    }
}
