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
    private readonly NpgsqlDataSource source = new NpgsqlDataSourceBuilder(connectionString).Build();

    public bool HasOneWriter => false;

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            $"select schemaname from pg_tables where tablename = '{ShurenDbOptions.MigrationsTable}' and schemaname not like 'pg\\_%' order by 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var codes = new List<string>();
        while (await reader.ReadAsync(ct))
            codes.Add(reader.GetString(0));
        return codes;
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

    public DbContextOptions<ShurenDb> OptionsFor(string code) => ShurenDbOptions.Create(options => options
        .UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable(ShurenDbOptions.MigrationsTable, code))
        .AddInterceptors(new PostgreSqlSearchPath(Quoted(code))));

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static string Quoted(string code) => DistrictCode.IsValid(code)
        ? $"\"{code}\""
        : throw new ArgumentException($"Not a district code: {code}", nameof(code));
}
