namespace Shuren.Planning.AmendTask;

/// <summary>What is typed on the page of a task's wording.</summary>
public sealed class AmendForm
{
    public string? Title { get; set; }

    public string? Text { get; set; }

    public Guid? Lead { get; set; }

    /// <summary>Who answers for it.</summary>
    public Guid? Accountable { get; set; }

    public Guid[]? Supports { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>The superior's task.</summary>
    public Guid? Answers { get; set; }

    public string? Reason { get; set; }

    /// <summary>The version that was on the screen.</summary>
    public long Version { get; set; }
}

/// <summary>What a lead types to ask for a change, and the office to decline it.</summary>
public sealed class WishForm
{
    public string? Wish { get; set; }

    public Guid Request { get; set; }

    public string? Answer { get; set; }
}
