namespace Shuren.Kernel;

/// <summary>
/// Something that has happened in a room: a record in the past tense in that room's contracts, told upwards by the outbox.
/// It carries ids and what a listener needs to know of that moment, never more personal data than that.
/// </summary>
public interface IEvent
{
    /// <summary>Room and what happened, such as <c>planning.plan-published</c>; stands in the rows, so it never changes.</summary>
    static abstract string Name { get; }
}
