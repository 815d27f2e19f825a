using Shuren.Platform.Data;
using Shuren.Platform.Masks;
using Shuren.Platform.Processes;

namespace Shuren.Schools.Model;

/// <summary>A child on the rolls, from kindergarten to senior high. Where it learns stands in its enrolments.</summary>
internal sealed class Pupil : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>Initials of the name's pinyin, lower case, for the search; kept by whoever sets the name (<c>NameInitials</c>).</summary>
    public required string Initials { get; set; }

    /// <summary>曾用名.</summary>
    public string FormerName { get; set; } = "";
    public required Sex Sex { get; set; }
    public required DateOnly BornOn { get; set; }

    /// <summary>身份证件类型码 (JY/T 1001 SFZJLX): 1 居民身份证, A 护照 … ; empty where there is none.</summary>
    public string IdKind { get; set; } = "";

    /// <summary>身份证件号.</summary>
    [Sensitive(MaskKind.Code), Secret]
    public string IdNumber { get; set; } = "";

    /// <summary>全国学籍号, G, J or L and 18 characters; empty before one was given.</summary>
    [Sensitive(MaskKind.Code), Secret]
    public string PupilNumber { get; set; } = "";

    /// <summary>校内学号.</summary>
    public string SchoolNumber { get; set; } = "";

    /// <summary>民族码, two digits (GB/T 3304); empty where unknown.</summary>
    public string Ethnicity { get; set; } = "";

    /// <summary>国籍/地区码, three letters (GB/T 2659).</summary>
    public string Nationality { get; set; } = "CHN";

    /// <summary>港澳台侨外码 (JY/T 1001 GATQW); empty where it is none of them.</summary>
    public string Overseas { get; set; } = "";

    /// <summary>政治面貌码 (GB/T 4762); empty where unknown.</summary>
    public string Political { get; set; } = "";

    /// <summary>健康状况码 (GB/T 2261.3, one digit); empty where unknown.</summary>
    public string Health { get; set; } = "";

    /// <summary>户口所在地行政区划码, 6 digits; old divisions stay valid.</summary>
    public string HouseholdDivision { get; set; } = "";

    /// <summary>户口性质 of the project's table: 1 城镇, 2 乡村, 8 集体户, 9 其他; empty where unknown.</summary>
    public string HouseholdKind { get; set; } = "";

    /// <summary>出生地码, 6 digits.</summary>
    public string BirthDivision { get; set; } = "";

    /// <summary>籍贯.</summary>
    public string NativePlace { get; set; } = "";

    /// <summary>现住址.</summary>
    [Sensitive(MaskKind.Whole), Secret]
    public string Address { get; set; } = "";

    /// <summary>联系电话.</summary>
    [Sensitive(MaskKind.Phone), Secret]
    public string Phone { get; set; } = "";
    public bool IsOnlyChild { get; set; }
    public long Version { get; private set; }
}

/// <summary>性别 (GB/T 2261.1).</summary>
internal enum Sex
{
    /// <summary>未知 (0).</summary>
    Unknown = 0,

    /// <summary>男 (1).</summary>
    Male = 1,

    /// <summary>女 (2).</summary>
    Female = 2,

    /// <summary>未说明 (9).</summary>
    NotStated = 9,
}

/// <summary>监护人.</summary>
internal sealed class Guardian
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PupilId { get; init; }
    public required string Name { get; set; }
    public required GuardianRelation Relation { get; set; }

    [Sensitive(MaskKind.Phone), Secret]
    public string Phone { get; set; } = "";

    [Sensitive(MaskKind.Code), Secret]
    public string IdNumber { get; set; } = "";

    [Sensitive(MaskKind.Whole), Secret]
    public string Address { get; set; } = "";

    /// <summary>工作单位.</summary>
    public string Workplace { get; set; } = "";

    /// <summary>The one who is called first.</summary>
    public bool IsMain { get; set; }
}

/// <summary>What a guardian is to the child.</summary>
internal enum GuardianRelation
{
    /// <summary>父亲.</summary>
    Father,

    /// <summary>母亲.</summary>
    Mother,

    /// <summary>祖父母、外祖父母.</summary>
    Grandparent,

    /// <summary>其他亲属.</summary>
    Relative,

    /// <summary>村(居)委会、民政部门或福利机构.</summary>
    Institution,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>Two pupils of one family (多孩家庭). The smaller id stands first, so that a pair stands once.</summary>
internal sealed class SiblingLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PupilId { get; init; }
    public required Guid OtherPupilId { get; init; }

    /// <summary>Born together (多胞胎): admission draws them together.</summary>
    public bool AreTwins { get; set; }
}
