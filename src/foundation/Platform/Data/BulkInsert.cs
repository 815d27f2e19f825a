using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Shuren.Platform.Data;

/// <summary>Writes many rows at once, with the values that EF itself would write: a prepared statement in SQLite, COPY in PostgreSQL.</summary>
internal static class BulkInsert
{
    /// <summary>Writes the rows inside the transaction that is open.</summary>
    /// <exception cref="DbUpdateException">A row breaks a constraint.</exception>
    public static Task RunAsync(DbContext db, IEntityType type, IReadOnlyCollection<object> rows, CancellationToken ct)
    {
        var columns = TableColumn.AllOf(type);
        return rows.Count == 0 ? Task.CompletedTask : RunAsync(db, type.GetTableName()!, columns, rows.Select(row => columns.Select(column => column.Kept(row))), ct); // every entity has a table
    }

    /// <summary>Writes rows that are given as the values of the columns, as the database keeps them.</summary>
    /// <exception cref="DbUpdateException">A row breaks a constraint.</exception>
    public static async Task RunAsync(DbContext db, string table, IReadOnlyList<TableColumn> columns, IEnumerable<IEnumerable<object?>> rows, CancellationToken ct)
    {
        try
        {
            if (db.Database.GetDbConnection() is NpgsqlConnection connection)
                await CopyAsync(connection, table, columns, rows, ct);
            else
                await InsertAsync(db, table, columns, rows, ct);
        }
        catch (DbException refused)
        {
            throw new DbUpdateException("The database refused a row of a set.", refused);
        }
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string table, IReadOnlyList<TableColumn> columns, IEnumerable<IEnumerable<object?>> rows, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} ({Names(columns)}) from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var (value, column) in row.Zip(columns))
            {
                if (value is null)
                    await copy.WriteNullAsync(ct);
                else
                    await copy.WriteAsync(value, column.StoreType, ct);
            }
        }
        await copy.CompleteAsync(ct);
    }

    private static async Task InsertAsync(DbContext db, string table, IReadOnlyList<TableColumn> columns, IEnumerable<IEnumerable<object?>> rows, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction(); // sets are written inside one
        command.CommandText = $"insert into {table} ({Names(columns)}) values ({string.Join(", ", columns.Select((_, at) => $"@p{at}"))})";
        var parameters = columns.Select((_, at) => Parameter(command, $"@p{at}")).ToList();
        foreach (var row in rows)
        {
            foreach (var (value, parameter) in row.Zip(parameters))
                parameter.Value = value ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    internal static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    // Names come from the model, never from a person.
    private static string Names(IReadOnlyList<TableColumn> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
}
