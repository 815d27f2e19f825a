namespace Shuren.Planning.TakeDispatchStep;

/// <summary>What is typed on the page of a task's ladder.</summary>
public sealed class DispatchForm
{
    /// <summary>Name of the rung.</summary>
    public string? Rung { get; set; }

    public string? Reason { get; set; }

    public DateOnly? AnswerBy { get; set; }

    public string? DocumentTitle { get; set; }

    public string? DocumentNumber { get; set; }

    public string? SkipReason { get; set; }

    /// <summary>The unit's answer.</summary>
    public string? Answer { get; set; }

    /// <summary>brought, or anything else for nothing.</summary>
    public string? Verdict { get; set; }
}
