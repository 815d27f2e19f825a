namespace Shuren.Organization.KeepFiles;

/// <summary>What is typed for the limits.</summary>
public sealed class FileLimitsForm
{
    /// <summary>MB of the largest file.</summary>
    public string? Largest { get; set; }

    /// <summary>Files at one thing.</summary>
    public string? PerThing { get; set; }

    /// <summary>MB of the district.</summary>
    public string? Quota { get; set; }
}
