using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Jobs;

/// <summary>
/// The rows of a district's jobs as the nodes take and return them. Each step is one conditional update: it succeeds for one node only,
/// on SQLite and PostgreSQL alike, and for nobody whose number (fence) is older than the row's.
/// </summary>
internal sealed class JobQueue(DistrictDirectory districts, IReadOnlyDictionary<string, JobKind> kinds, LiveJobs live, TimeProvider time)
{
    /// <summary>So long a silent node keeps a job for itself.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private const int Candidates = 8;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Takes the job that is due longest, or one whose node fell silent; null when there is none.</summary>
    public async Task<Job?> TakeAsync(DistrictCard district, string node, CancellationToken ct)
    {
        await using var scope = Enter(district);
        var jobs = Jobs(scope);
        var now = Now;
        var archives = OpenArchives.Of(scope.ServiceProvider.GetRequiredService<ShurenDb>());
        var due = await jobs.AsNoTracking().Where(_ => !archives.Any())
            .Where(job => job.State == JobState.Waiting && job.NextAt <= now || job.State == JobState.Running && job.LeaseUntil < now)
            .OrderBy(job => job.NextAt).ThenBy(job => job.Id).Take(Candidates).Select(job => new { job.Id, job.Fence }).ToListAsync(ct);
        // What this process works on is not silent, however long its beat had to wait.
        foreach (var candidate in due.Where(candidate => !live.Has(candidate.Id)))
        {
            // The fence changes with every taking, so only one of those who saw this number gets the row.
            var taken = await jobs.Where(job => job.Id == candidate.Id && job.Fence == candidate.Fence && (job.State == JobState.Waiting || job.State == JobState.Running))
                .ExecuteUpdateAsync(set => set.SetProperty(job => job.State, JobState.Running).SetProperty(job => job.Fence, candidate.Fence + 1)
                    .SetProperty(job => job.Attempts, job => job.Attempts + 1).SetProperty(job => job.LeaseUntil, now + Lease)
                    .SetProperty(job => job.Node, node).SetProperty(job => job.StartedAt, now), ct);
            if (taken == 1)
                return await jobs.AsNoTracking().FirstOrDefaultAsync(job => job.Id == candidate.Id, ct);
        }
        return null;
    }

    /// <summary>When the next job of the district is due, in time from now; null when none waits.</summary>
    public async Task<TimeSpan?> NextDueAsync(DistrictCard district, CancellationToken ct)
    {
        await using var scope = Enter(district);
        var next = await Jobs(scope).Where(job => job.State == JobState.Waiting).MinAsync(job => (DateTime?)job.NextAt, ct);
        return next - Now;
    }

    /// <summary>Keeps the job for this node a while longer, and writes what it told meanwhile.</summary>
    /// <returns>Whether a person asked to stop; null when the job is no longer this node's.</returns>
    public async Task<bool?> RenewAsync(DistrictCard district, Job held, CancellationToken ct)
    {
        await using var scope = Enter(district);
        var until = Now + Lease;
        var kept = live.Of(held.Id) is var (percent, said)
            ? await ReportAsync(district, held, percent, said, ct) ? 1 : 0
            : await Held(scope, held).ExecuteUpdateAsync(set => set.SetProperty(job => job.LeaseUntil, until), ct);
        return kept == 0 ? null : await Held(scope, held).AnyAsync(job => job.CancelAskedAt != null, ct);
    }

    /// <summary>Writes how far it is.</summary>
    /// <returns>Whether the job is still this node's.</returns>
    public async Task<bool> ReportAsync(DistrictCard district, Job held, int percent, Sentence? said, CancellationToken ct)
    {
        await using var scope = Enter(district);
        var (until, message) = (Now + Lease, said?.ToString() ?? "");
        return await Held(scope, held).ExecuteUpdateAsync(set => set.SetProperty(job => job.Progress, percent)
            .SetProperty(job => job.Message, message).SetProperty(job => job.LeaseUntil, until), ct) == 1;
    }

    /// <summary>Ends it.</summary>
    /// <returns>False when it was no longer this node's: nothing is written.</returns>
    public async Task<bool> EndAsync(DistrictCard district, Job held, JobState state, Sentence? said, CancellationToken ct)
    {
        await using var scope = Enter(district);
        var (now, message) = (Now, said?.ToString() ?? "");
        var percent = state == JobState.Done ? 100 : held.Progress;
        return await Held(scope, held).ExecuteUpdateAsync(set => set.SetProperty(job => job.State, state).SetProperty(job => job.Message, message)
            .SetProperty(job => job.Progress, percent).SetProperty(job => job.EndedAt, now).SetProperty(job => job.LeaseUntil, (DateTime?)null), ct) == 1;
    }

    /// <summary>Puts it back to be tried again; an attempt that a shutdown broke off does not count.</summary>
    public async Task ReturnAsync(DistrictCard district, Job held, TimeSpan after, Sentence? said, bool counts, CancellationToken ct)
    {
        await using var scope = Enter(district);
        var (next, message, less) = (Now + after, said?.ToString() ?? "", counts ? 0 : 1);
        await Held(scope, held).ExecuteUpdateAsync(set => set.SetProperty(job => job.State, JobState.Waiting).SetProperty(job => job.NextAt, next)
            .SetProperty(job => job.Message, message).SetProperty(job => job.Attempts, job => job.Attempts - less).SetProperty(job => job.LeaseUntil, (DateTime?)null), ct);
    }

    /// <summary>Writes the last due run of every recurring kind that has no row yet.</summary>
    /// <returns>False where the district is archived and its jobs rest.</returns>
    public async Task<bool> ScheduleAsync(DistrictCard district, CancellationToken ct)
    {
        var local = time.GetLocalNow().DateTime;
        var due = kinds.Values.Where(kind => kind.Recurs is not null).Select(kind => (kind.Name, Key: Recurrence.KeyOf(kind.Name, kind.Recurs!.LastDue(local)))).ToList();
        var keys = due.Select(run => run.Key).ToList();
        await using var reading = Enter(district);
        if (await OpenArchives.Of(reading.ServiceProvider.GetRequiredService<ShurenDb>()).AnyAsync(ct))
            return false;
        var there = await Jobs(reading).Where(job => job.Key != null && keys.Contains(job.Key)).Select(job => job.Key!).ToListAsync(ct);
        foreach (var (name, key) in due.ExceptBy(there, run => run.Key))
            await WriteRunAsync(district, name, key, ct);
        return true;
    }

    private async Task WriteRunAsync(DistrictCard district, string kind, string key, CancellationToken ct)
    {
        await using var scope = Enter(district);
        scope.ServiceProvider.GetRequiredService<Process>().Begin("platform.schedule");
        scope.ServiceProvider.GetRequiredService<JobDesk>().Ask(kind, new { }, key: key);
        try
        {
            await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node wrote this run at the same moment: the key is unique. A database that is away shows with the next look.
        }
    }

    private AsyncServiceScope Enter(DistrictCard district) => districts.Enter(district, "jobs");

    private static DbSet<Job> Jobs(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Job>();

    private static IQueryable<Job> Held(AsyncServiceScope scope, Job held) =>
        Jobs(scope).Where(job => job.Id == held.Id && job.Fence == held.Fence && job.State == JobState.Running);
}
