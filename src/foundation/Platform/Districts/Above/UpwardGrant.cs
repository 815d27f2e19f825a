namespace Shuren.Platform.Districts.Above;

/// <summary>
/// What a district lets a bureau above it know or open, from one day to another. It lies in the district that grants it: there it is asked for, there it
/// is revoked, and from then on nothing is seen.
/// </summary>
public sealed class UpwardGrant
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Code of the bureau above, on this installation.</summary>
    public required string Upper { get; init; }

    /// <summary>Name of an <see cref="UpwardKind"/>.</summary>
    public required string Kind { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The last day; null for until it is revoked.</summary>
    public DateOnly? Until { get; init; }
    public required string Why { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
    public DateTime? RevokedAt { get; private set; }
    public string? RevokedBy { get; private set; }
    public string? RevokedWhy { get; private set; }

    /// <summary>Whether it stands on a day.</summary>
    public bool HoldsOn(DateOnly day) => RevokedAt is null && Since <= day && (Until is null || day <= Until);

    /// <summary>Takes it back, at once and for good.</summary>
    public void Revoke(DateTime at, string by, string why) => (RevokedAt, RevokedBy, RevokedWhy) = (at, by, why);
}
