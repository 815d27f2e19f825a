namespace Shuren.Organization.KeepGroups;

/// <summary>What is typed to found a group.</summary>
public sealed class NewGroupForm
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Name of the kind.</summary>
    public string? Kind { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Why.</summary>
    public string? Why { get; set; }
}

/// <summary>What is ticked for a group's members.</summary>
public sealed class MembersForm
{
    /// <summary>All members from the day on.</summary>
    public Guid[]? Members { get; set; }

    /// <summary>The leading school.</summary>
    public Guid? Lead { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Why.</summary>
    public string? Why { get; set; }
}
