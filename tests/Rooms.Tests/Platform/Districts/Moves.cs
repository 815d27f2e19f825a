using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Data.Keeping;
using Shuren.Platform.Districts;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Districts;

/// <summary>A small county with a file that is to go elsewhere, and the empty place to which it goes.</summary>
internal sealed class Moves : IAsyncDisposable
{
    private readonly string backup = Path.Combine(TemporaryFolders.New("move"), "qinghe.backup");

    private Moves(TestHouse house, ServiceProvider there) => (House, There) = (house, there);

    public TestHouse House { get; }

    public ServiceProvider There { get; }

    public string Backup => backup;

    public static async Task<Moves> NewAsync(TestDatabase from, TestDatabase to)
    {
        var house = await TestHouse.WithCountyAsync(from);
        await using var scope = house.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.file");
        await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(new MemoryStream("监理月报"u8.ToArray()), "月报.txt", new Ref("planning", "task", Guid.CreateVersion7()), FileUse.Evidence, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(CancellationToken.None);
        return new(house, Place(Databases.New(to)));
    }

    /// <summary>A house over a database, with files of its own.</summary>
    public static ServiceProvider Place(string location) =>
        new ServiceCollection().AddLogging().AddPlatform(location, Path.Combine(TemporaryFolders.New("data"), "files"), Host.House.Modules).BuildServiceProvider();

    public async Task<Outcome<BackupManifest>> RunAsync(ServiceProvider? to = null, string? backupTo = null)
    {
        await using var scope = House.Enter();
        return await scope.ServiceProvider.GetRequiredService<MoveDistrict>().RunAsync(new("qinghe", "沈立群", "换服务器", backupTo ?? backup), to ?? There, CancellationToken.None);
    }

    public AsyncServiceScope EnterThere() => There.GetRequiredService<DistrictDirectory>().Enter(TestHouse.Qinghe, "test");

    /// <summary>An act as people do it.</summary>
    public static async Task WriteAsync(AsyncServiceScope scope, string phrase)
    {
        await using (scope)
        {
            scope.ServiceProvider.GetRequiredService<Process>().Begin("test.write");
            var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
            db.Add(new UnitDuty { UnitId = await db.Set<Unit>().Select(unit => unit.Id).FirstAsync(), Position = 99, Phrase = phrase });
            await db.SaveAsync(CancellationToken.None);
        }
    }

    /// <summary>Every table by name with rows and hash, reckoned from what stands there.</summary>
    public static async Task<Dictionary<string, (long Rows, string Hash)>> TablesAsync(AsyncServiceScope scope)
    {
        await using (scope)
            return (await scope.ServiceProvider.GetRequiredService<TakeBackup>().RunAsync(new MemoryStream(), CancellationToken.None)).Tables.ToDictionary(table => table.Table, table => (table.Rows, table.Hash));
    }

    public async ValueTask DisposeAsync()
    {
        await There.DisposeAsync();
        await House.DisposeAsync();
    }
}
