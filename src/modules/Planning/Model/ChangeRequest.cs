using Shuren.Platform.Data;

namespace Shuren.Planning.Model;

/// <summary>A lead's wish to change a published task (申请调整), which the office grants by amending the task, or declines.</summary>
internal sealed class ChangeRequest : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid TaskId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>What should change, and why.</summary>
    public required string Wish { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }

    /// <summary>When the office answered; null while it waits.</summary>
    public DateTime? AnsweredAt { get; private set; }
    public bool? Granted { get; private set; }
    public string Answer { get; private set; } = "";
    public long Version { get; private set; }

    public void Grant(string answer, DateTime at) => (Granted, Answer, AnsweredAt) = (true, answer, at);

    public void Decline(string answer, DateTime at) => (Granted, Answer, AnsweredAt) = (false, answer, at);
}
