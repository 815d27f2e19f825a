using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Data;

/// <summary>What becomes of one row of a set.</summary>
/// <param name="Before">The row as it stands; null for one that is added.</param>
/// <param name="After">The row as it shall stand, with the same id; null for one that is removed.</param>
public readonly record struct RowChange(object? Before, object? After)
{
    /// <summary>The row's type.</summary>
    public Type Row => (After ?? Before)!.GetType(); // one of the two is there
}

/// <summary>
/// Writes a stream of changes to rows of several tables, some thousand at a time: what is added and changed in the order of the tables, what is removed
/// in the opposite order. The stream is read inside the transaction and may ask the database between its rows.
/// </summary>
internal sealed class MergeSet(IAsyncEnumerable<RowChange> changes, IReadOnlyList<Type> order) : SetWrite
{
    private const int Batch = 8_000;

    internal override bool IsAudited => order.Any(AuditWriter.IsAudited);

    internal override async Task RunAsync(ShurenDb db, AuditSink? audit, CancellationToken ct)
    {
        await LockAsync(db, ct);
        var open = new List<RowChange>(Batch);
        await foreach (var change in changes.WithCancellation(ct))
        {
            open.Add(change);
            if (open.Count == Batch)
                await FlushAsync(db, audit, open, ct);
        }
        await FlushAsync(db, audit, open, ct);
    }

    /// <summary>Others may read meanwhile, and write when this is over: what was found missing or unchanged stays so until it is written.</summary>
    private async Task LockAsync(ShurenDb db, CancellationToken ct)
    {
        if (!db.Database.IsNpgsql())
            return; // SQLite has one writer
        var tables = order.Where(AuditWriter.IsAudited).Select(type => db.Model.FindEntityType(type)!.GetTableName()); // every row has a table
        // The tables' names come from the model.
#pragma warning disable EF1002, EF1003
        await db.Database.ExecuteSqlRawAsync($"lock table {string.Join(", ", tables)} in share row exclusive mode", ct);
#pragma warning restore EF1002, EF1003
    }

    private async Task FlushAsync(ShurenDb db, AuditSink? audit, List<RowChange> open, CancellationToken ct)
    {
        foreach (var type in order)
        {
            var rows = open.Where(change => change.After is not null && change.Row == type).ToList();
            await WriteAsync(db, audit, type, rows, ct);
        }
        foreach (var type in order.Reverse())
        {
            var gone = open.Where(change => change.After is null && change.Row == type).ToList();
            if (gone.Count > 0)
                await (Task)Remover.MakeGenericMethod(type).Invoke(null, [db, audit, gone, ct])!; // it returns a task
        }
        Count += open.Count;
        open.Clear();
    }

    private static async Task WriteAsync(ShurenDb db, AuditSink? audit, Type row, List<RowChange> changes, CancellationToken ct)
    {
        if (changes.Count == 0)
            return;
        var type = db.Model.FindEntityType(row)!; // every row has a table
        // Changes first: a row that ends makes room for the one that begins.
        await BulkUpdate.RunAsync(db, type, [.. changes.Where(change => change.Before is not null)], ct);
        await BulkInsert.RunAsync(db, type, [.. changes.Where(change => change.Before is null).Select(change => change.After!)], ct);
        foreach (var change in changes.Where(_ => audit is not null && AuditWriter.IsAudited(row)))
            await audit!.WriteAsync(type, change.Before, change.After, ct);
    }

    private static readonly MethodInfo Remover = typeof(MergeSet).GetMethod(nameof(RemoveAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static async Task RemoveAsync<T>(ShurenDb db, AuditSink? audit, List<RowChange> gone, CancellationToken ct) where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!; // every row has a table
        var id = type.FindProperty("Id")!.GetGetter(); // and an id
        Guid[] ids = [.. gone.Select(change => (Guid)id.GetClrValue(change.Before!)!)];
        await new DeleteSet<T>(Rows.Of<T>(db, ids)).RunAsync(db, audit, ct);
    }
}
