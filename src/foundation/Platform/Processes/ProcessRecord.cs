namespace Shuren.Platform.Processes;

/// <summary>An act as it stands in the database: what one save wrote stands together under it, sealed by its <see cref="AuditBlock"/>.</summary>
public sealed class ProcessRecord : IMachinery
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required DateTime At { get; init; }
    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string Why { get; init; }
    public string? About { get; init; }

    /// <summary>What it rests on, as a printed <see cref="Kernel.Ref"/>.</summary>
    public string? Evidence { get; init; }

    /// <summary>The key of the posted form; unique, so that a repeated post cannot act twice.</summary>
    public Guid? Once { get; init; }
}

/// <summary>What an act changed in one row.</summary>
public sealed class AuditEntry : IMachinery
{
    public required Guid Id { get; init; }
    public required Guid ProcessId { get; init; }

    /// <summary>The row, as a printed <see cref="Kernel.Ref"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>One of <see cref="AuditActions"/>.</summary>
    public required string Action { get; init; }

    /// <summary>JSON: column → [old, new]; only what changed. For something seen: column → [purpose].</summary>
    public required string Changes { get; init; }
}

/// <summary>
/// The seal of one act and its entries: a link of the district's chain. Its hash covers the act, every entry and the hash before,
/// so whoever changes one byte of what was written has to change every block after it.
/// </summary>
public sealed class AuditBlock : IMachinery
{
    /// <summary>Its place in the chain, from 1 without a gap.</summary>
    public required long Number { get; init; }
    public required Guid ProcessId { get; init; }

    /// <summary>How many entries the act wrote.</summary>
    public required long Entries { get; init; }
    public required DateTime SealedAt { get; init; }

    /// <summary>SHA-256 in lower-case hex.</summary>
    public required string Hash { get; init; }
}

/// <summary>Where the chain ends. One row: its update is what makes sealers wait for one another, and a cut-off tail shows.</summary>
public sealed class AuditHead : IMachinery
{
    public required Guid Id { get; init; }
    public required long Number { get; init; }
    public required string Hash { get; init; }
}
