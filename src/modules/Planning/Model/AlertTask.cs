namespace Shuren.Planning.Model;

/// <summary>The task that was opened for an alert. One an alert, whoever presses how often: the alert's id is unique.</summary>
internal sealed class AlertTask
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The alert, a thing of the room Indicators.</summary>
    public required Guid AlertId { get; init; }
    public required Guid TaskId { get; init; }
}
