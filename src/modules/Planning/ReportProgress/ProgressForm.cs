namespace Shuren.Planning.ReportProgress;

/// <summary>What is typed to report progress.</summary>
public sealed class ProgressForm
{
    public Guid? Unit { get; set; }

    /// <summary>As typed, so that a refused form comes back as it was.</summary>
    public string? Percent { get; set; }

    public string? Words { get; set; }

    public DateOnly? On { get; set; }

    public Guid? Milestone { get; set; }

    public string? Links { get; set; }
}
