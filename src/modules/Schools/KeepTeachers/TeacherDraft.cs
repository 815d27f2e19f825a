using Shuren.Contracts.Schools;
using Shuren.Schools.KeepPupils;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepTeachers;

/// <summary>Who a teacher is to be. Of what is masked on the page, null leaves what stands.</summary>
/// <param name="Name">姓名.</param>
/// <param name="Sex">性别.</param>
/// <param name="BornOn">出生日期.</param>
internal sealed record TeacherDraft(string Name, Sex Sex, DateOnly BornOn)
{
    public string IdKind { get; init; } = PupilRules.Card;
    public string? IdNumber { get; init; }
    public string StaffNumber { get; init; } = "";
    public string Ethnicity { get; init; } = "";
    public string Political { get; init; } = "";
    public string? Phone { get; init; }

    /// <summary>参加工作年月.</summary>
    public DateOnly? WorkingSince { get; init; }

    /// <summary>从教年月.</summary>
    public DateOnly? TeachingSince { get; init; }

    /// <summary>Says that the warnings were read: a number that fails its check, a teacher of the same name and day.</summary>
    public bool IsSure { get; init; }

    /// <summary>Numbers without spaces, in half width and capitals; months from their first day.</summary>
    public TeacherDraft Clean() => this with
    {
        Name = Name.Trim(), IdNumber = PupilDraft.Number(IdNumber), StaffNumber = PupilDraft.Number(StaffNumber)!, WorkingSince = First(WorkingSince), TeachingSince = First(TeachingSince), // never null
    };

    /// <summary>Puts it into a teacher.</summary>
    public Teacher Into(Teacher teacher)
    {
        (teacher.Name, teacher.Initials, teacher.Sex, teacher.BornOn, teacher.StaffNumber) = (Name, NameInitials.Of(Name), Sex, BornOn, StaffNumber);
        (teacher.IdKind, teacher.IdNumber, teacher.Phone) = (IdKind, IdNumber ?? teacher.IdNumber, Phone?.Trim() ?? teacher.Phone);
        (teacher.Ethnicity, teacher.Political, teacher.WorkingSince, teacher.TeachingSince) = (Ethnicity, Political, WorkingSince, TeachingSince);
        return teacher;
    }

    private static DateOnly? First(DateOnly? day) => day is { } any ? new(any.Year, any.Month, 1) : null;
}

/// <summary>What a teacher does at a school.</summary>
/// <param name="Category">教职工类别.</param>
/// <param name="IsEstablished">在编.</param>
/// <param name="Stage">任教学段; null for who does not teach.</param>
/// <param name="Subject">任教学科, code of the subject table; empty for who does not teach.</param>
internal sealed record PostDraft(StaffCategory Category, bool IsEstablished, Stage? Stage, string Subject)
{
    /// <summary>Whether a post says all that already.</summary>
    public bool Is(TeacherPost post) => (post.Category, post.IsEstablished, post.Stage, post.Subject) == (Category, IsEstablished, Stage, Subject);

    /// <summary>A post that says it.</summary>
    public TeacherPost At(Guid teacher, Guid school, DateOnly since, PostStart began) => new()
    {
        TeacherId = teacher, SchoolId = school, Since = since, Began = began, Category = Category, IsEstablished = IsEstablished, Stage = Stage, Subject = Subject,
    };
}

/// <summary>What a teacher is qualified for: degree, title, honour.</summary>
internal sealed record StandingDraft(Degree Degree, TeacherTitle Title, BackboneLevel Backbone, string BackboneName)
{
    /// <summary>The name of an honour only where there is one.</summary>
    public StandingDraft Clean() => this with { BackboneName = Backbone == BackboneLevel.None ? "" : BackboneName.Trim() };

    /// <summary>Whether a standing says all that already.</summary>
    public bool Is(TeacherStanding standing) => (standing.Degree, standing.Title, standing.Backbone, standing.BackboneName) == (Degree, Title, Backbone, BackboneName);

    /// <summary>A standing that says it.</summary>
    public TeacherStanding Of(Guid teacher, DateOnly since) => new() { TeacherId = teacher, Since = since, Degree = Degree, Title = Title, Backbone = Backbone, BackboneName = BackboneName };
}
