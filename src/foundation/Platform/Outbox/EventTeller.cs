using System.Text.Json;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Outbox;

/// <summary>Says that something has happened. The event, and one delivery for each who listens, are written with the act or not at all.</summary>
public sealed class EventTeller(ShurenDb db, JobDesk jobs, IEnumerable<EventListener> listeners, Process process, TimeProvider time)
{
    /// <summary>Adds the event to the act that is going on; saved with it.</summary>
    public void Say<TEvent>(TEvent said) where TEvent : IEvent
    {
        var row = new OutboxEvent { Name = TEvent.Name, Body = JsonSerializer.Serialize(said), At = time.GetUtcNow().UtcDateTime, ProcessId = process.Id };
        db.Add(row);
        foreach (var listener in listeners.Where(listener => listener.Event == TEvent.Name))
            jobs.Ask(listener.Job, row.Id, process.About);
    }
}

/// <summary>Who listens to what.</summary>
/// <param name="Event">The event's name.</param>
/// <param name="Job">The kind of job that delivers it to that listener.</param>
public sealed record EventListener(string Event, string Job);
