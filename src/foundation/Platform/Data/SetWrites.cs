using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Data;

/// <summary>A write to a whole set of rows that <see cref="ShurenDb.SaveAsync"/> runs with everything else, audit included.</summary>
public abstract class SetWrite
{
    /// <summary>So many rows are read and audited at a time.</summary>
    private protected const int Chunk = 1_000;

    /// <summary>How many rows were written; 0 before the save.</summary>
    public long Count { get; private protected set; }

    /// <summary>Whether its rows are audited, so that it needs a process.</summary>
    internal abstract bool IsAudited { get; }

    internal abstract Task RunAsync(ShurenDb db, AuditSink? audit, CancellationToken ct);
}

/// <summary>Adds rows in bulk.</summary>
internal sealed class InsertSet<T>(IEnumerable<T> rows) : SetWrite where T : class
{
    internal override bool IsAudited => AuditWriter.IsAudited(typeof(T));

    internal override async Task RunAsync(ShurenDb db, AuditSink? audit, CancellationToken ct)
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        foreach (var chunk in rows.Chunk(Chunk))
        {
            await BulkInsert.RunAsync(db, type, chunk, ct);
            if (audit is not null && IsAudited)
            {
                foreach (var row in chunk)
                    await audit.WriteAsync(type, null, row, ct);
            }
            Count += chunk.Length;
        }
    }
}

/// <summary>Changes the rows of a query.</summary>
internal sealed class UpdateSet<T>(IQueryable<T> rows, Action<UpdateSettersBuilder<T>> set) : SetWrite where T : class
{
    internal override bool IsAudited => AuditWriter.IsAudited(typeof(T));

    internal override async Task RunAsync(ShurenDb db, AuditSink? audit, CancellationToken ct)
    {
        if (audit is null || !IsAudited)
        {
            Count = await rows.ExecuteUpdateAsync(set, ct);
            return;
        }
        var type = db.Model.FindEntityType(typeof(T))!; // a query over it exists
        foreach (var ids in (await Rows.IdsAsync(rows, ct)).Chunk(Chunk))
        {
            var before = await Rows.LockAsync<T>(db, type, ids, ct);
            Count += await Rows.Of<T>(db, ids).ExecuteUpdateAsync(SetAndCount(type), ct);
            var after = await Rows.ByIdAsync<T>(db, type, ids, ct);
            foreach (var id in ids.Where(before.ContainsKey))
                await audit.WriteAsync(type, before[id], after[id], ct);
        }
    }

    private Action<UpdateSettersBuilder<T>> SetAndCount(IEntityType type) => !typeof(IVersioned).IsAssignableFrom(type.ClrType) ? set : setters =>
    {
        set(setters);
        setters.SetProperty(row => EF.Property<long>(row, nameof(IVersioned.Version)), row => EF.Property<long>(row, nameof(IVersioned.Version)) + 1);
    };
}

/// <summary>Removes the rows of a query, and what hangs on them.</summary>
internal sealed class DeleteSet<T>(IQueryable<T> rows) : SetWrite where T : class
{
    internal override bool IsAudited => AuditWriter.IsAudited(typeof(T));

    internal override async Task RunAsync(ShurenDb db, AuditSink? audit, CancellationToken ct)
    {
        if (audit is null)
        {
            Count = await rows.ExecuteDeleteAsync(ct);
            return;
        }
        var type = db.Model.FindEntityType(typeof(T))!; // a query over it exists
        foreach (var ids in (await Rows.IdsAsync(rows, ct)).Chunk(Chunk))
        {
            await Rows.LetGoAsync(db, type, ids, audit, ct);
            var before = await Rows.LockAsync<T>(db, type, ids, ct);
            Count += await Rows.Of<T>(db, ids).ExecuteDeleteAsync(ct);
            foreach (var id in ids.Where(id => IsAudited && before.ContainsKey(id)))
                await audit.WriteAsync(type, before[id], null, ct);
        }
    }
}

/// <summary>Rows by their ids, whatever their type.</summary>
internal static class Rows
{
    public static Task<List<Guid>> IdsAsync<T>(IQueryable<T> rows, CancellationToken ct) where T : class =>
        rows.Select(row => EF.Property<Guid>(row, "Id")).ToListAsync(ct);

    public static IQueryable<T> Of<T>(ShurenDb db, Guid[] ids) where T : class =>
        db.Set<T>().IgnoreQueryFilters().AsNoTracking().Where(row => ids.Contains(EF.Property<Guid>(row, "Id")));

    /// <summary>The rows by id as nobody else can change them before the commit: SQLite has one writer, PostgreSQL locks the rows.</summary>
    public static async Task<Dictionary<Guid, T>> LockAsync<T>(ShurenDb db, IEntityType type, Guid[] ids, CancellationToken ct) where T : class
    {
        if (db.Database.IsNpgsql())
        {
            // The table's name comes from the model.
#pragma warning disable EF1002
            await db.Database.ExecuteSqlRawAsync($"select 1 from {type.GetTableName()} where id = any({{0}}) order by id for update", [ids], ct);
#pragma warning restore EF1002
        }
        return await ByIdAsync<T>(db, type, ids, ct);
    }

    /// <summary>The rows by id as they are now.</summary>
    public static async Task<Dictionary<Guid, T>> ByIdAsync<T>(ShurenDb db, IEntityType type, Guid[] ids, CancellationToken ct) where T : class
    {
        var id = type.FindProperty("Id")!.GetGetter(); // every audited row has one
        return (await Of<T>(db, ids).ToListAsync(ct)).ToDictionary(row => (Guid)id.GetClrValue(row)!);
    }

    /// <summary>What the database would remove or unlink by itself is removed and unlinked here, so that it stands in the audit.</summary>
    public static async Task LetGoAsync(ShurenDb db, IEntityType type, Guid[] ids, AuditSink audit, CancellationToken ct)
    {
        foreach (var key in type.GetReferencingForeignKeys())
        {
            var name = key.DeleteBehavior is DeleteBehavior.Cascade ? nameof(RemoveAsync) : key.DeleteBehavior is DeleteBehavior.SetNull ? nameof(UnlinkAsync) : null;
            if (name is null)
                continue;
            var run = typeof(Rows).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(key.DeclaringEntityType.ClrType);
            await (Task)run.Invoke(null, [db, key.Properties[0].Name, ids, audit, ct])!; // both return tasks
        }
    }

    private static IQueryable<T> Hanging<T>(ShurenDb db, string column, Guid[] ids) where T : class =>
        db.Set<T>().AsNoTracking().Where(row => ids.Contains(EF.Property<Guid?>(row, column)!.Value));

    private static Task RemoveAsync<T>(ShurenDb db, string column, Guid[] ids, AuditSink audit, CancellationToken ct) where T : class =>
        new DeleteSet<T>(Hanging<T>(db, column, ids)).RunAsync(db, audit, ct);

    private static Task UnlinkAsync<T>(ShurenDb db, string column, Guid[] ids, AuditSink audit, CancellationToken ct) where T : class =>
        new UpdateSet<T>(Hanging<T>(db, column, ids), set => set.SetProperty(row => EF.Property<Guid?>(row, column), (Guid?)null)).RunAsync(db, audit, ct);
}
