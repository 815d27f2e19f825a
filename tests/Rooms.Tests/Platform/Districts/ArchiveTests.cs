using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;
using Shuren.Rooms.Tests.Platform.Jobs;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Districts;

/// <summary>An archived district is read by everybody and written by nobody.</summary>
public class ArchiveTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_is_archived_refuses_every_act_keeps_its_looks_and_opens_again(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);

        Assert.True((await ArchiveAsync(house, "并入石桥县")).Succeeded);
        var refused = await Assert.ThrowsAsync<DistrictArchivedException>(() => RenameAsync(house, "办公室", "改名"));
        await LookAsync(house);

        Assert.Equal(("并入石桥县", null, false), (refused.State.Why, refused.State.MovesTo, refused.State.HasMoved));
        Assert.Equal("ArchiveThere", Assert.Single((await ArchiveAsync(house, "又一次")).Refusals).Code);
        Assert.Equal("并入石桥县", Assert.Single(await house.Districts.ListAsync(Ct)).Archive?.Why);
        await using (var scope = house.Enter())
            Assert.True((await scope.ServiceProvider.GetRequiredService<ReopenDistrict>().RunAsync("沈立群", "并入取消", Ct)).Succeeded);
        await RenameAsync(house, "办公室", "党政办公室");
        Assert.Null(Assert.Single(await house.Districts.ListAsync(Ct)).Archive);
        Assert.Equal(["platform.archive-district 并入石桥县", "test.look 核对", "platform.reopen-district 并入取消", "test.rename "], await ActsAsync(house, 4));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Of_those_who_write_while_it_is_archived_none_comes_after_it(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var writers = Enumerable.Range(0, 6).Select(writer => Task.Run(() => WriteUntilRefusedAsync(house, writer))).ToList();

        await ArchiveAsync(house, "年终归档");
        var written = (await Task.WhenAll(writers)).Sum();

        Assert.Equal(["platform.archive-district 年终归档"], await ActsAsync(house, 1));
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        Assert.Equal(written, await db.Processes.CountAsync(act => act.Kind == "test.write"));
        Assert.Equal(written, await db.Set<UnitDuty>().CountAsync(duty => duty.Phrase.StartsWith("归档前")));
        Assert.True((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], Ct)).Ok);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Its_jobs_rest_until_it_is_opened_again(TestDatabase database)
    {
        await using var world = await JobWorld.NewAsync(database);
        var node = world.AddNode();
        var id = await JobWorld.AskAsync(node, "12");

        await using (var scope = JobWorld.Enter(node))
            await scope.ServiceProvider.GetRequiredService<ArchiveDistrict>().RunAsync("test", "放假", Ct);
        var done = await JobWorld.RunnerOf(node).RunDueAsync(Ct);

        Assert.Equal((0, JobState.Waiting), (done, (await JobWorld.JobAsync(node, id)).State));
        await using (var scope = JobWorld.Enter(node))
            await scope.ServiceProvider.GetRequiredService<ReopenDistrict>().RunAsync("test", "开学", Ct);
        await JobWorld.RunnerOf(node).RunDueAsync(Ct);
        Assert.Equal(JobState.Done, (await JobWorld.JobAsync(node, id)).State);
    }

    private static async Task<Outcome<Guid>> ArchiveAsync(TestHouse house, string why)
    {
        await using var scope = house.Enter();
        return await scope.ServiceProvider.GetRequiredService<ArchiveDistrict>().RunAsync("沈立群", why, Ct);
    }

    private static async Task RenameAsync(TestHouse house, string from, string to)
    {
        await using var scope = house.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.rename");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        db.UpdateSet(db.Set<Unit>().Where(unit => unit.Name == from), set => set.SetProperty(unit => unit.Name, to));
        await db.SaveAsync(Ct);
    }

    private static async Task LookAsync(TestHouse house)
    {
        await using var scope = house.Enter();
        await scope.ServiceProvider.GetRequiredService<Looks>().RecordAsync("test.look", "核对", [new Ref("organization", "account", Guid.CreateVersion7())], [], Ct);
    }

    private static async Task<int> WriteUntilRefusedAsync(TestHouse house, int writer)
    {
        for (var written = 0; ; written++)
        {
            await using var scope = house.Enter();
            scope.ServiceProvider.GetRequiredService<Process>().Begin("test.write");
            var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
            var unit = await db.Set<Unit>().Select(row => row.Id).FirstAsync();
            db.Add(new UnitDuty { UnitId = unit, Position = written, Phrase = $"归档前{writer}/{written}" });
            try
            {
                await db.SaveAsync(Ct);
            }
            catch (DistrictArchivedException)
            {
                return written;
            }
        }
    }

    /// <summary>The last acts in the order of the chain.</summary>
    private static async Task<List<string>> ActsAsync(TestHouse house, int last)
    {
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var acts = await (from block in db.Set<AuditBlock>() join act in db.Processes on block.ProcessId equals act.Id orderby block.Number descending select act.Kind + " " + act.Why).Take(last).ToListAsync();
        acts.Reverse();
        return acts;
    }
}
