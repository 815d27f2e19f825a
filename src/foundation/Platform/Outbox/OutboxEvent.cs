using Shuren.Platform.Processes;

namespace Shuren.Platform.Outbox;

/// <summary>An event as it was said, written in the transaction of the act that says it. Its id is what listeners are idempotent by.</summary>
public sealed class OutboxEvent : IMachinery
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The event's <see cref="Kernel.IEvent.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Body { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The act that said it.</summary>
    public required Guid ProcessId { get; init; }
}
