namespace Shuren.Platform.Processes;

/// <summary>An act as it stands in the database.</summary>
public sealed class ProcessRecord
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required DateTime At { get; init; }
    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string Why { get; init; }
    public string? About { get; init; }

    /// <summary>The key of the posted form; unique, so that a repeated post cannot act twice.</summary>
    public Guid? Once { get; init; }
}

/// <summary>What an act changed in one row.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ProcessId { get; init; }

    /// <summary>The row, as a printed <see cref="Kernel.Ref"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>added, changed or removed.</summary>
    public required string Action { get; init; }

    /// <summary>JSON: column → [old, new]; only what changed.</summary>
    public required string Changes { get; init; }
}
