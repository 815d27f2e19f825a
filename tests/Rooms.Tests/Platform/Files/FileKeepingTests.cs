using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Platform.Files.Keeping;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Files;

/// <summary>The sweep and the check against random histories and against hands on the disk.</summary>
public class FileKeepingTests
{
    private const int Steps = 80;
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.Sqlite, 2)]
    [InlineData(TestDatabase.PostgreSql, 3)]
    public async Task Whatever_happens_a_named_content_is_there_and_the_rest_goes_in_time(TestDatabase database, int seed)
    {
        await using var house = await TestHouse.NewAsync(database);
        var chance = new Random(seed);
        for (var step = 0; step < Steps; step++)
        {
            house.Clock.Now += TimeSpan.FromHours(chance.Next(20));
            var text = $"第{chance.Next(12)}份材料";
            await (chance.Next(6) switch
            {
                0 or 1 => BringAsync(house, text, saves: true),
                2 => BringAsync(house, text, saves: false),
                3 => ForgetAsync(house, chance),
                4 => BringWhileSweptAsync(house, text),
                _ => SweepAsync(house),
            });
            await AllNamedAreThereAsync(house);
        }
        for (var sweep = 0; sweep < 3; sweep++)
        {
            house.Clock.Now += SweepFiles.Grace;
            await SweepAsync(house);
        }
        await AllNamedAreThereAsync(house);
        Assert.Equal((await NamedAsync(house)).Order(), Directory.GetFiles(Path.Combine(house.DataFolder, "files"), "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).Order());
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_changed_byte_and_a_missing_content_are_found_with_the_files_that_name_them(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        foreach (var text in new[] { "一", "二", "三", "三", "四" })
            await BringAsync(house, text, saves: true);
        await using (var scope = house.Enter())
            Assert.Equal((4, 0), await CheckAsync(scope));

        var rows = await RowsAsync(house);
        await File.AppendAllTextAsync(PathOf(house, rows.Single(row => row.Name == "二.txt").Hash), "x", Ct);
        File.Delete(PathOf(house, rows.First(row => row.Name == "三.txt").Hash));

        await using var again = house.Enter();
        Assert.Equal((4, 3), await CheckAsync(again));
        var faults = await again.ServiceProvider.GetRequiredService<ShurenDb>().Set<FileFault>().AsNoTracking().ToListAsync(Ct);
        Assert.Equal(["三.txt Missing", "三.txt Missing", "二.txt Changed"], faults.Select(fault => $"{rows.Single(row => row.Id == fault.FileId).Name} {fault.Kind}").Order(StringComparer.Ordinal));
        Assert.Single(await again.ServiceProvider.GetRequiredService<ShurenDb>().Set<FileCheck>().ToListAsync(Ct));
    }

    private static async Task<(long, long)> CheckAsync(AsyncServiceScope scope)
    {
        var check = await scope.ServiceProvider.GetRequiredService<VerifyFiles>().RunAsync(null, Ct);
        return (check.Contents, check.Faults);
    }

    private static async Task BringAsync(TestHouse house, string text, bool saves)
    {
        await using var scope = house.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.files");
        Assert.True((await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), $"{text}.txt", new Ref("planning", "task", Guid.CreateVersion7()), FileUse.Document, Ct)).Succeeded);
        if (saves)
            await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(Ct);
    }

    /// <summary>The content is written, then the sweep runs, then the act is saved.</summary>
    private static async Task BringWhileSweptAsync(TestHouse house, string text)
    {
        await using var scope = house.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.files");
        await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "x.txt", new Ref("planning", "task", Guid.CreateVersion7()), FileUse.Document, Ct);
        house.Clock.Now += TimeSpan.FromHours(1);
        await SweepAsync(house);
        await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(Ct);
    }

    private static async Task ForgetAsync(TestHouse house, Random chance)
    {
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var rows = await db.Set<StoredFile>().OrderBy(row => row.Id).ToListAsync(Ct);
        if (rows.Count == 0)
            return;
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.files");
        db.Remove(rows[chance.Next(rows.Count)]);
        await db.SaveAsync(Ct);
    }

    private static async Task SweepAsync(TestHouse house)
    {
        await using var scope = house.Enter();
        await scope.ServiceProvider.GetRequiredService<SweepFiles>().RunAsync(Ct);
    }

    private static async Task AllNamedAreThereAsync(TestHouse house) => Assert.All(await NamedAsync(house), hash => Assert.True(File.Exists(PathOf(house, hash))));

    private static async Task<IEnumerable<string>> NamedAsync(TestHouse house) => (await RowsAsync(house)).Select(row => row.Hash).Distinct();

    private static async Task<List<StoredFile>> RowsAsync(TestHouse house)
    {
        await using var scope = house.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<StoredFile>().AsNoTracking().ToListAsync(Ct);
    }

    private static string PathOf(TestHouse house, string hash) => Path.Combine(house.DataFolder, "files", "qinghe", hash[..2], hash);
}
