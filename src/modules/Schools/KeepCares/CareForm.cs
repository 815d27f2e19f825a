namespace Shuren.Schools.KeepCares;

/// <summary>What is typed of a child's care.</summary>
public sealed class CareForm
{
    /// <summary>关爱类别.</summary>
    public string? Kind { get; set; }

    /// <summary>Kind and degree.</summary>
    public string? Detail { get; set; }

    /// <summary>送教上门.</summary>
    public bool IsTaughtAtHome { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>change or mend: it ended, or it was a mistake.</summary>
    public string? How { get; set; }

    /// <summary>The first day on which it no longer holds.</summary>
    public DateOnly? On { get; set; }
}
