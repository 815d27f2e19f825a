using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;

namespace Shuren.Platform.Jobs;

/// <summary>Background work of one kind. It may be run again after a crash: what it did before, it must find done.</summary>
public interface IJob
{
    /// <summary>Does the work.</summary>
    /// <returns>A sentence that says what came of it, or a refusal: words for a person, and no further attempt.</returns>
    /// <remarks>An exception is a machine that failed: it is tried again later.</remarks>
    Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct);
}

/// <summary>A kind of background work that a room knows.</summary>
/// <param name="Name">Room and work, such as <c>planning.remind</c>; stands in the rows, so it never changes.</param>
/// <param name="Title">Its name on the screen, in the language of the request.</param>
/// <param name="Worker">The <see cref="IJob"/> that does it.</param>
public sealed record JobKind(string Name, Func<string> Title, Type Worker)
{
    /// <summary>So often it is tried before it waits for a person.</summary>
    public int MostAttempts { get; init; } = 8;

    /// <summary>When it recurs; null for work that is asked for.</summary>
    public Recurrence? Recurs { get; init; }

    /// <summary>
    /// True where all it writes is one <c>SaveAsync</c> that changes an audited row. That save then carries the job's id as its once-key, in one transaction with the
    /// effect: whatever crashes when, the effect is there exactly once.
    /// </summary>
    public bool WritesOnce { get; init; }
}

/// <summary>Registers kinds of background work.</summary>
public static class JobKinds
{
    /// <summary>Adds a kind with its worker.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services, string name, Func<string> title, Func<JobKind, JobKind>? details = null) where TJob : class, IJob
    {
        services.AddScoped<TJob>();
        var kind = new JobKind(name, title, typeof(TJob));
        return services.AddSingleton(details?.Invoke(kind) ?? kind);
    }
}
