using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Exchange;

/// <summary>Takes an import back: what it added goes, what it changed is as it was. Refused where somebody has gone on working with its rows.</summary>
public sealed class UndoImport(ShurenDb db, Process process)
{
    private const int Chunk = 5_000;

    /// <summary>Takes it back in one transaction.</summary>
    /// <param name="id">The import.</param>
    /// <param name="act">Kind of the process, such as <c>schools.undo-import</c>.</param>
    /// <param name="ct">Stops the undo; nothing is written.</param>
    /// <returns>How many rows went or went back; <c>ImportUnknown</c>, <c>ImportUndone</c>, <c>ImportTooOld</c> with the days, <c>ImportBuiltUpon</c> with the number of rows.</returns>
    public async Task<Outcome<long>> RunAsync(Guid id, string act, CancellationToken ct)
    {
        if (await db.Set<ImportRecord>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } import)
            return new Refusal("ImportUnknown");
        if (await db.Set<ImportUndo>().AnyAsync(row => row.ImportId == id, ct))
            return new Refusal("ImportUndone");
        if (import.At < process.At - ImportRecord.Kept)
            return new Refusal("ImportTooOld", "", ImportRecord.Kept.Days);
        if (await LaterAsync(import, ct) is var later and > 0)
            return new Refusal("ImportBuiltUpon", "", later);
        var added = await AddedAsync(import, ct);
        foreach (var (row, ids) in added)
        {
            if (await HangingAsync(row, added, ct) is var hanging and > 0)
                return new Refusal("ImportBuiltUpon", "", hanging);
        }
        process.Begin(act, new Ref("platform", "importrecord", id));
        var types = TypesOf(added.Keys, await db.Set<ImportBefore>().Where(row => row.ImportId == id).Select(row => row.RowType).Distinct().ToListAsync(ct));
        // What was added goes first: it may hold the place of what comes back.
        var gone = db.MergeSet(Removals(added, ct), types);
        var back = db.MergeSet(Restorals(id, ct), types);
        db.Add(new ImportUndo { ImportId = id, By = process.Actor.Name, At = process.At });
        await db.SaveAsync(ct);
        return gone.Count + back.Count;
    }

    /// <summary>How many rows of the import somebody has changed since.</summary>
    private Task<int> LaterAsync(ImportRecord import, CancellationToken ct) =>
        db.AuditEntries.Where(entry => entry.ProcessId == import.ProcessId)
            .Where(entry => db.AuditEntries.Any(later => later.Subject == entry.Subject && later.ProcessId != import.ProcessId && later.Id > entry.Id && later.Action != AuditActions.Seen))
            .CountAsync(ct);

    private async Task<Dictionary<IEntityType, HashSet<Guid>>> AddedAsync(ImportRecord import, CancellationToken ct)
    {
        var types = db.Model.GetEntityTypes().Where(type => AuditWriter.IsAudited(type.ClrType))
            .ToDictionary(type => $"{type.GetTableName()!.Split('_')[0]}/{type.ClrType.Name.ToLowerInvariant()}"); // every row has a table
        var added = new Dictionary<IEntityType, HashSet<Guid>>();
        var subjects = db.AuditEntries.Where(entry => entry.ProcessId == import.ProcessId && entry.Action == AuditActions.Added).Select(entry => entry.Subject);
        await foreach (var subject in subjects.AsAsyncEnumerable().WithCancellation(ct))
        {
            var at = subject.LastIndexOf('/');
            if (types.TryGetValue(subject[..at], out var type) && type.ClrType != typeof(ImportRecord))
                (added.TryGetValue(type, out var ids) ? ids : added[type] = []).Add(Guid.Parse(subject[(at + 1)..]));
        }
        return added;
    }

    /// <summary>How many rows that the import did not add point at rows that it did.</summary>
    private async Task<int> HangingAsync(IEntityType type, Dictionary<IEntityType, HashSet<Guid>> added, CancellationToken ct)
    {
        var count = 0;
        foreach (var key in type.GetReferencingForeignKeys())
        {
            var own = added.GetValueOrDefault(key.DeclaringEntityType, []);
            foreach (var ids in added[type].Chunk(Chunk))
            {
                var found = await (Task<List<Guid>>)Finder.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(null, [db, key.Properties[0].Name, ids, ct])!; // it returns a task
                count += found.Count(id => !own.Contains(id));
            }
        }
        return count;
    }

    private static readonly MethodInfo Finder = typeof(UndoImport).GetMethod(nameof(PointingAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo Loader = typeof(UndoImport).GetMethod(nameof(LoadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static Task<List<Guid>> PointingAsync<T>(ShurenDb db, string column, Guid[] ids, CancellationToken ct) where T : class =>
        db.Set<T>().IgnoreQueryFilters().Where(row => ids.Contains(EF.Property<Guid?>(row, column)!.Value)).Select(row => EF.Property<Guid>(row, "Id")).ToListAsync(ct);

    private static async Task<IReadOnlyList<object>> LoadAsync<T>(ShurenDb db, Guid[] ids, CancellationToken ct) where T : class => [.. (await Rows.Of<T>(db, ids).ToListAsync(ct)).Cast<object>()];

    /// <summary>Those that others point at stand first.</summary>
    private List<Type> TypesOf(IEnumerable<IEntityType> added, IReadOnlyList<string> changed)
    {
        var left = db.Model.GetEntityTypes().Where(type => changed.Contains(type.ClrType.Name)).Union(added).ToList();
        var ordered = new List<Type>();
        while (left.Count > 0)
        {
            var next = left.Find(type => type.GetForeignKeys().All(key => key.PrincipalEntityType == type || !left.Contains(key.PrincipalEntityType))) ?? left[0];
            left.Remove(next);
            ordered.Add(next.ClrType);
        }
        return ordered;
    }

    private async IAsyncEnumerable<RowChange> Restorals(Guid import, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = Guid.Empty;
        while (await db.Set<ImportBefore>().AsNoTracking().Where(row => row.ImportId == import && row.Id > last).OrderBy(row => row.Id).Take(Chunk).ToListAsync(ct) is { Count: > 0 } befores)
        {
            last = befores[^1].Id;
            foreach (var rows in befores.GroupBy(row => row.RowType))
            {
                var type = db.Model.GetEntityTypes().First(type => type.ClrType.Name == rows.Key);
                var now = await NowAsync(type, [.. rows.Select(row => row.RowId)], ct);
                foreach (var row in rows)
                    yield return new(now[row.RowId], RowPicture.Restore(type, now[row.RowId], row.Picture));
            }
        }
    }

    private async IAsyncEnumerable<RowChange> Removals(Dictionary<IEntityType, HashSet<Guid>> added, [EnumeratorCancellation] CancellationToken ct)
    {
        var order = TypesOf(added.Keys, []);
        foreach (var (type, ids) in added.OrderByDescending(one => order.IndexOf(one.Key.ClrType)))
        {
            foreach (var chunk in ids.Chunk(Chunk))
            {
                foreach (var row in (await NowAsync(type, chunk, ct)).Values)
                    yield return new(row, null);
            }
        }
    }

    private async Task<Dictionary<Guid, object>> NowAsync(IEntityType type, Guid[] ids, CancellationToken ct)
    {
        var rows = await (Task<IReadOnlyList<object>>)Loader.MakeGenericMethod(type.ClrType).Invoke(null, [db, ids, ct])!; // it returns a task
        var id = type.FindProperty("Id")!.GetGetter(); // every audited row has one
        return rows.ToDictionary(row => (Guid)id.GetClrValue(row)!);
    }
}
