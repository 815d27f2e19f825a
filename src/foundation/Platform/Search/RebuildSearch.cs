using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;

namespace Shuren.Platform.Search;

/// <summary>Builds the index anew from the rows, while people work: after a restore from elsewhere, after work on the database by hand, or once after an upgrade.</summary>
public sealed class RebuildSearch(ShurenDb db) : IHandler
{
    private const int Page = 500;

    /// <summary>Builds all of it.</summary>
    /// <returns>How many things can be found.</returns>
    public async Task<long> RunAsync(CancellationToken ct)
    {
        await db.WriteIndexAsync(async _ =>
        {
            await db.Set<SearchPosting>().ExecuteDeleteAsync(ct);
            await db.Set<SearchEntry>().ExecuteDeleteAsync(ct);
        }, ct);
        foreach (var kind in db.Modules.SelectMany(module => module.Search))
        {
            // A page at a time, so that others write in between; what they write meanwhile is found there and stays.
            for (Guid? after = Guid.Empty; after is { } last;)
                await db.WriteIndexAsync(async sink => after = await FillAsync(kind, sink, last, ct), ct);
        }
        return await db.Set<SearchEntry>().LongCountAsync(ct);
    }

    /// <summary>Builds the index of a database that was made before there was one.</summary>
    internal async Task RunOnceAsync(CancellationToken ct)
    {
        if (!await db.Set<SearchEntry>().AnyAsync(ct))
            await RunAsync(ct);
    }

    private async Task<Guid?> FillAsync(SearchKind kind, SearchSink sink, Guid after, CancellationToken ct)
    {
        var rows = await kind.PageAsync(db, after, Page, ct);
        foreach (var (id, row) in rows)
            await sink.TakeAsync(kind.Row, id, row, ct);
        return rows.Count == 0 ? null : rows[^1].Id;
    }
}
