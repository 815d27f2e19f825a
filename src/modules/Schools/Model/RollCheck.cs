using Shuren.Platform.Processes;

namespace Shuren.Schools.Model;

/// <summary>One run of the rules over the rolls (数据检查). It can be made again at any time from the rolls, so the audit does not hold it.</summary>
internal sealed class RollCheck : IMachinery
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When it ran (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>The day as of which the rolls were asked.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How many rules it asked.</summary>
    public required int Rules { get; init; }

    /// <summary>Findings that hold after it, accepted ones among them.</summary>
    public required int Open { get; init; }

    /// <summary>Findings that it found first.</summary>
    public required int Found { get; init; }

    /// <summary>Findings that it found no more.</summary>
    public required int Gone { get; init; }
}

/// <summary>A row of the rolls breaks a rule, from the run that found it to the run that found it mended. At most one of a rule and a row is open.</summary>
internal sealed class RollFinding : IMachinery
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Id of the rule, such as <c>pupil-number-missing</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>The row: a pupil, teacher, class, room or school, as the rule's roll says.</summary>
    public required Guid RowId { get; init; }

    /// <summary>Where the row stands.</summary>
    public required Guid SchoolId { get; init; }

    /// <summary>When the rule was first seen broken (UTC).</summary>
    public required DateTime FoundAt { get; init; }

    /// <summary>When it was first seen mended; null while it is not.</summary>
    public DateTime? GoneAt { get; init; }
}

/// <summary>
/// Somebody at the bureau has accepted that a row breaks a rule (例外): a child who entered early by permission, a class that is large for a year.
/// It is still found, and does not count, until its day.
/// </summary>
internal sealed class RollAllowance
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Rule { get; init; }
    public required Guid RowId { get; init; }
    public required Guid SchoolId { get; init; }
    public required string Reason { get; init; }

    /// <summary>Name of who accepted it.</summary>
    public required string By { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it is accepted no longer.</summary>
    public required DateOnly Until { get; set; }
}
