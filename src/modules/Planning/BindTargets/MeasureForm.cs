namespace Shuren.Planning.BindTargets;

/// <summary>What is chosen for a target.</summary>
public sealed class MeasureForm
{
    /// <summary>The code of a suggested indicator.</summary>
    public string? Suggested { get; set; }

    /// <summary>The code of another; it goes before the suggestion.</summary>
    public string? Indicator { get; set; }

    /// <summary>The school or group whose value it is; none for the district.</summary>
    public Guid? Unit { get; set; }
}
