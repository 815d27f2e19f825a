using Shuren.Platform.Data;
using Shuren.Platform.Masks;
using Shuren.Platform.Processes;

namespace Shuren.Schools.Model;

/// <summary>
/// An entry of the ledger of who stays away (控辍保学台账): a child of compulsory age, from the day on which it was missed. Nobody closes it: it ends with an enrolment in which
/// the child is taught again, or with the roll's own word that it left (<see cref="DropOutStanding"/>).
/// </summary>
internal sealed class DropOut : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PupilId { get; init; }

    /// <summary>The school that answers for the child.</summary>
    public required Guid SchoolId { get; init; }

    /// <summary>The first day on which the child stayed away.</summary>
    public required DateOnly Since { get; init; }
    public required DropOutFinding Finding { get; init; }
    public DropOutReason Reason { get; set; }

    /// <summary>What is known of the reason.</summary>
    [Sensitive(MaskKind.Whole), Secret]
    public string Detail { get; set; } = "";

    /// <summary>学校责任人: who visits and brings back.</summary>
    public string SchoolPerson { get; set; } = "";

    /// <summary>乡镇(街道)责任人.</summary>
    public string TownPerson { get; set; } = "";
    public required string RecordedBy { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>The day by which the first visit is due.</summary>
    public required DateOnly FirstVisitBy { get; init; }
    public long Version { get; private set; }

    /// <summary>Whether somebody has still to say why, and who answers.</summary>
    public bool IsIncomplete => Reason == DropOutReason.Unknown || SchoolPerson.Length == 0 || TownPerson.Length == 0;
}

/// <summary>How it came into the ledger.</summary>
internal enum DropOutFinding
{
    /// <summary>登记辍学: the school noted it on the roll.</summary>
    Noted,

    /// <summary>排查发现: found absent.</summary>
    FoundAbsent,
}

/// <summary>辍学原因.</summary>
internal enum DropOutReason
{
    /// <summary>还没有查明.</summary>
    Unknown,

    /// <summary>厌学.</summary>
    Weariness,

    /// <summary>学习困难.</summary>
    Learning,

    /// <summary>家庭经济困难.</summary>
    Poverty,

    /// <summary>外出务工.</summary>
    Work,

    /// <summary>随父母外出，去向不明.</summary>
    Away,

    /// <summary>疾病.</summary>
    Illness,

    /// <summary>残疾.</summary>
    Disability,

    /// <summary>早婚早育.</summary>
    Marriage,

    /// <summary>家庭变故、监护缺失.</summary>
    Family,

    /// <summary>沉迷网络.</summary>
    Internet,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>家访.</summary>
internal sealed class HomeVisit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DropOutId { get; init; }

    /// <summary>The how-manieth of its child, from 1.</summary>
    public required int Number { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Who went.</summary>
    public required string Visitors { get; init; }

    /// <summary>Whom they met; empty where nobody was at home.</summary>
    [Sensitive(MaskKind.Whole), Secret]
    public string Met { get; init; } = "";
    public required VisitResult Result { get; init; }

    /// <summary>What was agreed, or found.</summary>
    [Sensitive(MaskKind.Whole), Secret]
    public string Agreed { get; init; } = "";

    /// <summary>The day by which the next visit is due.</summary>
    public required DateOnly NextBy { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>What a visit brought.</summary>
internal enum VisitResult
{
    /// <summary>同意返校.</summary>
    WillReturn,

    /// <summary>还没有答应.</summary>
    Undecided,

    /// <summary>拒绝返校.</summary>
    Refused,

    /// <summary>无人在家.</summary>
    NobodyHome,

    /// <summary>搬走，去向不明.</summary>
    MovedAway,
}

/// <summary>上报: the school's word that it cannot bring the child back alone, and the section's word on it.</summary>
internal sealed class DropOutEscalation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DropOutId { get; init; }

    /// <summary>Why; empty where the section took it up by itself.</summary>
    [Sensitive(MaskKind.Whole), Secret]
    public string Why { get; init; } = "";
    public required string By { get; init; }
    public required DateTime At { get; init; }

    /// <summary>What the section arranged (联合乡镇、司法、民政 …); empty while it has said nothing.</summary>
    [Sensitive(MaskKind.Whole), Secret]
    public string Measure { get; private set; } = "";
    public string AnsweredBy { get; private set; } = "";
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The section's word.</summary>
    public void Answer(string measure, string by, DateTime at) => (Measure, AnsweredBy, AnsweredAt) = (measure, by, at);
}

/// <summary>How an entry of the ledger stands, by the roll alone.</summary>
internal enum DropOutStanding
{
    /// <summary>未返校.</summary>
    Open,

    /// <summary>已复学: an enrolment in which the child is taught began on or after the day.</summary>
    Returned,

    /// <summary>已离籍: transferred out, settled abroad, finished, died.</summary>
    Left,
}
