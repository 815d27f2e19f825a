using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Shuren.Contracts.Organization;
using Shuren.Platform.Windows;

namespace Shuren.Schools.TakeSnapshot;

/// <summary>A SQLite file that is being filled with the rows of windows. Values are written alike whatever database they come from: ids and days as text, flags as 0 and 1.</summary>
internal sealed class SnapshotFile : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly DbTransaction transaction;

    private SnapshotFile(SqliteConnection connection, DbTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    public static async Task<SnapshotFile> CreateAsync(string path, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        return new(connection, await connection.BeginTransactionAsync(ct));
    }

    /// <summary>The units of the day: id, name, kind, unit above.</summary>
    public async Task AddUnitsAsync(IReadOnlyList<UnitCard> units, CancellationToken ct)
    {
        await RunAsync("create table ds_units (id text primary key, name text not null, kind text not null, parent text) without rowid", [], ct);
        foreach (var unit in units.OrderBy(unit => unit.Id.ToString("D"), StringComparer.Ordinal))
            await RunAsync("insert into ds_units values (@p0, @p1, @p2, @p3)", [unit.Id.ToString("D"), unit.Name, unit.Kind.ToString(), unit.Parent?.ToString("D")], ct);
    }

    /// <summary>The rows of a window that held on the day.</summary>
    /// <returns>How many.</returns>
    public async Task<int> AddAsync(Window window, DbConnection from, DateOnly at, CancellationToken ct)
    {
        var columns = window.Columns.Select(column => column.Name).ToList();
        await RunAsync($"create table {window.Name} ({string.Join(", ", columns)})", [], ct);
        await using var asked = from.CreateCommand();
        asked.CommandText = $"select {string.Join(", ", columns)} from {window.Name}{Condition(columns)} order by {(columns.Contains("since") ? "id, since" : "id")}";
        var day = asked.CreateParameter();
        (day.ParameterName, day.Value) = ("@at", from is SqliteConnection ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : at);
        asked.Parameters.Add(day);
        await using var insert = connection.CreateCommand();
        insert.CommandText = $"insert into {window.Name} values ({string.Join(", ", columns.Select((_, place) => $"@p{place}"))})";
        var parameters = columns.Select((_, place) => insert.Parameters.AddWithValue($"@p{place}", DBNull.Value)).ToList();
        await using var reader = await asked.ExecuteReaderAsync(ct);
        var count = 0;
        for (; await reader.ReadAsync(ct); count++)
        {
            foreach (var (place, parameter) in parameters.Index())
                parameter.Value = Plain(reader.GetValue(place)) ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync(ct);
        }
        return count;
    }

    /// <summary>Nothing is added after this.</summary>
    public Task CompleteAsync(CancellationToken ct) => transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    // Names of columns come from the window's own head.
    private static string Condition(List<string> columns) => columns.Contains("since") ? " where since <= @at and (until is null or until > @at)" : columns.Contains("happened_on") ? " where happened_on <= @at" : "";

    private static object? Plain(object value) => value switch
    {
        DBNull => null,
        Guid id => id.ToString("D"),
        // SQLite keeps ids as capital letters.
        string { Length: 36 } text when Guid.TryParseExact(text, "D", out var id) => id.ToString("D"),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? 1L : 0L,
        int number => (long)number,
        decimal number => (double)number,
        _ => value,
    };

    private async Task RunAsync(string sql, object?[] values, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (place, value) in values.Index())
            command.Parameters.AddWithValue($"@p{place}", value ?? DBNull.Value);
        await command.ExecuteNonQueryAsync(ct);
    }
}
