using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Data.Keeping;
using Shuren.Platform.Districts;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Districts;

/// <summary>A district that moves is there whole before it is not here, whatever breaks the move off.</summary>
public class MoveTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite, TestDatabase.PostgreSql)]
    [InlineData(TestDatabase.PostgreSql, TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql, TestDatabase.PostgreSql)]
    public async Task Every_row_and_file_arrives_the_new_place_is_written_and_the_old_one_only_read(TestDatabase from, TestDatabase to)
    {
        await using var world = await Moves.NewAsync(from, to);

        var moved = await world.RunAsync();

        Assert.True(moved.Succeeded, moved.Succeeded ? "" : $"{moved.Refusals[0].Code} {string.Join(' ', moved.Refusals[0].Args)}");
        var (here, there) = (await Moves.TablesAsync(world.House.Enter()), await Moves.TablesAsync(world.EnterThere()));
        // What the move itself wrote on either side: the archive's end, its act and its seal.
        Assert.Equal(["platform_audit_blocks", "platform_audit_entries", "platform_audit_heads", "platform_district_archives", "platform_processes"], here.Where(table => table.Value != there[table.Key]).Select(table => table.Key).Order());
        await Moves.WriteAsync(world.EnterThere(), "搬家之后");
        var old = await Assert.ThrowsAsync<DistrictArchivedException>(() => Moves.WriteAsync(world.House.Enter(), "还在老地方"));
        Assert.True(old.State.HasMoved);
        await using var scope = world.EnterThere();
        Assert.True((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], Ct)).Ok);
        var file = await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<StoredFile>().SingleAsync(one => one.Name == "月报.txt");
        using var content = new StreamReader(scope.ServiceProvider.GetRequiredService<FileStore>().Open(file));
        Assert.Equal("监理月报", await content.ReadToEndAsync());
        await using var reopening = world.House.Enter();
        Assert.Equal("DistrictHasMoved", Assert.Single((await reopening.ServiceProvider.GetRequiredService<ReopenDistrict>().RunAsync("test", "回来", Ct)).Refusals).Code);
        Assert.Equal("DistrictHasMoved", Assert.Single((await world.RunAsync()).Refusals).Code);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite, TestDatabase.PostgreSql)]
    [InlineData(TestDatabase.PostgreSql, TestDatabase.Sqlite)]
    public async Task A_move_that_was_broken_off_at_any_point_goes_on_when_it_is_ordered_again(TestDatabase from, TestDatabase to)
    {
        await using var world = await Moves.NewAsync(from, to);

        // Broken off while the backup is written: the district is closed, nothing is there.
        await Assert.ThrowsAnyAsync<Exception>(() => world.RunAsync(backupTo: Directory.CreateDirectory(world.Backup + ".taken").FullName));
        await Assert.ThrowsAsync<DistrictArchivedException>(() => Moves.WriteAsync(world.House.Enter(), "迁移中"));
        // Broken off when everything was restored and nothing opened.
        await using (var scope = world.House.Enter())
            await BackupFile.WriteAsync(scope.ServiceProvider.GetRequiredService<TakeBackup>(), world.Backup, Ct);
        Assert.True((await world.There.GetRequiredService<RestoreBackup>().RunAsync(world.Backup, "qinghe", Ct)).Succeeded);
        await Assert.ThrowsAsync<DistrictArchivedException>(() => Moves.WriteAsync(world.EnterThere(), "还没有开门"));
        Assert.True((await world.RunAsync()).Succeeded);
        // Broken off when it had been opened there and not yet marked here: what was written there meanwhile stays.
        await Moves.WriteAsync(world.EnterThere(), "在新地方写的");
        await using (var scope = world.House.Enter())
            await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<DistrictArchive>().ExecuteUpdateAsync(set => set.SetProperty(archive => archive.ArrivedAt, (DateTime?)null));
        Assert.True((await world.RunAsync()).Succeeded);

        await using var reading = world.EnterThere();
        Assert.Equal(1, await reading.ServiceProvider.GetRequiredService<ShurenDb>().Set<UnitDuty>().CountAsync(duty => duty.Phrase == "在新地方写的"));
        Assert.True((await reading.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], Ct)).Ok);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Nothing_is_moved_onto_itself_or_onto_what_is_there(TestDatabase database)
    {
        await using var world = await Moves.NewAsync(database, database);
        await using var itself = Moves.Place(world.House.Location);
        await using (var other = world.There.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope())
            await other.ServiceProvider.GetRequiredService<DistrictDirectory>().AddAsync("qinghe", "另一个青禾县", "test", Ct);

        var onto = await world.RunAsync(itself);
        var taken = await world.RunAsync();

        Assert.Equal(("MovePlaceBusy", "MovePlaceTaken"), (Assert.Single(onto.Refusals).Code, Assert.Single(taken.Refusals).Code));
        await Moves.WriteAsync(world.House.Enter(), "什么都没有变");
        Assert.Equal("另一个青禾县", Assert.Single(await world.There.GetRequiredService<DistrictDirectory>().ListAsync(Ct)).Name);
    }
}
