using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Doors;
using Shuren.Platform.Outbox;

namespace Shuren.Platform.Jobs;

/// <summary>Every night: ended jobs, old events and the API's kept answers go. What failed stays until a person has looked at it; what acts changed stands in the audit.</summary>
internal sealed class SweepJobs(ShurenDb db, TimeProvider time) : IJob
{
    public const string Kind = "platform.sweep";

    /// <summary>Longer than any recurrence, so that a run that was done is not taken for missed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime - Kept;
        var jobs = await db.Set<Job>().Where(job => (job.State == JobState.Done || job.State == JobState.Cancelled) && job.EndedAt < before).ExecuteDeleteAsync(ct);
        // An event is kept as long as a delivery of it could still be alive.
        var events = await db.Set<OutboxEvent>().Where(said => said.At < before - Kept).ExecuteDeleteAsync(ct);
        var unkept = time.GetUtcNow().UtcDateTime - ApiReply.Kept;
        await db.Set<ApiReply>().Where(reply => reply.At < unkept).ExecuteDeleteAsync(ct);
        return new Sentence("JobsSwept", $"{jobs}", $"{events}");
    }
}
