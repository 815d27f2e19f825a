using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;

namespace Shuren.Platform.Outbox;

/// <summary>Hears an event of a room below, in the same district, in a transaction of its own, after the act that said it.</summary>
/// <remarks>
/// Delivered at least once, in no promised order. The audited rows that it writes in one <c>SaveAsync</c> are there exactly once: that save carries the
/// delivery's id as its once-key; what it does outside the database it must recognise by the event's id.
/// </remarks>
public interface IListen<in TEvent> where TEvent : IEvent
{
    /// <summary>Does what follows from the event.</summary>
    /// <param name="said">What happened.</param>
    /// <param name="id">The event's id, the same whenever it is delivered.</param>
    /// <param name="ct">Stops the wait.</param>
    Task HearAsync(TEvent said, Guid id, CancellationToken ct);
}

/// <summary>Brings one event to one listener. Retries, the parking of what cannot be delivered and the page that shows it are those of every job.</summary>
internal sealed class Delivery<TEvent, TListener>(ShurenDb db, TListener listener) : IJob where TEvent : IEvent where TListener : IListen<TEvent>
{
    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var id = run.Arguments<Guid>();
        if (await db.Set<OutboxEvent>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } row)
            return new Refusal("EventGone");
        await listener.HearAsync(JsonSerializer.Deserialize<TEvent>(row.Body)!, row.Id, ct); // what was written by Say is never null
        return new Sentence("EventHeard");
    }
}

/// <summary>Registers those who listen.</summary>
public static class Listeners
{
    /// <summary>Lets a listener hear an event.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">Room and what it does, such as <c>planning.tell-published</c>; stands in the rows, so it never changes.</param>
    /// <param name="title">Its name on the page of jobs.</param>
    public static IServiceCollection AddListener<TEvent, TListener>(this IServiceCollection services, string name, Func<string> title)
        where TEvent : IEvent where TListener : class, IListen<TEvent>
    {
        services.AddScoped<TListener>();
        services.AddSingleton(new EventListener(TEvent.Name, name));
        return services.AddJob<Delivery<TEvent, TListener>>(name, title, kind => kind with { WritesOnce = true });
    }
}
