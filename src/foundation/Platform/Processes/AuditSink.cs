using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shuren.Platform.Data;
using Shuren.Platform.Search;

namespace Shuren.Platform.Processes;

/// <summary>Takes the entries of one save in their order: each goes into the digest, those of whole sets are written in bulk.</summary>
internal sealed class AuditSink(ShurenDb db, ProcessRecord act, EntryIds ids, SearchSink? search = null) : IDisposable
{
    private const int Batch = 2_000;

    private readonly IEntityType entryType = db.Model.FindEntityType(typeof(AuditEntry))!; // the platform's own table
    private readonly List<AuditEntry> open = [];
    private AuditDigest? digest;

    /// <summary>The act.</summary>
    public ProcessRecord Act => act;

    /// <summary>Gives entries their places.</summary>
    public EntryIds Ids => ids;

    /// <summary>Whether there is anything to seal.</summary>
    public bool HasEntries => digest is not null;

    /// <summary>Takes an entry that the caller writes itself.</summary>
    public void Take(AuditEntry entry) => (digest ??= new AuditDigest(act)).Add(entry);

    /// <summary>Takes what was done to one row of a set, and writes it with the next batch.</summary>
    public async Task WriteAsync(IEntityType type, object? before, object? after, CancellationToken ct)
    {
        if (AuditWriter.EntryFor(type, before, after, act.Id, ids) is { } entry)
            await WriteAsync(entry, ct);
        if (search is not null)
            await search.TakeAsync(type.ClrType, (Guid)type.FindProperty("Id")!.GetGetter().GetClrValue(after ?? before!)!, after, ct); // one of the two is there
    }

    /// <summary>Takes an entry and writes it with the next batch.</summary>
    public async Task WriteAsync(AuditEntry entry, CancellationToken ct)
    {
        Take(entry);
        open.Add(entry);
        if (open.Count == Batch)
            await FlushAsync(ct);
    }

    /// <summary>Writes what is still open.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        await BulkInsert.RunAsync(db, entryType, open, ct);
        open.Clear();
    }

    /// <summary>Links the act to the chain.</summary>
    public Task SealAsync(DateTime at, CancellationToken ct) => AuditChain.SealAsync(db, digest!, at, ct); // HasEntries was asked

    public void Dispose() => digest?.Dispose();
}
