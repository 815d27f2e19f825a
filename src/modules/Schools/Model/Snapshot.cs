namespace Shuren.Schools.Model;

/// <summary>The rolls frozen on a day (时点数据): a read-only SQLite file whose hash stands here. It is never changed; a later one stands beside it.</summary>
internal sealed class Snapshot
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The day as of which it was taken.</summary>
    public required DateOnly At { get; init; }
    public required DateTime TakenAt { get; init; }
    public required string By { get; init; }

    /// <summary>Name of the file in the folder of the district's snapshots.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file, 64 lower-case hex digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Pupils on the roll on that day.</summary>
    public required int Pupils { get; init; }

    /// <summary>Schools that were open on that day.</summary>
    public required int Schools { get; init; }
}
