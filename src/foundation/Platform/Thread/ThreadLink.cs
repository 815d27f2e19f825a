namespace Shuren.Platform.Thread;

/// <summary>How one thing came from another. Few on purpose: every page shows them with one component.</summary>
public enum ThreadRelation
{
    /// <summary>A task derives from a clause, a decision becomes a task.</summary>
    Derives,

    /// <summary>An indicator measures a target.</summary>
    Measures,

    /// <summary>An inspection or a report checks a task.</summary>
    Checks,

    /// <summary>A finding raises a case, lateness raises a dispatch.</summary>
    Raises,

    /// <summary>A rectification fixes a finding.</summary>
    Fixes,

    /// <summary>A scheme scores a task.</summary>
    Scores,

    /// <summary>A sentence of the year report cites a figure.</summary>
    Cites,
}

/// <summary>One tie of the thread: what came from what, and when.</summary>
public sealed class ThreadLink
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string FromRef { get; init; }
    public required string FromTitle { get; init; }
    public required ThreadRelation Relation { get; init; }
    public required string ToRef { get; init; }
    public required string ToTitle { get; init; }
    public required DateTime At { get; init; }
}
