using Shuren.Platform.Data;
using Shuren.Platform.Masks;
using Shuren.Platform.Processes;

namespace Shuren.Schools.Model;

/// <summary>A member of a school's staff (教职工). Where it works stands in its posts, what it is qualified for in its standings.</summary>
internal sealed class Teacher : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>工号; unique where it is given.</summary>
    public string StaffNumber { get; set; } = "";
    public required string Name { get; set; }

    /// <summary>Initials of the name's pinyin, lower case.</summary>
    public required string Initials { get; set; }
    public required Sex Sex { get; set; }
    public required DateOnly BornOn { get; set; }

    /// <summary>身份证件类型码 (JY/T 1001 SFZJLX).</summary>
    public string IdKind { get; set; } = "";

    [Sensitive(MaskKind.Code), Secret]
    public string IdNumber { get; set; } = "";

    /// <summary>民族码 (GB/T 3304).</summary>
    public string Ethnicity { get; set; } = "";

    /// <summary>政治面貌码 (GB/T 4762).</summary>
    public string Political { get; set; } = "";

    [Sensitive(MaskKind.Phone), Secret]
    public string Phone { get; set; } = "";

    /// <summary>参加工作年月, the first day of it.</summary>
    public DateOnly? WorkingSince { get; set; }

    /// <summary>从教年月, the first day of it.</summary>
    public DateOnly? TeachingSince { get; set; }
    public long Version { get; private set; }
}

/// <summary>
/// A teacher at a school from one day to another (任职). Who rotates or helps out has a second post there, whose <see cref="HomeSchoolId"/> names
/// where the established post is.
/// </summary>
internal sealed class TeacherPost
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeacherId { get; init; }
    public required Guid SchoolId { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? Until { get; private set; }
    public required StaffCategory Category { get; set; }

    /// <summary>在编: on a post of the establishment (编制).</summary>
    public required bool IsEstablished { get; set; }

    /// <summary>The number of the stage that is taught (<see cref="Contracts.Schools.Stage"/>); null for who does not teach.</summary>
    public Contracts.Schools.Stage? Stage { get; set; }

    /// <summary>任教学科, code of the subject table (1 语文, 2 数学 … 11 体育与健康, 12 音乐, 13 美术); empty for who does not teach.</summary>
    public string Subject { get; set; } = "";
    public required PostStart Began { get; init; }
    public PostEnd? Ended { get; private set; }

    /// <summary>Where a rotating teacher's established post stayed; null for a post of one's own.</summary>
    public Guid? HomeSchoolId { get; init; }

    /// <summary>Ends it. The day is the first on which it no longer holds.</summary>
    public void End(DateOnly on, PostEnd how) => (Until, Ended) = (on, how);
}

/// <summary>教职工类别 (教育统计).</summary>
internal enum StaffCategory
{
    /// <summary>专任教师 (1).</summary>
    Teacher,

    /// <summary>行政人员 (2).</summary>
    Administration,

    /// <summary>教辅人员 (3).</summary>
    Support,

    /// <summary>工勤人员 (4).</summary>
    Worker,

    /// <summary>其他附设机构人员 (5).</summary>
    Attached,

    /// <summary>园长 (6).</summary>
    KindergartenHead,

    /// <summary>保育员 (7).</summary>
    Carer,

    /// <summary>卫生保健人员 (8).</summary>
    HealthWorker,
}

/// <summary>How a post began.</summary>
internal enum PostStart
{
    /// <summary>As the roll was first entered.</summary>
    Registered,

    /// <summary>新聘.</summary>
    Appointed,

    /// <summary>调入.</summary>
    Transferred,

    /// <summary>交流轮岗 (G11).</summary>
    Rotated,

    /// <summary>支教、借调.</summary>
    Seconded,

    /// <summary>A change of what is counted in the same school.</summary>
    Changed,
}

/// <summary>How a post ended.</summary>
internal enum PostEnd
{
    /// <summary>调出.</summary>
    Transferred,

    /// <summary>交流期满 or moved on by rotation.</summary>
    Rotated,

    /// <summary>退休.</summary>
    Retired,

    /// <summary>辞职、解聘.</summary>
    Left,

    /// <summary>A change of what is counted in the same school.</summary>
    Changed,

    /// <summary>去世.</summary>
    Died,
}
