using Shuren.Platform.Processes;

namespace Shuren.Platform.Files.Keeping;

/// <summary>One look at every content of the store, and what came of it.</summary>
public sealed class FileCheck : IMachinery
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required DateTime StartedAt { get; init; }

    /// <summary>Null while it goes on, and for ever where it was broken off.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Contents that were looked at.</summary>
    public long Contents { get; set; }

    /// <summary>Bytes that were read.</summary>
    public long Bytes { get; set; }

    /// <summary>Files whose content is not there or not what it was.</summary>
    public long Faults { get; set; }
}

/// <summary>What is wrong with a file.</summary>
public enum FileFaultKind
{
    /// <summary>Other bytes than those that were stored.</summary>
    Changed,

    /// <summary>The content is not on the disk.</summary>
    Missing,
}

/// <summary>A file whose content a check found wrong.</summary>
public sealed class FileFault : IMachinery
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid CheckId { get; init; }

    /// <summary>The <see cref="StoredFile"/>.</summary>
    public required Guid FileId { get; init; }

    public required FileFaultKind Kind { get; init; }
}
