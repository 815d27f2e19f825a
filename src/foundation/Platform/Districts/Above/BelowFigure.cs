using Shuren.Platform.Processes;

namespace Shuren.Platform.Districts.Above;

/// <summary>
/// What a district below has reported to this bureau, or that something of it may be opened (<see cref="Opening"/>). It comes from the district and is
/// written anew with each report, so it is machinery: what was granted, by whom and why stands in the district's audit.
/// </summary>
public sealed class BelowFigure : IMachinery
{
    /// <summary>The key of a row that says that a kind may be opened.</summary>
    public const string Opening = "open";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Code of the district below.</summary>
    public required string Below { get; init; }
    public required string BelowName { get; init; }

    /// <summary>Name of an <see cref="UpwardKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Which figure of the kind.</summary>
    public required string Key { get; init; }
    public required double Value { get; init; }

    /// <summary>The first and the last day on which it may be seen: those of the grant.</summary>
    public required DateOnly Since { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>The day of which it tells.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When it was reckoned (UTC): a report that was overtaken by a later one changes nothing.</summary>
    public required DateTime At { get; init; }
}
