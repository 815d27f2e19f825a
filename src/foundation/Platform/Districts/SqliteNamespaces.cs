using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;

namespace Shuren.Platform.Districts;

/// <summary>One file a district: <c>FOLDER/CODE.db</c>.</summary>
public sealed class SqliteNamespaces(string folder) : INamespaces
{
    public bool HasOneWriter => true;

    public Task<IReadOnlyList<string>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>(
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.db").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)]
            : []);

    public Task CreateAsync(string code, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        return Task.CompletedTask;
    }

    public Task DropAsync(string code, CancellationToken ct)
    {
        SqliteConnection.ClearAllPools();
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            File.Delete(PathOf(code) + suffix);
        return Task.CompletedTask;
    }

    public DbContextOptions<ShurenDb> OptionsFor(string code)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = PathOf(code), ForeignKeys = true, DefaultTimeout = 30 };
        return ShurenDbOptions.Create(options => options
            .UseSqlite(connection.ToString(), sqlite => sqlite.MigrationsHistoryTable(ShurenDbOptions.MigrationsTable))
            .AddInterceptors(SqlitePragmas.Instance));
    }

    private string PathOf(string code) => Path.Combine(folder, code + ".db");
}
