namespace Shuren.Organization.LinkSchools;

/// <summary>What is typed to link a person with a school or a zone.</summary>
public sealed class LinkForm
{
    /// <summary>Who.</summary>
    public Guid? Account { get; set; }

    /// <summary>The school or zone.</summary>
    public Guid? Unit { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? On { get; set; }
}
