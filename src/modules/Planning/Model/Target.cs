using Shuren.Platform.Data;
using Shuren.PlanText;

namespace Shuren.Planning.Model;

/// <summary>A number that the plan wants reached.</summary>
internal sealed class Target : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }

    /// <summary>The task it belongs to; null for a number that stands alone in a section.</summary>
    public Guid? TaskId { get; set; }

    /// <summary>The section in which it was read; a key to none, for the section may go at an amended import while the number stays.</summary>
    public Guid? SectionId { get; set; }
    public required int Position { get; set; }

    /// <summary>What is measured, in words.</summary>
    public required string Indicator { get; set; }
    public required TargetKind Kind { get; set; }

    /// <summary>The number, or the lower end of a range; null for a direction.</summary>
    public double? Value { get; set; }

    /// <summary>The upper end of a range.</summary>
    public double? UpperValue { get; set; }
    public required string Unit { get; set; }

    /// <summary>As in the reading: &gt;= &lt;= = ~ range increase decrease maintain, or null.</summary>
    public string? Comparator { get; set; }
    public string? Deadline { get; set; }
    public required TargetStatus Status { get; set; }

    /// <summary>The document's own words.</summary>
    public required string Quote { get; set; }

    /// <summary>Last year's value, where known.</summary>
    public double? Baseline { get; set; }

    /// <summary>When somebody said that this is no target.</summary>
    public DateTime? DroppedAt { get; set; }
    public int? SourceStart { get; set; }
    public int? SourceEnd { get; set; }
    public long Version { get; private set; }
}

/// <summary>A value that a unit reported for a target, until an indicator feeds it.</summary>
internal sealed class TargetValue
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid TargetId { get; init; }

    /// <summary>The day for which it holds.</summary>
    public required DateOnly On { get; init; }
    public required double Value { get; init; }
    public string Note { get; init; } = "";

    /// <summary>The progress report it came with, if any.</summary>
    public Guid? ReportId { get; init; }
    public required string ReportedBy { get; init; }
    public required DateTime At { get; init; }
}
