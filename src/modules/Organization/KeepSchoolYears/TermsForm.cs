namespace Shuren.Organization.KeepSchoolYears;

/// <summary>What is typed for the terms of a school year; an empty row is no term.</summary>
public sealed class TermsForm
{
    /// <summary>Name of the first term.</summary>
    public string? Name1 { get; set; }

    /// <summary>Its first day.</summary>
    public DateOnly? First1 { get; set; }

    /// <summary>Its last day.</summary>
    public DateOnly? Last1 { get; set; }

    /// <summary>Name of the second term.</summary>
    public string? Name2 { get; set; }

    /// <summary>Its first day.</summary>
    public DateOnly? First2 { get; set; }

    /// <summary>Its last day.</summary>
    public DateOnly? Last2 { get; set; }

    /// <summary>Name of the third term.</summary>
    public string? Name3 { get; set; }

    /// <summary>Its first day.</summary>
    public DateOnly? First3 { get; set; }

    /// <summary>Its last day.</summary>
    public DateOnly? Last3 { get; set; }
}
