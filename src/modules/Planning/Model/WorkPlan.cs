using Shuren.Platform.Data;

namespace Shuren.Planning.Model;

/// <summary>Whose plan it is, seen from this bureau.</summary>
internal enum PlanKind
{
    /// <summary>本局: the year that this bureau runs.</summary>
    Own,

    /// <summary>上级: what the bureau above wants; own tasks answer its tasks.</summary>
    Superior,

    /// <summary>参考: a neighbour's published plan, read for comparison.</summary>
    Reference,
}

/// <summary>A published document with the goals of a period, as rows.</summary>
internal sealed class WorkPlan : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required PlanKind Kind { get; set; }
    public required string Title { get; set; }

    /// <summary>The bureau that speaks, as printed or as typed; empty where nobody said.</summary>
    public required string Bureau { get; set; }

    /// <summary>The district whose plan it is, where the document names one (a text may hold several).</summary>
    public string? District { get; set; }

    /// <summary>The year (or first year) that is planned.</summary>
    public required int Year { get; set; }

    /// <summary>The last year of a plan of several years; equal to <see cref="Year"/> for one year.</summary>
    public required int EndYear { get; set; }

    /// <summary>The printed date of the document.</summary>
    public DateOnly? DocumentDate { get; set; }

    /// <summary>发文字号, where known.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>Numbered names such as 123工程, one to a line.</summary>
    public string Framework { get; set; } = "";

    public required DateTime ImportedAt { get; init; }

    /// <summary>When somebody went through the whole reading and said it stands; null while the wizard is open.</summary>
    public DateTime? ReviewedAt { get; set; }
    public long Version { get; private set; }
}

/// <summary>The text that was read, kept so that every piece can show its place.</summary>
internal sealed class PlanSource
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }

    /// <summary>1 for the first import; an amended document counts on.</summary>
    public required int Edition { get; init; }
    public required string FileName { get; init; }

    /// <summary>The original file in the store; null for pasted text.</summary>
    public Guid? FileId { get; init; }

    /// <summary>The whole text into which places point.</summary>
    public required string Text { get; init; }

    /// <summary>Ends of the paper's pages as offsets, comma-separated; empty where the format has no pages.</summary>
    public string PageStarts { get; init; } = "";
    public required DateTime At { get; init; }
}

/// <summary>A heading of the plan: a branch of the framework tree on which tasks hang.</summary>
internal sealed class PlanSection
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }
    public Guid? ParentId { get; set; }

    /// <summary>Place in the whole plan, in reading order.</summary>
    public required int Position { get; set; }
    public required int Level { get; set; }

    /// <summary>As printed (一、 1. 一是 ■), or empty.</summary>
    public required string Marker { get; set; }
    public required string Title { get; set; }

    /// <summary>False for the part that sums up the past.</summary>
    public required bool IsPlan { get; set; }
    public int? SourceStart { get; init; }
    public int? SourceEnd { get; init; }
    public int? SourcePage { get; init; }
}
