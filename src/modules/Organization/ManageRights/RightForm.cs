namespace Shuren.Organization.ManageRights;

/// <summary>Which roles shall have something, and why.</summary>
public sealed class RightForm
{
    /// <summary>The roles.</summary>
    public string[] Roles { get; set; } = [];

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}
