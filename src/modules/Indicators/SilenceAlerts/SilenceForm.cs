namespace Shuren.Indicators.SilenceAlerts;

/// <summary>What is typed to silence an alert.</summary>
public sealed class SilenceForm
{
    /// <summary>this, subject or unit.</summary>
    public string? Scope { get; set; }

    public DateOnly? LastDay { get; set; }

    public string? Why { get; set; }
}
