using System.IO.Compression;

using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Organization.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Data.Keeping;
using Shuren.Platform.Districts;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform;

/// <summary>A backup is worth what its restore is worth.</summary>
public class BackupTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite, TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Sqlite, TestDatabase.PostgreSql)]
    [InlineData(TestDatabase.PostgreSql, TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql, TestDatabase.PostgreSql)]
    public async Task What_is_backed_up_while_people_write_is_the_same_after_a_restore_on_an_empty_machine(TestDatabase from, TestDatabase to)
    {
        await using var house = await TestHouse.WithCountyAsync(from);
        var stored = await AddFileAsync(house);
        var path = Path.Combine(TemporaryFolders.New("backup"), "qinghe.backup");
        using var stop = new CancellationTokenSource();
        var people = Task.WhenAll(Enumerable.Range(0, 3).Select(person => WriteUntilAsync(house, person, stop.Token)));

        var taken = await BackUpAsync(house, path);
        await stop.CancelAsync();
        await people;
        await using var elsewhere = Elsewhere(to, out var location);
        var restored = await elsewhere.GetRequiredService<RestoreBackup>().RunAsync(path, "qinghe", CancellationToken.None);

        Assert.True(restored.Succeeded, restored.Succeeded ? "" : $"{restored.Refusals[0].Code} {string.Join(", ", restored.Refusals[0].Args)}");
        await using var scope = elsewhere.GetRequiredService<DistrictDirectory>().Enter(TestHouse.Qinghe, "test");
        using var again = new MemoryStream();
        var stands = await scope.ServiceProvider.GetRequiredService<TakeBackup>().RunAsync(again, CancellationToken.None);
        Assert.Equal(taken.Tables.Select(table => (table.Table, table.Rows, table.Hash)), stands.Tables.Select(table => (table.Table, table.Rows, table.Hash)));
        Assert.Equal((taken.Blocks, taken.ChainHash), (stands.Blocks, stands.ChainHash));
        Assert.True((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None)).Ok);
        using var content = new StreamReader(scope.ServiceProvider.GetRequiredService<FileStore>().Open(stored));
        Assert.Equal("监理月报", await content.ReadToEndAsync());
    }

    [Fact]
    public async Task A_district_comes_back_under_another_code_and_the_audit_says_so()
    {
        await using var house = await TestHouse.WithCountyAsync(TestDatabase.Sqlite);
        var path = Path.Combine(TemporaryFolders.New("backup"), "qinghe.backup");
        await BackUpAsync(house, path);
        await using var elsewhere = Elsewhere(TestDatabase.Sqlite, out _);

        var restored = await elsewhere.GetRequiredService<RestoreBackup>().RunAsync(path, "qinghe_old", CancellationToken.None);

        Assert.True(restored.Succeeded);
        Assert.Equal([new DistrictCard("qinghe_old", "青禾县")], await elsewhere.GetRequiredService<DistrictDirectory>().ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_backup_that_lost_a_byte_is_refused_and_leaves_nothing()
    {
        await using var house = await TestHouse.WithCountyAsync(TestDatabase.Sqlite);
        var path = Path.Combine(TemporaryFolders.New("backup"), "qinghe.backup");
        await BackUpAsync(house, path);
        await ChangeAsync(path, "tables/organization_units.jsonl", "办公室", "办公司");
        await using var elsewhere = Elsewhere(TestDatabase.Sqlite, out var location);

        var restored = await elsewhere.GetRequiredService<RestoreBackup>().RunAsync(path, "qinghe", CancellationToken.None);
        await File.WriteAllTextAsync(path, "no backup at all");
        var nothing = await BackupFile.VerifyAsync(path, CancellationToken.None);

        Assert.Equal("BackupTableDiffers", Assert.Single(restored.Refusals).Code);
        Assert.Equal("BackupUnreadable", Assert.Single(nothing.Refusals).Code);
        Assert.Empty(await elsewhere.GetRequiredService<INamespaces>().ListAsync(CancellationToken.None));
    }

    private static ServiceProvider Elsewhere(TestDatabase database, out string location)
    {
        location = Databases.New(database);
        return new ServiceCollection().AddLogging().AddPlatform(location, TemporaryFolders.New("data"), Host.House.Modules).BuildServiceProvider();
    }

    private static async Task<BackupManifest> BackUpAsync(TestHouse house, string path)
    {
        await using var scope = house.Enter();
        await using var output = File.Create(path);
        return await scope.ServiceProvider.GetRequiredService<TakeBackup>().RunAsync(output, CancellationToken.None);
    }

    private static async Task<StoredFile> AddFileAsync(TestHouse house)
    {
        await using var scope = house.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.file");
        var added = await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(new MemoryStream("监理月报"u8.ToArray()), "月报.txt", new Ref("planning", "task", Guid.CreateVersion7()), FileUse.Evidence, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(CancellationToken.None);
        return added.Value;
    }

    private static async Task WriteUntilAsync(TestHouse house, int person, CancellationToken stop)
    {
        for (var at = 0; !stop.IsCancellationRequested && at < 500; at++)
        {
            await using var scope = house.Enter();
            scope.ServiceProvider.GetRequiredService<Process>().Begin("test.write");
            var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
            db.Add(new Unit { Name = $"{person}-{at}", ShortName = "", Kind = UnitKind.Section, Position = at });
            await db.SaveAsync(CancellationToken.None);
        }
    }

    private static async Task ChangeAsync(string path, string entry, string old, string changed)
    {
        await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Update);
        await using var stream = await zip.GetEntry(entry)!.OpenAsync();
        using var reader = new StreamReader(stream, leaveOpen: true);
        var text = await reader.ReadToEndAsync();
        stream.SetLength(0);
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(text.Replace(old, changed, StringComparison.Ordinal));
    }
}
