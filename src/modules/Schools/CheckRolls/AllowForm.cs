namespace Shuren.Schools.CheckRolls;

/// <summary>What is typed to accept a finding.</summary>
public sealed class AllowForm
{
    /// <summary>Why it is right as it is.</summary>
    public string? Reason { get; set; }

    /// <summary>The last day of the exception.</summary>
    public DateOnly? Until { get; set; }
}
