namespace Shuren.Platform.Districts;

/// <summary>
/// A time in which a district is read and not written: because its work is over, or because it is moved to another place. An archive
/// that has not ended closes the district for every act; signing in, looking and the audit of looks go on.
/// </summary>
public sealed class DistrictArchive
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required DateTime Since { get; init; }
    public required string Why { get; init; }

    /// <summary>Who ordered it.</summary>
    public required string By { get; init; }

    /// <summary>Where the district goes, without passwords; null for an archive of the ordinary kind.</summary>
    public string? MovesTo { get; init; }

    /// <summary>When it had arrived there whole; from then on it lives there and not here.</summary>
    public DateTime? ArrivedAt { get; set; }

    public DateTime? EndedAt { get; private set; }
    public string? EndedBy { get; private set; }
    public string? EndedWhy { get; private set; }

    /// <summary>Opens the district again.</summary>
    public void End(DateTime at, string by, string why) => (EndedAt, EndedBy, EndedWhy) = (at, by, why);
}

/// <summary>Why a district is closed for writing, as shown.</summary>
/// <param name="Since">From when, in UTC.</param>
/// <param name="Why">The reason that was given.</param>
/// <param name="MovesTo">Where it goes or has gone; null for an ordinary archive.</param>
/// <param name="HasMoved">Whether it has arrived there.</param>
public sealed record ArchiveState(DateTime Since, string Why, string? MovesTo, bool HasMoved)
{
    /// <summary>The words for the page's head and for refusals.</summary>
    /// <param name="day">The first day, as shown.</param>
    public Sentence Words(string day) => this switch
    {
        { HasMoved: true } => new("DistrictHasMoved", MovesTo!), // it moved somewhere
        { MovesTo: not null } => new("DistrictMoves", MovesTo),
        _ => new("DistrictArchived", day, Why),
    };
}

/// <summary>An act was begun in a district that is closed for writing. The host says so in words; nothing was written.</summary>
public sealed class DistrictArchivedException(ArchiveState state) : Exception("The district is archived: it is read, not written.")
{
    /// <summary>Why it is closed.</summary>
    public ArchiveState State => state;
}
