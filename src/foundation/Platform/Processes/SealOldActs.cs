using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;

namespace Shuren.Platform.Processes;

/// <summary>Seals the acts of a database that was made before there was a chain, once, in the order of their ids.</summary>
internal static class SealOldActs
{
    private const int Page = 500;

    public static async Task RunAsync(ShurenDb db, TimeProvider time, CancellationToken ct)
    {
        // A chain that has begun seals by itself: an open act in it is a finding, not something to tidy away.
        if (await AuditChain.HeadAsync(db, ct) is not null)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var last = Guid.Empty;
        while (await db.Processes.Where(act => act.Id > last).OrderBy(act => act.Id).Take(Page).ToListAsync(ct) is { Count: > 0 } acts)
        {
            var ids = acts.Select(act => act.Id).ToArray();
            var entries = (await db.AuditEntries.Where(entry => ids.Contains(entry.ProcessId)).OrderBy(entry => entry.Id).ToListAsync(ct)).ToLookup(entry => entry.ProcessId);
            foreach (var act in acts)
            {
                using var digest = new AuditDigest(act);
                foreach (var entry in entries[act.Id])
                    digest.Add(entry);
                await AuditChain.SealAsync(db, digest, time.GetUtcNow().UtcDateTime, ct);
            }
            last = acts[^1].Id;
        }
        await transaction.CommitAsync(ct);
    }
}
