using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Platform.Thread;

namespace Shuren.Organization.ReadAudit;

/// <summary>Who did what when, newest first, a page by key.</summary>
internal sealed class ReadAudit(ShurenDb db, ThingNames names) : IHandler
{
    /// <summary>A page holds so many acts.</summary>
    public const int PageSize = 50;

    /// <summary>An act shows so many of its entries; an import has a hundred thousand.</summary>
    public const int EntriesShown = 50;

    /// <summary>What to look for; an empty text or null is everything.</summary>
    /// <param name="Kind">Begins with, such as <c>planning.</c>.</param>
    /// <param name="Who">Part of the actor's name.</param>
    /// <param name="From">First moment, in UTC.</param>
    /// <param name="Until">Moment after the last, in UTC.</param>
    /// <param name="Thing">A thing's id: acts about it or changing it.</param>
    /// <param name="SeenOnly">Only looks at what not everybody may see.</param>
    public sealed record Filter(string Kind, string Who, DateTime? From, DateTime? Until, Guid? Thing, bool SeenOnly);

    /// <summary>An act with the first of what it changed.</summary>
    public sealed record Act(ProcessRecord Process, long Block, long Count, IReadOnlyList<AuditEntry> Entries);

    /// <summary>A page of acts with the names of what they are about.</summary>
    public sealed record Page(IReadOnlyList<Act> Acts, bool HasMore, IReadOnlyDictionary<Ref, ThingName> Names);

    /// <param name="filter">What to look for.</param>
    /// <param name="before">Acts of blocks before this one; null for the newest.</param>
    /// <param name="take">So many, at most <see cref="PageSize"/> on a page.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Page> RunAsync(Filter filter, long? before, int take, CancellationToken ct)
    {
        var acts = Matching(filter);
        var sealed_ = db.Set<AuditBlock>().AsNoTracking().Where(block => before == null || block.Number < before);
        var page = await sealed_.Join(acts, block => block.ProcessId, act => act.Id, (block, act) => new { act, block.Number, block.Entries })
            .OrderByDescending(row => row.Number).Take(take + 1).ToListAsync(ct);
        var shown = new List<Act>();
        foreach (var row in page.Take(take))
        {
            var entries = await db.AuditEntries.Where(entry => entry.ProcessId == row.act.Id).OrderBy(entry => entry.Id).Take(EntriesShown).ToListAsync(ct);
            shown.Add(new(row.act, row.Number, row.Entries, entries));
        }
        var things = shown.SelectMany(act => act.Entries.Select(entry => entry.Subject).Append(act.Process.About).Append(act.Process.Evidence)).OfType<string>().Select(Ref.Parse);
        return new(shown, page.Count > take, await names.OfAsync(things, ct));
    }

    private IQueryable<ProcessRecord> Matching(Filter filter)
    {
        var acts = db.Processes;
        if (filter.Kind != "")
            acts = acts.Where(act => act.Kind.StartsWith(filter.Kind));
        if (filter.Who != "")
            acts = acts.Where(act => act.ActorName.Contains(filter.Who));
        if (filter.From is { } from)
            acts = acts.Where(act => act.At >= from);
        if (filter.Until is { } until)
            acts = acts.Where(act => act.At < until);
        if (filter.SeenOnly)
            acts = acts.Where(act => db.AuditEntries.Any(entry => entry.ProcessId == act.Id && entry.Action == AuditActions.Seen));
        if (filter.Thing is { } thing)
        {
            var ending = "/" + thing.ToString("D");
            acts = acts.Where(act => act.About!.EndsWith(ending) || db.AuditEntries.Any(entry => entry.ProcessId == act.Id && entry.Subject.EndsWith(ending)));
        }
        return acts;
    }
}
