using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Schools.KeepPupils;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepTeachers;

/// <summary>What is typed of a teacher, the post and the qualification.</summary>
public sealed class TeacherForm
{
    /// <summary>姓名.</summary>
    public string? Name { get; set; }

    /// <summary>性别.</summary>
    public string? Sex { get; set; }

    /// <summary>出生日期.</summary>
    public DateOnly? BornOn { get; set; }

    /// <summary>证件类型.</summary>
    public string? IdKind { get; set; }

    /// <summary>证件号; empty leaves what stands, - clears it.</summary>
    public string? IdNumber { get; set; }

    /// <summary>工号.</summary>
    public string? StaffNumber { get; set; }

    /// <summary>民族.</summary>
    public string? Ethnicity { get; set; }

    /// <summary>政治面貌.</summary>
    public string? Political { get; set; }

    /// <summary>联系电话; empty leaves what stands, - clears it.</summary>
    public string? Phone { get; set; }

    /// <summary>参加工作年月.</summary>
    public DateOnly? WorkingSince { get; set; }

    /// <summary>从教年月.</summary>
    public DateOnly? TeachingSince { get; set; }

    /// <summary>教职工类别.</summary>
    public string? Category { get; set; }

    /// <summary>在编.</summary>
    public bool IsEstablished { get; set; }

    /// <summary>任教学段.</summary>
    public string? Stage { get; set; }

    /// <summary>任教学科.</summary>
    public string? Subject { get; set; }

    /// <summary>最高学历.</summary>
    public string? Degree { get; set; }

    /// <summary>职称.</summary>
    public string? Title { get; set; }

    /// <summary>骨干教师级别.</summary>
    public string? Backbone { get; set; }

    /// <summary>骨干称号.</summary>
    public string? BackboneName { get; set; }

    /// <summary>The first day of a new row; the day of a change.</summary>
    public DateOnly? From { get; set; }

    /// <summary>mend or change: a mistake that always was one, or a change from a day.</summary>
    public string? How { get; set; }

    /// <summary>That the warnings were read.</summary>
    public bool IsSure { get; set; }

    /// <summary>The version that was before the eyes.</summary>
    public long Version { get; set; }

    /// <summary>Who it is about; the refusal says what is missing.</summary>
    internal Outcome<TeacherDraft> Draft()
    {
        if (BornOn is not { } born)
            return new Refusal("TeacherBorn", "bornOn", TeacherRules.YoungestWorker);
        if (!Enum.TryParse<Sex>(Sex, out var sex))
            return new Refusal("PupilSex", "sex");
        return new TeacherDraft(Name ?? "", sex, born)
        {
            IdKind = IdKind ?? "", IdNumber = PupilForm.Typed(IdNumber), StaffNumber = StaffNumber ?? "", Ethnicity = Ethnicity ?? "", Political = Political ?? "", Phone = PupilForm.Typed(Phone),
            WorkingSince = WorkingSince, TeachingSince = TeachingSince, IsSure = IsSure,
        };
    }

    /// <summary>What for.</summary>
    internal PostDraft Post() => new(Enum.TryParse<StaffCategory>(Category, out var category) ? category : StaffCategory.Teacher, IsEstablished, Enum.TryParse<Stage>(Stage, out var stage) ? stage : null, Subject ?? "");

    /// <summary>What of qualification.</summary>
    internal StandingDraft Standing() => new(Enum.TryParse<Degree>(Degree, out var degree) ? degree : Model.Degree.Lower, Enum.TryParse<TeacherTitle>(Title, out var title) ? title : TeacherTitle.None,
        Enum.TryParse<BackboneLevel>(Backbone, out var level) ? level : BackboneLevel.None, BackboneName ?? "");
}

/// <summary>What is typed to move a teacher.</summary>
public sealed class TeacherMoveForm
{
    /// <summary>What happens.</summary>
    public string? Act { get; set; }

    /// <summary>The first day on which it holds.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The other school.</summary>
    public Guid? School { get; set; }

    /// <summary>The reason or the document.</summary>
    public string? Why { get; set; }
}
