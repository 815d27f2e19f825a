namespace Shuren.Planning.GuidePlan;

/// <summary>What is sent when somebody signs, approves or returns a plan.</summary>
public sealed class LifeForm
{
    /// <summary>The unit that speaks; empty for the bureau itself.</summary>
    public Guid? Unit { get; set; }

    /// <summary>return sends back; anything else agrees.</summary>
    public string? Verdict { get; set; }

    /// <summary>What has to be changed.</summary>
    public string? Remark { get; set; }

    /// <summary>How many open tasks the sender has agreed to leave behind.</summary>
    public int Open { get; set; }
}
