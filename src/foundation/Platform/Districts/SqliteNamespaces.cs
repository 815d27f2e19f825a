using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;

namespace Shuren.Platform.Districts;

/// <summary>One file a district: <c>FOLDER/CODE.db</c>.</summary>
public sealed class SqliteNamespaces(string folder) : INamespaces
{
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromMilliseconds(50);

    public bool HasOneWriter => true;

    public string Place => folder;

    public Task<IReadOnlyList<string>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>(
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.db").Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(DistrictCode.IsValid).Order(StringComparer.Ordinal)]
            : []);

    public async Task<IReadOnlyList<NamespaceState>> ReadAsync(CancellationToken ct)
    {
        var found = new List<NamespaceState>();
        foreach (var code in await ListAsync(ct))
        {
            try
            {
                found.Add(await ReadAsync(code, ct));
            }
            catch (SqliteException)
            {
                // Not a database, or none of ours (yet): no district.
            }
        }
        return found;
    }

    public Task CreateAsync(string code, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        // The only place that makes the file: a district that was deleted does not come back because somebody asks for it.
        using var file = new FileStream(PathOf(code), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        return Task.CompletedTask;
    }

    public Task DropAsync(string code, CancellationToken ct)
    {
        SqliteConnection.ClearAllPools();
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            File.Delete(PathOf(code) + suffix);
        return Task.CompletedTask;
    }

    // An open file that nobody else may open: the system closes it when the process dies.
    public async Task<IAsyncDisposable> LockAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, "districts.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException taken) when (taken is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(BeforeTryingAgain, ct);
            }
        }
    }

    public DbContextOptions<ShurenDb> OptionsFor(string code)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = PathOf(code), Mode = SqliteOpenMode.ReadWrite, ForeignKeys = true, DefaultTimeout = 30 };
        return ShurenDbOptions.Create(options => options
            .UseSqlite(connection.ToString(), sqlite => sqlite.MigrationsHistoryTable(ShurenDbOptions.MigrationsTable))
            .AddInterceptors(SqlitePragmas.Instance));
    }

    private async Task<NamespaceState> ReadAsync(string code, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = PathOf(code), Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = NamespaceQueries.Migrations([code], _ => "");
        var migrations = await NamespaceQueries.ReadMigrationsAsync(command, ct);
        if (!migrations.TryGetValue(code, out var had))
            return new(code, null, new HashSet<string>(), false, null);
        command.CommandText = NamespaceQueries.States([(code, had)], _ => "", "text");
        return (await NamespaceQueries.ReadStatesAsync(command, migrations, ct))[0];
    }

    private string PathOf(string code) => Path.Combine(folder, code + ".db");
}
