using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Jobs;

/// <summary>One attempt at one job that this node has taken: run, keep the lease, write what came of it.</summary>
internal sealed partial class JobExecution(JobQueue queue, LiveJobs live, WriteTurns turns, DistrictDirectory districts, IReadOnlyDictionary<string, JobKind> kinds, TimeProvider time, ILogger log)
{
    /// <summary>So often an attempt begins anew; what conflicts more often is left to the next attempt, a little later.</summary>
    private const int MostConflicts = 3;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <param name="district">Where the job lies.</param>
    /// <param name="job">As it was taken.</param>
    /// <param name="stopping">The node shuts down: the work is broken off and put back.</param>
    public async Task RunAsync(DistrictCard district, Job job, CancellationToken stopping)
    {
        if (!kinds.TryGetValue(job.Kind, out var kind))
            await queue.EndAsync(district, job, JobState.Failed, new("JobKindUnknown", job.Kind), CancellationToken.None);
        else if (job.CancelAskedAt is not null)
            await queue.EndAsync(district, job, JobState.Cancelled, null, CancellationToken.None);
        else if (job.Attempts > kind.MostAttempts)
            await queue.EndAsync(district, job, JobState.Failed, new("JobNodeDied"), CancellationToken.None);
        else
            await AttemptAsync(district, job, kind, stopping);
    }

    private async Task AttemptAsync(DistrictCard district, Job job, JobKind kind, CancellationToken stopping)
    {
        using var told = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var ended = new CancellationTokenSource();
        live.Begin(job.Id, told);
        var beating = BeatAsync(district, job, told, ended.Token);
        try
        {
            var outcome = await WorkAsync(district, job, kind, told.Token);
            await queue.EndAsync(district, job, outcome.Succeeded ? JobState.Done : JobState.Failed, outcome.Succeeded ? outcome.Value : Sentence.Of(outcome.Refusals[0]), CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await queue.ReturnAsync(district, job, TimeSpan.Zero, null, counts: false, CancellationToken.None);
        }
        catch (OperationCanceledException) when (told.IsCancellationRequested)
        {
            await queue.EndAsync(district, job, JobState.Cancelled, null, CancellationToken.None);
        }
        catch (DistrictArchivedException)
        {
            // It waits until the district is opened again.
            await queue.ReturnAsync(district, job, TimeSpan.Zero, new("JobDistrictArchived"), counts: false, CancellationToken.None);
        }
        catch (LeaseLostException)
        {
            Lost(log, job.Kind, job.Id);
        }
#pragma warning disable CA1031 // The host of the job: whatever broke, the job is tried again and a person can see it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Broke(log, exception, job.Kind, job.Id, job.Attempts);
            await FailAsync(district, job, kind, SaidOf(exception));
        }
        finally
        {
            await ended.CancelAsync();
            await beating;
            live.End(job.Id);
        }
    }

    // Two who write the same row at the same moment, such as two events that tell one person of one task: the second looks again and finds what the first
    // wrote. Nothing of its save stands, so it begins anew at once, in a scope of its own.
    private async Task<Outcome<Sentence>> WorkAsync(DistrictCard district, Job job, JobKind kind, CancellationToken ct)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            try
            {
                return await WorkOnceAsync(district, job, kind, ct);
            }
            catch (DbUpdateException) when (conflicts < MostConflicts)
            {
                // Looked at again.
            }
        }
    }

    private async Task<Outcome<Sentence>> WorkOnceAsync(DistrictCard district, Job job, JobKind kind, CancellationToken ct)
    {
        await using var scope = districts.Enter(district, kind.Name);
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        if (kind.WritesOnce)
        {
            if (await db.Processes.AnyAsync(act => act.Once == job.Id, ct))
                return new Sentence("JobWasDone");
            scope.ServiceProvider.GetRequiredService<Process>().Once = job.Id;
        }
        try
        {
            var worker = (IJob)scope.ServiceProvider.GetRequiredService(kind.Worker);
            return await worker.RunAsync(new JobRun(queue, live, district, job), ct);
        }
        catch (DbUpdateException) when (kind.WritesOnce && db.Processes.Any(act => act.Once == job.Id))
        {
            // A node that had this job before was only slow, and its save came first: the effect is there once.
            return new Sentence("JobWasDone");
        }
    }

    private Task FailAsync(DistrictCard district, Job job, JobKind kind, Sentence said) => job.Attempts < kind.MostAttempts
        ? queue.ReturnAsync(district, job, Backoff.After(job.Id, job.Attempts), said, counts: true, CancellationToken.None)
        : queue.EndAsync(district, job, JobState.Failed, said, CancellationToken.None);

    /// <summary>Renews the lease while the work goes on; tells it to stop when a person asked or another node has it.</summary>
    private async Task BeatAsync(DistrictCard district, Job job, CancellationTokenSource told, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Beat, time, ended);
                // The work itself may hold the only pen: then nobody else can write, and nobody takes the job away.
                if (!turns.Of(district.Code).IsTaken && await IsOverAsync(district, job, ended))
                    await told.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
    }

    private async Task<bool> IsOverAsync(DistrictCard district, Job job, CancellationToken ended)
    {
        try
        {
            return await queue.RenewAsync(district, job, ended) is null or true;
        }
        catch (DbException exception)
        {
            // Without the database there is no lease to keep; if it ran out meanwhile, the last write of this node finds out.
            Broke(log, exception, job.Kind, job.Id, job.Attempts);
            return false;
        }
    }

    private static Sentence SaidOf(Exception exception) => exception switch
    {
        DbException or DbUpdateException => new("JobDatabaseAway"),
        System.Net.Sockets.SocketException or HttpRequestException or TimeoutException or Notices.SmtpRefusedException or System.Security.Authentication.AuthenticationException => new("JobNetworkAway", exception.Message),
        IOException => new("JobFileTrouble"),
        _ => new("JobBroken", exception.GetType().Name),
    };

    [LoggerMessage(1202, LogLevel.Error, "Job {Kind} {Job} broke at attempt {Attempt}.")]
    private static partial void Broke(ILogger log, Exception exception, string kind, Guid job, int attempt);

    [LoggerMessage(1203, LogLevel.Warning, "Job {Kind} {Job} was taken over by another node.")]
    private static partial void Lost(ILogger log, string kind, Guid job);
}
