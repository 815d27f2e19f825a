namespace Shuren.Schools;

/// <summary>What somebody wants to see values for.</summary>
public sealed class PurposeForm
{
    /// <summary>The purpose.</summary>
    public string? Purpose { get; set; }
}
