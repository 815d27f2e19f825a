using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Jobs;

/// <summary>Asks for background work, and lets people call it off or start it again.</summary>
public sealed class JobDesk(ShurenDb db, CurrentDistrict district, Process process, IWakeUps wakeUps, LiveJobs live, TimeProvider time)
{
    private const int MostTries = 5;

    private bool wakes;

    /// <summary>Adds a job to the act that is going on: it is there when, and only when, the act is saved.</summary>
    /// <param name="kind">Name of a registered <see cref="JobKind"/>.</param>
    /// <param name="arguments">What it works on; written as JSON.</param>
    /// <param name="about">The thing it is about.</param>
    /// <param name="notBefore">When it may start (UTC); null for at once.</param>
    /// <param name="key">Unique in the district; null where the same may be asked for again.</param>
    /// <returns>The job's id.</returns>
    public Guid Ask(string kind, object arguments, Ref? about = null, DateTime? notBefore = null, string? key = null)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var job = new Job
        {
            Kind = kind, Arguments = JsonSerializer.Serialize(arguments), Key = key, About = about?.ToString(), NextAt = notBefore ?? now, CreatedAt = now, CreatedBy = process.Actor.Name,
        };
        db.Add(job);
        WakeWhenSaved();
        return job.Id;
    }

    /// <summary>Calls a job off.</summary>
    /// <returns>Done, or <c>JobUnknown</c>, <c>JobEnded</c>.</returns>
    public Task<Outcome<Done>> CancelAsync(Guid id, CancellationToken ct) => OrderAsync(id, JobOrderKind.Cancel, "platform.cancel-job", ct);

    /// <summary>Starts a failed or cancelled job afresh.</summary>
    /// <returns>Done, or <c>JobUnknown</c>, <c>JobNotEnded</c>.</returns>
    public Task<Outcome<Done>> TryAgainAsync(Guid id, CancellationToken ct) => OrderAsync(id, JobOrderKind.TryAgain, "platform.retry-job", ct);

    private async Task<Outcome<Done>> OrderAsync(Guid id, JobOrderKind order, string act, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Set<Job>().FirstOrDefaultAsync(job => job.Id == id, ct) is not { } job)
                return new Refusal("JobUnknown");
            var now = time.GetUtcNow().UtcDateTime;
            if (!(order == JobOrderKind.Cancel ? job.Cancel(now) : job.TryAgain(now)))
                return new Refusal(order == JobOrderKind.Cancel ? "JobEnded" : "JobNotEnded");
            process.Begin(act, new Ref("platform", "job", id));
            db.Add(new JobOrder { JobId = id, Kind = order, At = now });
            WakeWhenSaved();
            // Told first: the work may hold the pen for which this save waits.
            if (order == JobOrderKind.Cancel)
                await live.StopAsync(id);
            try
            {
                await db.SaveAsync(ct);
                return new Done();
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                // A node took or ended the job at this moment: look at it again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private void WakeWhenSaved()
    {
        if (!wakes)
            db.SavedChanges += (_, _) => wakeUps.Wake(district.Code);
        wakes = true;
    }
}
