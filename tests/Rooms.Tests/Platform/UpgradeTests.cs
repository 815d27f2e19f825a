using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Data.Keeping;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform;

/// <summary>
/// A district of the first release comes up with all it holds. <c>Fixtures/issue-a.*</c> are the sample district as that release
/// wrote it, with 83 acts of 1,048 entries.
/// </summary>
public class UpgradeTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_district_of_the_first_release_keeps_every_row_and_its_audit_is_sealed(TestDatabase database)
    {
        var location = await FirstReleaseAsync(database);
        await using var house = new ServiceCollection().AddLogging().AddPlatform(location, TemporaryFolders.New("data"), Host.House.Modules).BuildServiceProvider();
        var districts = house.GetRequiredService<DistrictDirectory>();

        var applied = await districts.MigrateAsync(CancellationToken.None);

        Assert.True(applied["qinghe"] > 0);
        await using var scope = districts.Enter(TestHouse.Qinghe, "test");
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None);
        Assert.True(verdict.Ok, verdict.Reason);
        Assert.True(verdict.Blocks >= 83 && verdict.Entries >= 1_048, $"{verdict.Blocks} blocks, {verdict.Entries} entries");
        var stands = (await scope.ServiceProvider.GetRequiredService<TakeBackup>().RunAsync(new MemoryStream(), CancellationToken.None)).Tables.ToDictionary(table => table.Table, table => table.Rows);
        Assert.Equal([1L, 20L, 8L, 40L], [stands["platform_districts"], stands["organization_units"], stands["organization_accounts"], stands["planning_tasks"]]);
    }

    private static async Task<string> FirstReleaseAsync(TestDatabase database)
    {
        var location = Databases.New(database);
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Platform", "Fixtures", database == TestDatabase.Sqlite ? "issue-a.sqlite.gz" : "issue-a.postgresql.sql.gz"));
        await using var content = new GZipStream(file, CompressionMode.Decompress);
        if (database == TestDatabase.Sqlite)
        {
            await using var output = File.Create(Path.Combine(location, "qinghe.db"));
            await content.CopyToAsync(output);
            return location;
        }
        using var script = new StreamReader(content);
        await using var source = NpgsqlDataSource.Create(location);
        await using var command = source.CreateCommand(await script.ReadToEndAsync());
        await command.ExecuteNonQueryAsync();
        return location;
    }
}
