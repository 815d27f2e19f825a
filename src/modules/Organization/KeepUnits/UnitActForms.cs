namespace Shuren.Organization.KeepUnits;

/// <summary>What is typed to rename or move a unit.</summary>
public sealed class ChangeUnitForm
{
    /// <summary>The name from then on.</summary>
    public string? Name { get; set; }

    /// <summary>For narrow tables.</summary>
    public string? ShortName { get; set; }

    /// <summary>The unit above from then on.</summary>
    public Guid? Parent { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Why.</summary>
    public string? Why { get; set; }
}

/// <summary>What is typed to close, merge or split a unit.</summary>
public sealed class EndUnitForm
{
    /// <summary>The first day.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Why.</summary>
    public string? Why { get; set; }

    /// <summary>The units that are merged into it.</summary>
    public Guid[]? Units { get; set; }

    /// <summary>Names of the units that come out of it, one a line.</summary>
    public string? Names { get; set; }

    /// <summary>Whether it is closed by the split.</summary>
    public bool Closes { get; set; }
}
