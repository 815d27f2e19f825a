namespace Shuren.Indicators.Model;

/// <summary>
/// Somebody knows of alerts and wants nobody to be told until a day: of one, of an indicator at every unit, or of everything at a unit. Alerts go on beneath it.
/// What is null matches anything.
/// </summary>
internal sealed class AlertSilence
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The code of the rule; null for every rule.</summary>
    public string? Rule { get; init; }

    /// <summary>The code of the indicator or figure; null for all.</summary>
    public string? Subject { get; init; }

    /// <summary>The unit; null for all.</summary>
    public Guid? UnitId { get; init; }
    public required DateOnly FirstDay { get; init; }
    public required DateOnly LastDay { get; init; }

    /// <summary>Why nobody needs to be told, in the words of who silenced it.</summary>
    public required string Why { get; init; }
    public Guid? ById { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }

    public bool Matches(Alert alert) => (Rule is null || Rule == alert.Rule) && (Subject is null || Subject == alert.Subject) && (UnitId is null || UnitId == alert.UnitId);
}

/// <summary>A silence ended before its last day.</summary>
internal sealed class SilenceLift
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid SilenceId { get; init; }

    /// <summary>The first day on which it no longer holds.</summary>
    public required DateOnly On { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
}
