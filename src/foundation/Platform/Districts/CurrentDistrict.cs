namespace Shuren.Platform.Districts;

/// <summary>The district of this request or command: set once, from the address or from <c>--district</c>.</summary>
public sealed class CurrentDistrict
{
    private DistrictCard? card;

    /// <summary>Whether the request names a district at all.</summary>
    public bool IsKnown => card is not null;

    /// <summary>The namespace: a SQLite file or a PostgreSQL schema, and the first segment of the address.</summary>
    public string Code => Card.Code;

    /// <summary>The district's name as shown.</summary>
    public string Name => Card.Name;

    /// <summary>Why the district is closed for writing, as this request found it; null where it is open.</summary>
    public ArchiveState? Archive { get; set; }

    private DistrictCard Card => card ?? throw new InvalidOperationException("No district has been chosen for this scope.");

    /// <summary>Chooses the district; a scope never changes it.</summary>
    public void Choose(DistrictCard district) =>
        card = card is null ? district : throw new InvalidOperationException("The district of a scope is chosen once.");
}

/// <summary>A district as the house lists it.</summary>
/// <param name="Code">2 to 40 lower-case letters, digits and underscores, beginning with a letter.</param>
/// <param name="Name">As shown, such as 青禾县.</param>
/// <param name="Archive">Why it was closed for writing when the list was read; null where it was open.</param>
public sealed record DistrictCard(string Code, string Name, ArchiveState? Archive = null);
