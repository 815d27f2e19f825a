using Microsoft.EntityFrameworkCore;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;

namespace Shuren.Organization.WatchJobs;

/// <summary>The district's background work, newest first: what runs, what waits, what failed and what to do about it.</summary>
internal sealed class ViewJobs(ShurenDb db, IEnumerable<JobKind> kinds, RefusalWords words) : IHandler
{
    /// <summary>A page holds so many.</summary>
    public const int PageSize = 50;

    /// <summary>A job in words.</summary>
    public sealed record Row(Job Job, string Title, string Message);

    /// <summary>The page's content.</summary>
    public sealed record Jobs(IReadOnlyDictionary<JobState, int> Counts, IReadOnlyList<Row> Rows);

    /// <param name="state">Only those; null for all.</param>
    /// <param name="before">Those that were asked for before this one (their ids are in order of time); null for the newest.</param>
    /// <param name="take">So many and one more, which tells that there is another page.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Jobs> RunAsync(JobState? state, Guid? before, int take, CancellationToken ct)
    {
        var jobs = db.Set<Job>().AsNoTracking();
        var counts = await jobs.GroupBy(job => job.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        if (state is { } only)
            jobs = jobs.Where(job => job.State == only);
        if (before is { } last)
            jobs = jobs.Where(job => job.Id < last);
        return new(counts, [.. (await jobs.OrderByDescending(job => job.Id).Take(take + 1).ToListAsync(ct)).Select(RowOf)]);
    }

    /// <summary>One job, or null.</summary>
    public async Task<Row?> FindAsync(Guid id, CancellationToken ct) =>
        await db.Set<Job>().AsNoTracking().FirstOrDefaultAsync(job => job.Id == id, ct) is { } job ? RowOf(job) : null;

    private Row RowOf(Job job) => new(job, kinds.FirstOrDefault(kind => kind.Name == job.Kind)?.Title() ?? job.Kind, Sentence.Parse(job.Message)?.In(words) ?? "");
}
