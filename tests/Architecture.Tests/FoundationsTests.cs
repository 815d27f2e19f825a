using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Testing;

namespace Shuren.Architecture.Tests;

/// <summary>What the migrations build is what the model says, on both databases; what is written is audited.</summary>
public class FoundationsTests
{
    /// <summary>What would change rows without an audit entry. InsertSet, UpdateSet and DeleteSet of ShurenDb do it with one.</summary>
    private static readonly string[] WritesAround = ["ExecuteUpdate", "ExecuteDelete", "ExecuteSql", "SaveChanges", "BeginBinaryImport", "ExecuteNonQuery"];

    /// <summary>What changes only rows of the machinery, which stand in no audit.</summary>
    private static readonly string[] OnMachinery = ["ReadNotices.cs", "UseToken.cs", "MarkSession.cs", "KeepReadings.cs", "KeepNightly.cs"];

    /// <summary>What writes into a file of its own, not into the district.</summary>
    private static readonly string[] OnFiles = ["SnapshotFile.cs"];

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Migrating_an_empty_district_gives_the_model(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        await using var migrated = house.Enter();
        await using var created = house.Districts.Enter(new DistrictCard("fresh", "fresh"), "test");
        await CreateFromModelAsync(created.ServiceProvider, "fresh");

        var fromMigrations = await Shape.ReadAsync(migrated.ServiceProvider.GetRequiredService<ShurenDb>(), database);
        var fromModel = await Shape.ReadAsync(created.ServiceProvider.GetRequiredService<ShurenDb>(), database);

        Assert.NotEmpty(fromModel);
        Assert.Equal(fromModel, fromMigrations);
    }

    [Fact]
    public void Writes_go_through_SaveAsync_which_audits_them()
    {
        var around = Repository.Files("src", "*.cs").Where(file => !Repository.Relative(file).StartsWith("src/foundation/Platform/", StringComparison.Ordinal))
            .Where(file => !OnMachinery.Contains(Path.GetFileName(file)) && !OnFiles.Contains(Path.GetFileName(file))).SelectMany(file => File.ReadLines(file).Where(line => WritesAround.Any(word => line.Contains(word, StringComparison.Ordinal))).Select(line => $"{Repository.Relative(file)}: {line.Trim()}"));

        Assert.Empty(around);
    }

    private static async Task CreateFromModelAsync(IServiceProvider services, string code)
    {
        await services.GetRequiredService<INamespaces>().CreateAsync(code, CancellationToken.None);
        var db = services.GetRequiredService<ShurenDb>();
        await ((RelationalDatabaseCreator)db.GetService<IDatabaseCreator>()).CreateTablesAsync();
    }
}

/// <summary>Tables, columns, keys and indexes of a district as comparable lines.</summary>
internal static class Shape
{
    private const string Sqlite = """
        select 'column ' || m.name || '.' || p.name || ' ' || p.type || ' ' || p."notnull" || ' ' || p.pk
        from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table'
        union all select 'index ' || m.tbl_name || ' ' || m.name || ' ' || coalesce(m.sql, '') from sqlite_master m where m.type = 'index' and m.sql is not null
        union all select 'key ' || m.name || '.' || f."from" || ' ' || f."table" || ' ' || f.on_delete
        from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'
        """;

    private const string PostgreSql = """
        select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable from information_schema.columns where table_schema = current_schema() and table_name not like 'ds\_%'
        union all select 'index ' || tablename || ' ' || replace(indexdef, current_schema() || '.', '') from pg_indexes where schemaname = current_schema()
        union all select 'key ' || conrelid::regclass || ' ' || replace(pg_get_constraintdef(oid), current_schema() || '.', '') from pg_constraint
        where connamespace = current_schema()::regnamespace and contype = 'f'
        """;

    public static async Task<IReadOnlyList<string>> ReadAsync(DbContext db, TestDatabase database)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = database == TestDatabase.Sqlite ? Sqlite : PostgreSql;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return [.. lines.Where(line => !line.Contains(ShurenDbOptions.MigrationsTable, StringComparison.Ordinal) && !line.Contains("sqlite_", StringComparison.Ordinal)
            && !line.Contains("__EFMigrationsLock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
