namespace Shuren.Platform.Exchange;

/// <summary>A night in which what imports keep of people, apart from the tables themselves, was forgotten.</summary>
public sealed class ImportSweep
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>When, in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Brought files that went.</summary>
    public required int Files { get; init; }

    /// <summary>Runs whose problems and heads went.</summary>
    public required int Runs { get; init; }

    /// <summary>Pictures for the undo that went.</summary>
    public required int Pictures { get; init; }
}
