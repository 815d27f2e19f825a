using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;

namespace Shuren.Platform.Processes;

/// <summary>Reckons the whole chain again from what stands in the database, while people work.</summary>
public sealed class VerifyAudit(ShurenDb db) : IHandler
{
    private const int Page = 500;

    /// <summary>Verifies every block from the first to the head, and against checkpoints that were kept outside.</summary>
    public async Task<AuditVerdict> RunAsync(IReadOnlyCollection<Checkpoint> checkpoints, CancellationToken ct)
    {
        var kept = checkpoints.ToLookup(checkpoint => checkpoint.Number);
        var head = await db.Set<AuditHead>().AsNoTracking().Select(found => new { found.Id, found.Number, found.Hash, Last = db.Set<AuditBlock>().Max(block => (long?)block.Number) ?? 0 }).ToListAsync(ct);
        if (head.Count > 1 || head.Any(found => found.Id != AuditChain.HeadId))
            return new(0, 0, 1, "AuditHeadWrong");
        var (number, hash, last) = head is [var only] ? (only.Number, only.Hash, only.Last) : (0, AuditChain.Beginning, await db.Set<AuditBlock>().LongCountAsync(ct));
        var (entries, at, before) = (0L, 0L, AuditChain.Beginning);
        while (at < number)
        {
            var blocks = await db.Set<AuditBlock>().AsNoTracking().Where(block => block.Number > at && block.Number <= number).OrderBy(block => block.Number).Take(Page).ToListAsync(ct);
            var digests = await DigestsAsync([.. blocks.Select(block => block.ProcessId)], ct);
            foreach (var block in blocks)
            {
                if (block.Number != at + 1)
                    break;
                if (!digests.Remove(block.ProcessId, out var digest))
                    return new(entries, at, block.Number, "AuditActMissing");
                using var taken = digest;
                var reckoned = taken.Seal(block.Number, before, block.SealedAt);
                if (reckoned.Hash != block.Hash || reckoned.Entries != block.Entries)
                    return new(entries, at, block.Number, "AuditBlockChanged");
                if (kept[block.Number].Any(checkpoint => checkpoint.Hash != block.Hash))
                    return new(entries, at, block.Number, "AuditCheckpointDiffers");
                (at, before, entries) = (at + 1, block.Hash, entries + block.Entries);
            }
            if (blocks.Count == 0 || blocks[^1].Number != at)
                return new(entries, at, at + 1, "AuditBlockMissing");
        }
        return await EndAsync(new(entries, at, null, null), before == hash && last <= number && kept.All(point => point.Key <= number), ct);
    }

    /// <summary>The checkpoint of now: what is kept outside to be held against the chain later. Null before the first act.</summary>
    public async Task<Checkpoint?> CheckpointAsync(string district, CancellationToken ct) =>
        await AuditChain.HeadAsync(db, ct) is { Number: > 0 } head
            ? new Checkpoint(district, head.Number, head.Hash, await db.Set<AuditBlock>().Where(block => block.Number == head.Number).Select(block => block.SealedAt).SingleOrDefaultAsync(ct))
            : null;

    private async Task<AuditVerdict> EndAsync(AuditVerdict walked, bool endIsRight, CancellationToken ct)
    {
        if (!endIsRight)
            return walked with { FirstBroken = walked.Blocks + 1, Reason = "AuditTailCut" };
        // Act, entries and block are committed together: one without the others was put in or taken out by hand.
        if (await db.Processes.AnyAsync(act => !db.Set<AuditBlock>().Any(block => block.ProcessId == act.Id), ct))
            return walked with { FirstBroken = walked.Blocks + 1, Reason = "AuditActUnsealed" };
        if (await db.AuditEntries.AnyAsync(entry => !db.Processes.Any(act => act.Id == entry.ProcessId), ct))
            return walked with { FirstBroken = walked.Blocks + 1, Reason = "AuditEntryUnsealed" };
        return walked;
    }

    private async Task<Dictionary<Guid, AuditDigest>> DigestsAsync(Guid[] ids, CancellationToken ct)
    {
        var digests = (await db.Processes.Where(act => ids.Contains(act.Id)).ToListAsync(ct)).ToDictionary(act => act.Id, act => new AuditDigest(act));
        await foreach (var entry in db.AuditEntries.Where(entry => ids.Contains(entry.ProcessId)).OrderBy(entry => entry.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (digests.TryGetValue(entry.ProcessId, out var digest))
                digest.Add(entry);
        }
        return digests;
    }
}

/// <summary>What verifying the audit found.</summary>
/// <param name="Entries">How many entries stand in blocks that are whole.</param>
/// <param name="Blocks">How many blocks are whole, from the first.</param>
/// <param name="FirstBroken">The first block that is not; one more than the last where something stands outside the chain.</param>
/// <param name="Reason">Code of the sentence that says what is wrong.</param>
public sealed record AuditVerdict(long Entries, long Blocks, long? FirstBroken, string? Reason)
{
    /// <summary>Whether nothing was changed.</summary>
    public bool Ok => FirstBroken is null;
}

/// <summary>A block's number and hash, kept outside the database: on paper, in another house, at the office above.</summary>
/// <param name="District">Code of the district.</param>
/// <param name="Number">Number of the block.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="SealedAt">When it was sealed, in UTC.</param>
/// <param name="Signature">ECDSA over <see cref="Sealed"/> in Base64; null where nobody signed.</param>
public sealed record Checkpoint(string District, long Number, string Hash, DateTime SealedAt, string? Signature = null)
{
    /// <summary>The bytes that a signature covers.</summary>
    public byte[] Sealed() => System.Text.Encoding.UTF8.GetBytes(FormattableString.Invariant($"{District}\n{Number}\n{Hash}\n{SealedAt:O}"));
}
