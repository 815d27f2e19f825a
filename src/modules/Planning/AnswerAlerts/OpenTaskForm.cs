namespace Shuren.Planning.AnswerAlerts;

/// <summary>What is typed to open a task for an alert.</summary>
public sealed class OpenTaskForm
{
    public Guid? Plan { get; set; }

    public string? Title { get; set; }

    public string? Text { get; set; }

    public Guid? Lead { get; set; }

    public DateOnly? DueOn { get; set; }
}
