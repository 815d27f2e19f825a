using Shuren.Platform.Masks;
using Shuren.Platform.Processes;

namespace Shuren.Schools.Model;

/// <summary>
/// What a teacher is by qualification from one day to another (资历): degree, title, backbone level. A change ends the row and begins the next,
/// so that a past day finds what held then. At most one row of a teacher has no end.
/// </summary>
internal sealed class TeacherStanding
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeacherId { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Highest degree (R1).</summary>
    public required Degree Degree { get; set; }
    public TeacherTitle Title { get; set; }

    /// <summary>The highest level at which the title of honour was given (R2: county or higher).</summary>
    public BackboneLevel Backbone { get; set; }

    /// <summary>The title of honour as the district's ladder names it: 骨干教师, 学科带头人, 名师; empty for none.</summary>
    public string BackboneName { get; set; } = "";
}

/// <summary>学历, in rising order (GB/T 4658).</summary>
internal enum Degree
{
    /// <summary>高中以下.</summary>
    Lower,

    /// <summary>高中、中专 (40-61).</summary>
    Secondary,

    /// <summary>大学专科 (30).</summary>
    College,

    /// <summary>大学本科 (20).</summary>
    Bachelor,

    /// <summary>硕士研究生 (14).</summary>
    Master,

    /// <summary>博士研究生 (11).</summary>
    Doctor,
}

/// <summary>职称 of school and kindergarten teachers, in rising order (人社部发〔2015〕79号).</summary>
internal enum TeacherTitle
{
    /// <summary>未评职称 (9).</summary>
    None,

    /// <summary>三级教师 (5).</summary>
    Third,

    /// <summary>二级教师 (4).</summary>
    Second,

    /// <summary>一级教师 (3).</summary>
    First,

    /// <summary>高级教师 (2).</summary>
    Senior,

    /// <summary>正高级教师 (1).</summary>
    FullSenior,
}

/// <summary>Who gave the title of honour (骨干层级), in rising order.</summary>
internal enum BackboneLevel
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>校级.</summary>
    School,

    /// <summary>县级.</summary>
    County,

    /// <summary>市级.</summary>
    City,

    /// <summary>省级.</summary>
    Province,

    /// <summary>国家级.</summary>
    National,
}

/// <summary>教师资格证 with its registration every five years (教师〔2013〕9号).</summary>
internal sealed class TeacherCertificate
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeacherId { get; init; }

    /// <summary>证书号, 17 digits.</summary>
    [Sensitive(MaskKind.Code), Secret]
    public string Number { get; set; } = "";

    /// <summary>The stage for which it qualifies.</summary>
    public required Contracts.Schools.Stage Stage { get; set; }

    /// <summary>Qualified subject, code of the subject table; empty for kindergartens and primary schools without one.</summary>
    public string Subject { get; set; } = "";
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The first day on which the registration no longer holds: five years after it; null before the first registration, which is due within the trial year.</summary>
    public DateOnly? RegisteredUntil { get; set; }
    public RegistrationResult Registration { get; set; }
}

/// <summary>定期注册结论.</summary>
internal enum RegistrationResult
{
    /// <summary>尚未注册.</summary>
    NotYet,

    /// <summary>合格.</summary>
    Passed,

    /// <summary>暂缓注册.</summary>
    Deferred,

    /// <summary>不合格.</summary>
    Failed,
}

/// <summary>Training that a teacher has finished (培训学时).</summary>
internal sealed class TeacherTraining
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeacherId { get; init; }

    /// <summary>The last day of it.</summary>
    public required DateOnly On { get; init; }

    /// <summary>学时 (360 in five years: 教师〔2011〕1号).</summary>
    public required int Hours { get; set; }
    public string What { get; set; } = "";
}

/// <summary>A term of a school's leader (校长任期).</summary>
internal sealed class LeaderTerm
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeacherId { get; init; }
    public required Guid SchoolId { get; init; }
    public required LeaderPost Post { get; init; }

    /// <summary>Which term in this school, from 1; after two a head is due to rotate where the district says so.</summary>
    public int Number { get; set; } = 1;
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>Posts of leaders.</summary>
internal enum LeaderPost
{
    /// <summary>校长、园长.</summary>
    Principal,

    /// <summary>党组织书记.</summary>
    PartySecretary,

    /// <summary>副校长、副园长.</summary>
    Deputy,
}

/// <summary>
/// A finding against a teacher's ethics (师德记录, 教师〔2018〕16号 and after). Apart from the teacher, with a right of its own
/// (<c>schools.see-ethics</c>), every look recorded; it stands in no window.
/// </summary>
internal sealed class EthicsRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeacherId { get; init; }

    /// <summary>The day of the decision.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Which of the ten rules, 1 to 10.</summary>
    public required int Rule { get; init; }

    [Sensitive(MaskKind.Whole), Secret]
    public required string What { get; set; }

    /// <summary>The decision and its document.</summary>
    [Sensitive(MaskKind.Whole), Secret]
    public required string Decision { get; set; }

    /// <summary>The first day on which it no longer counts (处分期满); null where it always does.</summary>
    public DateOnly? Until { get; set; }
}
