using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shuren.Platform.Data;

namespace Shuren.Platform.Districts;

/// <summary>
/// One schema a district. All districts share one pool of connections; the schema is chosen when a connection is taken
/// (<see cref="PostgreSqlSearchPath"/>), so that 300 districts do not need 300 pools.
/// </summary>
public sealed class PostgreSqlNamespaces(string connectionString) : INamespaces, IAsyncDisposable
{
    /// <summary>So many connections at most, unless the connection string says otherwise; PostgreSQL's own limit is 100 for everybody.</summary>
    public const int MostConnections = 40;

    // Any number that nobody else takes: "shuren" and a version, as ASCII.
    private const long Lock = 0x7368_7572_656e_0001;

    // One question names so many schemas: each is planned, and a statement of thousands of tables would hold their locks at once.
    private const int AtOnce = 100;

    private readonly NpgsqlDataSource source = new NpgsqlDataSourceBuilder(Bounded(connectionString)).Build();

    public bool HasOneWriter => false;

    public string Place => new NpgsqlConnectionStringBuilder(connectionString) is var parts ? $"{parts.Host}:{parts.Port}/{parts.Database ?? parts.Username}" : "";

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            $"select schemaname from pg_tables where tablename = '{ShurenDbOptions.MigrationsTable}' and schemaname not like 'pg\\_%' order by 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var codes = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            if (DistrictCode.IsValid(reader.GetString(0)))
                codes.Add(reader.GetString(0));
        }
        return codes;
    }

    public async Task<IReadOnlyList<NamespaceState>> ReadAsync(CancellationToken ct)
    {
        var found = new List<NamespaceState>();
        foreach (var codes in (await ListAsync(ct)).Chunk(AtOnce))
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var first = new NpgsqlCommand(NamespaceQueries.Migrations(codes, Schema), connection);
            var migrations = await NamespaceQueries.ReadMigrationsAsync(first, ct);
            found.AddRange(codes.Where(code => !migrations.ContainsKey(code)).Select(code => new NamespaceState(code, null, new HashSet<string>(), false, null)));
            if (migrations.Count == 0)
                continue;
            await using var second = new NpgsqlCommand(NamespaceQueries.States(migrations.Select(one => (one.Key, one.Value)), Schema, "timestamp with time zone"), connection);
            found.AddRange(await NamespaceQueries.ReadStatesAsync(second, migrations, ct));
        }
        return [.. found.OrderBy(one => one.Code, StringComparer.Ordinal)];
    }

    public async Task CreateAsync(string code, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"create schema if not exists {Quoted(code)}");
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task DropAsync(string code, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"drop schema if exists {Quoted(code)} cascade");
        await command.ExecuteNonQueryAsync(ct);
    }

    // Outside the pool: whoever holds it needs connections of the pool for the work.
    public async Task<IAsyncDisposable> LockAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({Lock})", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
        return connection;
    }

    public DbContextOptions<ShurenDb> OptionsFor(string code) => ShurenDbOptions.Create(options => options
        .UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable(ShurenDbOptions.MigrationsTable, code))
        .AddInterceptors(new PostgreSqlSearchPath(Quoted(code))));

    public ValueTask DisposeAsync() => source.DisposeAsync();

    // The plain builder knows which words were written; Npgsql's own knows only the values.
    private static string Bounded(string connectionString)
    {
        var written = new DbConnectionStringBuilder { ConnectionString = connectionString };
        string[] words = ["Maximum Pool Size", "Max Pool Size", "MaxPoolSize", "MaximumPoolSize"];
        return words.Any(written.ContainsKey) ? connectionString : new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = MostConnections }.ConnectionString;
    }

    private static string Schema(string code) => Quoted(code) + ".";

    private static string Quoted(string code) => DistrictCode.IsValid(code)
        ? $"\"{code}\""
        : throw new ArgumentException($"Not a district code: {code}", nameof(code));
}
