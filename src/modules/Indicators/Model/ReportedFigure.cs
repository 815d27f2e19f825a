namespace Shuren.Indicators.Model;

/// <summary>A number that no roll has (上报数), or whether something is so (1 or 0): reported for a unit from a day, counted once somebody else has confirmed it.</summary>
internal sealed class ReportedFigure
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The item's code in its pack.</summary>
    public required string Item { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>The day from which it holds.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it is too old to count, where it has to be reported again; null where it holds until it is reported anew.</summary>
    public DateOnly? ExpiresOn { get; init; }
    public required double Value { get; init; }

    /// <summary>Where it comes from: the document, table or list behind it (佐证).</summary>
    public required string Evidence { get; init; }
    public Guid? ReportedById { get; init; }
    public required string ReportedBy { get; init; }
    public required DateTime ReportedAt { get; init; }
}

/// <summary>That somebody other than who reported it has looked at a figure and stands for it.</summary>
internal sealed class FigureConfirmation
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid FigureId { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>That a figure was sent back, with the reason; it never counts.</summary>
internal sealed class FigureRejection
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid FigureId { get; init; }
    public required string Why { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
}
