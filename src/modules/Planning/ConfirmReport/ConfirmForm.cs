namespace Shuren.Planning.ConfirmReport;

/// <summary>The lead's word on a report.</summary>
public sealed class ConfirmForm
{
    public Guid Report { get; set; }

    /// <summary>return sends it back; anything else accepts.</summary>
    public string? Verdict { get; set; }

    public string? Remark { get; set; }
}
