namespace Shuren.Planning.HoldMeeting;

/// <summary>What is typed to call a meeting or to record a decision.</summary>
public sealed class MeetingForm
{
    public DateOnly? On { get; set; }

    public string? TimeAndPlace { get; set; }

    public string? Chair { get; set; }

    /// <summary>The point that a decision is about.</summary>
    public Guid Item { get; set; }

    public string? Decision { get; set; }

    /// <summary>Headline, lead and date of the task that the decision becomes; without a headline it becomes none.</summary>
    public string? Title { get; set; }

    public Guid? Lead { get; set; }

    public DateOnly? DueOn { get; set; }
}
