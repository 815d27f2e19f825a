using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data.Keeping;
using Shuren.Platform.Districts;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Districts;

/// <summary>A deletion takes all of one district and nothing of another, and its certificate can be held against what is left.</summary>
public class DeletionTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_was_deleted_is_certified_gone_and_the_neighbour_untouched(TestDatabase database)
    {
        await using var world = await Moves.NewAsync(database, database);
        await world.House.Districts.AddAsync("linshui", "临水县", "test", Ct);
        var neighbour = await Moves.TablesAsync(world.House.Districts.Enter(new("linshui", "临水县"), "test"));
        await ArchiveAsync(world);
        await BackUpAsync(world);
        var stood = await Moves.TablesAsync(world.House.Enter());
        var certificate = Path.Combine(TemporaryFolders.New("certificate"), "qinghe.json");
        var (signing, open) = Keys();

        var deleted = await DeleteAsync(world, order => order with { Certificate = certificate, PrivatePem = signing });

        Assert.True(deleted.Succeeded, deleted.Succeeded ? "" : $"{deleted.Refusals[0].Code} {string.Join(' ', deleted.Refusals[0].Args)}");
        Assert.Equal(stood, deleted.Value.Tables.ToDictionary(table => table.Table, table => (table.Rows, table.Hash)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(world.Backup))), deleted.Value.Backup!.Hash);
        Assert.Equal([Convert.ToHexStringLower(SHA256.HashData("监理月报"u8))], deleted.Value.Files);
        Assert.False(Directory.Exists(Path.Combine(world.House.DataFolder, "files", "qinghe")));
        Assert.Equal(["linshui"], (await world.House.Districts.ListAsync(Ct)).Select(card => card.Code));
        Assert.Equal(neighbour, await Moves.TablesAsync(world.House.Districts.Enter(new("linshui", "临水县"), "test")));
        Assert.True((await VerifyAsync(world, certificate, open)).Succeeded);
        Assert.Equal("CertificateForged", Assert.Single((await VerifyAsync(world, certificate, Keys().Open)).Refusals).Code);
        Assert.Contains("已换服务器", await File.ReadAllTextAsync(Path.ChangeExtension(certificate, ".txt")), StringComparison.Ordinal);
        await File.WriteAllTextAsync(certificate, (await File.ReadAllTextAsync(certificate)).Replace("沈立群", "别人", StringComparison.Ordinal));
        Assert.Equal("CertificateChanged", Assert.Single((await VerifyAsync(world, certificate, null)).Refusals).Code);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_deletion_that_was_broken_off_shows_and_is_finished_with_the_same_certificate(TestDatabase database)
    {
        await using var world = await Moves.NewAsync(database, database);
        await ArchiveAsync(world);
        var certificate = Path.Combine(TemporaryFolders.New("certificate"), "qinghe.json");
        Assert.True((await DeleteAsync(world, order => order with { Certificate = certificate, Backup = null, WithoutBackup = true })).Succeeded);
        var read = (await DeletionCertificate.ReadAsync(certificate, Ct)).Value;

        // As it lies when the machine stops after the namespace was dropped and before the files were.
        var file = Path.Combine(world.House.DataFolder, "files", "qinghe", read.Files[0][..2], read.Files[0]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "监理月报");
        var left = await VerifyAsync(world, certificate, null);
        var again = await DeleteAsync(world, order => order with { Certificate = certificate, Backup = null, WithoutBackup = true });

        Assert.Equal("DeletionFilesLeft", Assert.Single(left.Refusals).Code);
        Assert.Equal(read.Hash, again.Value.Hash);
        Assert.True((await VerifyAsync(world, certificate, null)).Succeeded);
        // A later district of the same code is another district: the old certificate neither names nor deletes it.
        await world.House.Districts.AddAsync("qinghe", "新青禾县", "test", Ct);
        Assert.True((await VerifyAsync(world, certificate, null)).Succeeded);
        Assert.Equal("CertificateThere", Assert.Single((await DeleteAsync(world, order => order with { Certificate = certificate, Backup = null, WithoutBackup = true })).Refusals).Code);
        Assert.Equal("新青禾县", Assert.Single(await world.House.Districts.ListAsync(Ct)).Name);
    }

    [Fact]
    public async Task Nothing_is_deleted_that_is_open_mistyped_without_a_word_or_without_a_good_backup()
    {
        await using var world = await Moves.NewAsync(TestDatabase.Sqlite, TestDatabase.Sqlite);
        await BackUpAsync(world);
        var other = Path.Combine(TemporaryFolders.New("other"), "other.backup");
        await using (var scope = world.House.Districts.Enter((await world.House.Districts.AddAsync("linshui", "临水县", "test", Ct)).Value, "test"))
            await BackupFile.WriteAsync(scope.ServiceProvider.GetRequiredService<TakeBackup>(), other, Ct);

        string[] open = [await CodeAsync(world, order => order), await CodeAsync(world, order => order with { Typed = "qinghe " })];
        world.House.Clock.Now += TimeSpan.FromMinutes(1);
        await ArchiveAsync(world);
        string[] archived =
        [
            await CodeAsync(world, order => order), await CodeAsync(world, order => order with { Why = " " }), await CodeAsync(world, order => order with { Backup = null }),
            await CodeAsync(world, order => order with { Backup = other }), await CodeAsync(world, order => order with { Backup = other + ".none" }),
        ];

        Assert.Equal(["DeletionNotArchived", "DeletionConfirm"], open);
        Assert.Equal(["DeletionBackupOld", "DeletionNeedsWhy", "DeletionNeedsBackup", "DeletionBackupOld", "BackupUnreadable"], archived);
        Assert.Contains("qinghe", (await world.House.Districts.ListAsync(Ct)).Select(card => card.Code));
    }

    private static async Task<string> CodeAsync(Moves world, Func<DeleteDistrict.Order, DeleteDistrict.Order> change) => Assert.Single((await DeleteAsync(world, change)).Refusals).Code;

    private static async Task<Outcome<DeletionCertificate>> DeleteAsync(Moves world, Func<DeleteDistrict.Order, DeleteDistrict.Order> change)
    {
        await using var scope = world.House.Enter();
        var order = new DeleteDistrict.Order("qinghe", "qinghe", "沈立群", "已换服务器", world.Backup, false, Path.Combine(TemporaryFolders.New("certificate"), "qinghe.json"));
        return await scope.ServiceProvider.GetRequiredService<DeleteDistrict>().RunAsync(change(order), Ct);
    }

    private static async Task<Outcome<DeletionCertificate>> VerifyAsync(Moves world, string certificate, string? key)
    {
        await using var scope = world.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<VerifyDeletion>().RunAsync(certificate, key, Ct);
    }

    private static async Task ArchiveAsync(Moves world)
    {
        await using var scope = world.House.Enter();
        await scope.ServiceProvider.GetRequiredService<ArchiveDistrict>().RunAsync("沈立群", "已换服务器", Ct);
    }

    private static async Task BackUpAsync(Moves world)
    {
        await using var scope = world.House.Enter();
        await BackupFile.WriteAsync(scope.ServiceProvider.GetRequiredService<TakeBackup>(), world.Backup, Ct);
    }

    private static (string Signing, string Open) Keys()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (key.ExportPkcs8PrivateKeyPem(), key.ExportSubjectPublicKeyInfoPem());
    }
}
