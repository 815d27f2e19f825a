namespace Shuren.Organization.ManageUnits;

/// <summary>What is typed on a unit's page.</summary>
public sealed class UnitDutiesForm
{
    /// <summary>As it stands in narrow tables.</summary>
    public string? ShortName { get; set; }

    /// <summary>What it answers for, a phrase a line.</summary>
    public string? Duties { get; set; }
}

/// <summary>What is typed to add a unit.</summary>
public sealed class NewUnitForm
{
    /// <summary>Full name.</summary>
    public string? Name { get; set; }

    /// <summary>For narrow tables.</summary>
    public string? ShortName { get; set; }

    /// <summary>Name of the kind.</summary>
    public string? Kind { get; set; }

    /// <summary>The unit above.</summary>
    public Guid? Parent { get; set; }

    /// <summary>The day from which it is there; empty where it always was.</summary>
    public DateOnly? On { get; set; }

    /// <summary>What it answers for, a phrase a line.</summary>
    public string? Duties { get; set; }
}
