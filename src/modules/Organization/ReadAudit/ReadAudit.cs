using Microsoft.EntityFrameworkCore;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;

namespace Shuren.Organization.ReadAudit;

/// <summary>Who did what when, newest first, a page by key.</summary>
internal sealed class ReadAudit(ShurenDb db) : IHandler
{
    /// <summary>A page holds so many acts.</summary>
    public const int PageSize = 50;

    /// <summary>An act with what it changed.</summary>
    public sealed record Act(ProcessRecord Process, IReadOnlyList<AuditEntry> Entries);

    /// <param name="kind">Begins with, such as <c>planning.</c>; empty for all.</param>
    /// <param name="who">Part of the actor's name; empty for all.</param>
    /// <param name="before">Acts before this one (their ids are in order of time); null for the newest.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<IReadOnlyList<Act>> RunAsync(string kind, string who, Guid? before, CancellationToken ct)
    {
        var acts = db.Processes;
        if (kind != "")
            acts = acts.Where(act => act.Kind.StartsWith(kind));
        if (who != "")
            acts = acts.Where(act => act.ActorName.Contains(who));
        if (before is { } last)
            acts = acts.Where(act => act.Id < last);
        var page = await acts.OrderByDescending(act => act.Id).Take(PageSize + 1).ToListAsync(ct);
        var ids = page.Select(act => act.Id).ToList();
        var entries = (await db.AuditEntries.Where(entry => ids.Contains(entry.ProcessId)).OrderBy(entry => entry.Id).ToListAsync(ct)).ToLookup(entry => entry.ProcessId);
        return [.. page.Select(act => new Act(act, [.. entries[act.Id]]))];
    }
}
