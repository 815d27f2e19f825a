using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Shuren.Platform.Data;

/// <summary>Brings many rows to given states at once: a prepared statement in SQLite, COPY and one UPDATE in PostgreSQL. A version counts up by itself.</summary>
internal static class BulkUpdate
{
    /// <summary>Writes the rows inside the transaction that is open.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A row is gone, or has another version than the one that was read.</exception>
    public static async Task RunAsync(ShurenDb db, IEntityType type, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        if (changes.Count == 0)
            return;
        CountVersions(type, changes);
        var columns = TableColumn.AllOf(type);
        var written = db.Database.IsNpgsql() ? await MergeAsync(db, type, columns, changes, ct) : await UpdateAsync(db, type, columns, changes, ct);
        if (written != changes.Count)
            throw new DbUpdateConcurrencyException($"{changes.Count - written} rows were changed by somebody else.");
    }

    private static void CountVersions(IEntityType type, IReadOnlyList<RowChange> changes)
    {
        if (!typeof(IVersioned).IsAssignableFrom(type.ClrType))
            return;
        var version = type.FindProperty(nameof(IVersioned.Version))!.PropertyInfo!; // every versioned row has one
        foreach (var change in changes)
            version.SetValue(change.After, ((IVersioned)change.Before!).Version + 1);
    }

    private static async Task<int> MergeAsync(ShurenDb db, IEntityType type, IReadOnlyList<TableColumn> columns, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        var (table, staging) = (type.GetTableName()!, $"staged_{type.GetTableName()}"); // every row has a table
        await ExecuteAsync(db, $"create temporary table if not exists {staging} (like {table}) on commit drop; truncate {staging}", ct);
        await BulkInsert.RunAsync(db, staging, columns, changes.Select(change => columns.Select(column => column.Kept(change.After!))), ct);
        var set = string.Join(", ", columns.Where(column => column.Name != "id").Select(column => $"\"{column.Name}\" = s.\"{column.Name}\""));
        return await ExecuteAsync(db, $"update {table} t set {set} from {staging} s where t.id = s.id{Guard(type, "t.version = s.version - 1")}", ct);
    }

    private static async Task<int> UpdateAsync(ShurenDb db, IEntityType type, IReadOnlyList<TableColumn> columns, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        var set = string.Join(", ", columns.Index().Where(column => column.Item.Name != "id").Select(column => $"\"{column.Item.Name}\" = @p{column.Index}"));
        var at = columns.Index().ToDictionary(column => column.Item.Name, column => column.Index);
        await using var command = Command(db, $"update {type.GetTableName()} set {set} where id = @p{at["id"]}{Guard(type, $"version = @p{at.GetValueOrDefault("version")} - 1")}");
        var parameters = columns.Select((_, index) => BulkInsert.Parameter(command, $"@p{index}")).ToList();
        var written = 0;
        foreach (var change in changes)
        {
            foreach (var (column, parameter) in columns.Zip(parameters))
                parameter.Value = column.Kept(change.After!) ?? DBNull.Value;
            written += await command.ExecuteNonQueryAsync(ct);
        }
        return written;
    }

    private static string Guard(IEntityType type, string condition) => typeof(IVersioned).IsAssignableFrom(type.ClrType) ? $" and {condition}" : "";

    private static async Task<int> ExecuteAsync(ShurenDb db, string sql, CancellationToken ct)
    {
        await using var command = Command(db, sql);
        return await command.ExecuteNonQueryAsync(ct);
    }

    // Names come from the model, never from a person.
    private static DbCommand Command(ShurenDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction(); // sets are written inside one
        return command;
    }
}
