using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;

namespace Shuren.Platform.Jobs;

/// <summary>
/// Works off the jobs of all districts on this node. It looks where it was woken, where something becomes due, and from time to time
/// everywhere; any number of nodes may do the same.
/// </summary>
internal sealed partial class JobRunner : BackgroundService
{
    private const int Workers = 4;

    // Between two looks without a hint: 10 looks a second at most, whatever the number of districts.
    private static readonly TimeSpan ShortestIdle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan IdleForEach = TimeSpan.FromMilliseconds(100);

    // A hint may come a moment before its transaction is visible: one more look, a little later.
    private static readonly TimeSpan Echo = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(5);

    private readonly DistrictDirectory districts;
    private readonly IWakeUps wakeUps;
    private readonly TimeProvider time;
    private readonly ILogger<JobRunner> log;
    private readonly JobQueue queue;
    private readonly JobExecution execution;
    private readonly Dictionary<string, long> nextLooks = [];
    private readonly Dictionary<Guid, Task> running = [];
    private readonly CancellationTokenSource breakOff = new();

    public JobRunner(DistrictDirectory districts, IEnumerable<JobKind> kinds, LiveJobs live, WriteTurns turns, IWakeUps wakeUps, TimeProvider time, ILogger<JobRunner> log)
    {
        (this.districts, this.wakeUps, this.time, this.log) = (districts, wakeUps, time, log);
        var known = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        queue = new JobQueue(districts, known, live, time);
        execution = new JobExecution(queue, live, turns, districts, known, time, log);
    }

    /// <summary>Names this node in the rows.</summary>
    public string Node { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7().ToString("N")[^6..]}";

    internal JobQueue Queue => queue;

    internal JobExecution Execution => execution;

    /// <summary>Does everything that is due now, one after the other, until nothing is.</summary>
    /// <returns>How many attempts were made.</returns>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var done = 0;
        foreach (var district in await districts.ListAsync(ct))
        {
            if (!await queue.ScheduleAsync(district, ct))
                continue;
            for (; await queue.TakeAsync(district, Node, ct) is { } job; done++)
                await execution.RunAsync(district, job, ct);
        }
        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The site answers first.
        await Task.Yield();
        var listening = wakeUps.ListenAsync(stoppingToken);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await LookAsync(stoppingToken);
                await WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The node shuts down.
        }
        await FinishAsync();
        await listening.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    public override void Dispose()
    {
        breakOff.Dispose();
        base.Dispose();
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var all = await ListAsync(ct);
        var idle = ShortestIdle > IdleForEach * all.Count ? ShortestIdle : IdleForEach * all.Count;
        foreach (var district in all)
        {
            var look = nextLooks.GetValueOrDefault(district.Code);
            if (look > time.GetTimestamp())
                continue;
            nextLooks[district.Code] = In(look == 0 ? Echo : idle);
            try
            {
                await LookAtAsync(district, ct);
            }
            // One district whose database is away must not hold up the others.
            catch (Exception exception) when (exception is DbException or DbUpdateException or InvalidOperationException { InnerException: DbException })
            {
                Away(log, exception, district.Code);
            }
        }
    }

    private async Task LookAtAsync(DistrictCard district, CancellationToken ct)
    {
        if (!await queue.ScheduleAsync(district, ct))
            return;
        while (running.Count < Workers && await queue.TakeAsync(district, Node, ct) is { } job)
            running[job.Id] = RunAsync(district, job);
        // A full house looks again when a worker is free.
        if (running.Count < Workers && await queue.NextDueAsync(district, ct) is { } due && In(due) < nextLooks[district.Code])
            nextLooks[district.Code] = In(due);
    }

    // An ended job wakes the runner: a worker is free, and there may be more.
    private async Task RunAsync(DistrictCard district, Job job)
    {
        await Task.Yield();
        try
        {
            await execution.RunAsync(district, job, breakOff.Token);
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or InvalidOperationException { InnerException: DbException })
        {
            // What came of it could not be written; the lease runs out and it is tried again.
            Away(log, exception, district.Code);
        }
        finally
        {
            wakeUps.Wake(district.Code);
        }
    }

    private async Task WaitAsync(CancellationToken ct)
    {
        var next = nextLooks.Count == 0 ? ShortestIdle : time.GetElapsedTime(time.GetTimestamp(), nextLooks.Values.Min());
        if (next > TimeSpan.Zero)
        {
            using var alarm = CancellationTokenSource.CreateLinkedTokenSource(ct);
            alarm.CancelAfter(next);
            try
            {
                await wakeUps.Woken.WaitToReadAsync(alarm.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                // Time to look by oneself.
            }
        }
        foreach (var ended in running.Where(job => job.Value.IsCompleted).Select(job => job.Key).ToList())
            running.Remove(ended);
        var woken = new HashSet<string>();
        while (wakeUps.Woken.TryRead(out var district))
            woken.Add(district);
        foreach (var district in woken)
            nextLooks[district] = 0;
    }

    private async Task<IReadOnlyList<DistrictCard>> ListAsync(CancellationToken ct)
    {
        // A district that another process has just added is found when it is first spoken of.
        foreach (var code in nextLooks.Where(look => look.Value == 0).Select(look => look.Key).ToList())
        {
            if (await districts.FindAsync(code, ct) is null)
                nextLooks.Remove(code);
        }
        return await districts.ListAsync(ct);
    }

    private async Task FinishAsync()
    {
        breakOff.CancelAfter(ShutdownGrace);
        await Task.WhenAll(running.Values);
    }

    private long In(TimeSpan span) => time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency);

    [LoggerMessage(1204, LogLevel.Error, "The jobs of district {District} cannot be looked at; they are as soon as its database answers.")]
    private static partial void Away(ILogger log, Exception exception, string district);
}
