namespace Shuren.Indicators.ReportFigures;

/// <summary>What is typed to report a figure.</summary>
public sealed class FigureForm
{
    /// <summary>As typed, so that a refused form comes back as it was.</summary>
    public string? Value { get; set; }

    public DateOnly? Since { get; set; }

    public string? Evidence { get; set; }
}

/// <summary>What is typed to send a figure back.</summary>
public sealed class SendBackForm
{
    public string? Why { get; set; }
}
