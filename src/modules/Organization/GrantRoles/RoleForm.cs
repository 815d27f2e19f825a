namespace Shuren.Organization.GrantRoles;

/// <summary>A role to be held, moved or ended.</summary>
public sealed class RoleForm
{
    /// <summary>The role's code.</summary>
    public string? Role { get; set; }

    /// <summary>Where it is held.</summary>
    public Guid? Unit { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The unit that is left.</summary>
    public Guid? From { get; set; }

    /// <summary>The unit that is joined.</summary>
    public Guid? To { get; set; }

    /// <summary>The holding that ends.</summary>
    public Guid? Holding { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}
