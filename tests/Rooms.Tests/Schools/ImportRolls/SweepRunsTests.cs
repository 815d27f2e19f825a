using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Exchange;
using Shuren.Schools.ImportRolls;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.ImportRolls;

/// <summary>What imports keep of people apart from the rolls goes; that they were, and how much they wrote, stays.</summary>
public sealed class SweepRunsTests
{
    private const string Brings = "chief-basic";
    private const string Clean = "学校名称,姓名,身份证号,年级,班级\n青禾县实验小学,王小明,999999201703050012,三年级,1班\n";
    private const string Faulty = "学校名称,姓名,身份证号,年级,班级\n青禾县实验小学,赵小红,999999201703050020,三年级,1班\n没有的学校,钱小强,999999201703050047,三年级,1班\n";

    private static readonly CancellationToken Ct = CancellationToken.None;

    public static TheoryData<TestDatabase> Both => [TestDatabase.Sqlite, TestDatabase.PostgreSql];

    [Theory, MemberData(nameof(Both))]
    public async Task Problems_and_file_go_thirty_days_after_the_last_run_and_the_run_stays(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        var file = await BringAsync(world, Faulty);
        var look = await RunAsync(world, file, isDryRun: true);
        world.House.Clock.Now += TimeSpan.FromDays(1);
        await RunAsync(world, file, isDryRun: false);

        world.House.Clock.Now += ImportRecord.Kept - TimeSpan.FromHours(1);
        Assert.Equal("0 0", await SweepAsync(world));
        Assert.Equal(2, await world.CountAsync("select count(*) from platform_import_runs where problems <> '[]' and heads <> '[]'"));
        world.House.Clock.Now += TimeSpan.FromHours(2);

        Assert.Equal("1 2", await SweepAsync(world));
        Assert.Equal("0 0", await SweepAsync(world));
        Assert.Equal(2, await world.CountAsync("select count(*) from platform_import_runs where problems = '[]' and heads = '[]' and swept_at is not null and refused = 1 and account_id is not null"));
        Assert.Equal(0, await world.CountAsync("select count(*) from platform_files where owner like 'schools/roll/%'"));
        Assert.Equal(1, await world.CountAsync("select count(*) from platform_imports where roll = 'pupils' and added = 1"));
        Assert.Equal(1, await world.CountAsync("select count(*) from platform_audit_entries a join platform_processes p on p.id = a.process_id where p.kind = 'schools.sweep-runs' and a.subject like 'platform/importsweep/%'"));
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId(Brings));
        Assert.NotNull((await scope.ServiceProvider.GetRequiredService<SeeRun>().RunAsync(look, Ct))!.Run!.SweptAt); // it was there before
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_left_nothing_to_mend_or_was_taken_back_goes_in_the_next_night(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        await RunAsync(world, await BringAsync(world, Clean), isDryRun: false);
        var faulty = await RunAsync(world, await BringAsync(world, Faulty), isDryRun: false);
        var changing = await RunAsync(world, await BringAsync(world, Clean.Replace("王小明", "王晓明", StringComparison.Ordinal)), isDryRun: false);
        var looked = await BringAsync(world, Faulty + "没有的学校,孙小美,999999201703050063,三年级,1班\n");
        await RunAsync(world, looked, isDryRun: true);

        Assert.Equal("2 2", await SweepAsync(world));
        Assert.Equal(1, await world.CountAsync("select count(*) from platform_import_befores"));
        Assert.True((await world.UndoAsync(await ImportOfAsync(world, changing), Brings)).Succeeded);
        Assert.True((await world.UndoAsync(await ImportOfAsync(world, faulty), Brings)).Succeeded);
        Assert.Equal("1 1", await SweepAsync(world));

        Assert.Equal(0, await world.CountAsync("select count(*) from platform_import_befores"));
        Assert.Equal(1, await world.CountAsync("select count(*) from platform_files where owner like 'schools/roll/%'"));
        Assert.Equal(1, await world.CountAsync("select count(*) from platform_import_runs where problems <> '[]' and swept_at is null"));
        Assert.Equal(1, await world.CountAsync("select count(*) from schools_pupils where name = '王小明'"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_that_a_job_is_at_stays(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        var file = await BringAsync(world, Clean + new string('\n', (int)StartRoll.MostAtOnce));
        world.House.Clock.Now += ImportRecord.Kept + TimeSpan.FromDays(1);
        await RunAsync(world, file, isDryRun: true);

        Assert.Equal("0 0", await SweepAsync(world));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_import_can_be_taken_back_for_thirty_days(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        var import = (await world.ImportAsync("pupils", Clean)).Import!.Value;
        var changed = (await world.ImportAsync("pupils", Clean.Replace("王小明", "王晓明", StringComparison.Ordinal))).Import!.Value;

        world.House.Clock.Now += ImportRecord.Kept - TimeSpan.FromMinutes(1);
        Assert.Equal("0 0", await SweepAsync(world));
        Assert.True((await world.UndoAsync(changed)).Succeeded);
        world.House.Clock.Now += TimeSpan.FromMinutes(2);

        Assert.Equal("ImportTooOld", (await world.UndoAsync(import)).Refusals[0].Code);
    }

    private static async Task<Guid> BringAsync(RollWorld world, string csv)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId(Brings));
        return (await scope.ServiceProvider.GetRequiredService<RollFile>().RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "名册.csv", Ct)).Value;
    }

    private static async Task<Guid> RunAsync(RollWorld world, Guid file, bool isDryRun)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId(Brings));
        return (await scope.ServiceProvider.GetRequiredService<StartRoll>().RunAsync("pupils", file, isDryRun, Ct)).Value;
    }

    private static async Task<Guid> ImportOfAsync(RollWorld world, Guid run)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId(Brings));
        return (await scope.ServiceProvider.GetRequiredService<SeeRun>().RunAsync(run, Ct))!.Run!.ImportId!.Value; // it was imported by the same account
    }

    /// <summary>Files and runs that one night took.</summary>
    private static async Task<string> SweepAsync(RollWorld world)
    {
        await using var scope = world.House.Enter();
        var said = (await scope.ServiceProvider.GetRequiredService<SweepRuns>().RunAsync(null!, Ct)).Value.Args; // it reports no progress
        return $"{said[0]} {said[1]}";
    }
}
