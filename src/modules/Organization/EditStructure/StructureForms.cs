namespace Shuren.Organization.EditStructure;

/// <summary>From which day an uploaded workbook shall hold.</summary>
public sealed class UploadStructureForm
{
    /// <summary>The first day.</summary>
    public DateOnly? On { get; set; }
}

/// <summary>What was looked at and shall be written.</summary>
public sealed class ApplyStructureForm
{
    /// <summary>The changes, as the check page wrote them.</summary>
    public string? Changes { get; set; }

    /// <summary>The differences in words, to be shown again.</summary>
    public string? Differing { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Why.</summary>
    public string? Why { get; set; }
}
