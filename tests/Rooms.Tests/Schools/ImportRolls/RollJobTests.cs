using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Platform.Jobs;
using Shuren.Schools.ImportRolls;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.ImportRolls;

/// <summary>A large file is looked at and imported behind its page: it can be watched, called off, killed and tried again, and is there once or not at all.</summary>
public sealed class RollJobTests
{
    private const string Brings = "chief-basic";
    private const int Pupils = 16_000;

    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly byte[] Large = PupilsCsv(Pupils);

    public static TheoryData<TestDatabase> Both => [TestDatabase.Sqlite, TestDatabase.PostgreSql];

    [Theory, MemberData(nameof(Both))]
    public async Task A_large_file_is_looked_at_and_imported_by_jobs_in_the_name_of_who_brought_it(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        var file = await BringAsync(world);

        var look = await StartAsync(world, file, isDryRun: true);
        Assert.True((await SeeAsync(world, look)).IsUnderWay);
        await RunDueAsync(world);
        var found = (await SeeAsync(world, look)).Run!;
        var write = await StartAsync(world, file, isDryRun: false);
        await RunDueAsync(world);
        var done = await SeeAsync(world, write);

        Assert.Equal((Pupils, Pupils, 0, 0), (found.Read, found.Added, found.Refused, found.Warned));
        Assert.Equal((JobState.Done, Pupils), (done.Job!.State, done.Run!.Added));
        Assert.Equal(Pupils, await world.CountAsync("select count(*) from schools_pupils p join schools_enrolments e on e.pupil_id = p.id where e.until is null"));
        Assert.Equal(done.Run.ImportId, Assert.Single(await world.HistoryAsync(Brings), one => one.Import.Roll == "pupils").Import.Id);
        Assert.Equal(1, await world.CountAsync("select count(*) from platform_processes where kind = 'schools.import-pupils' and actor_id is not null"));
        Assert.True((await world.UndoAsync(done.Run.ImportId!.Value, Brings)).Succeeded);
        Assert.Equal(0, await world.CountAsync("select count(*) from schools_pupils"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Called_off_in_the_middle_it_leaves_no_row(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        await RunDueAsync(world);
        var write = await StartAsync(world, await BringAsync(world), isDryRun: false);
        var working = await BeginAsync(world, write, Ct);

        await using (var scope = await world.House.EnterAsAsync(world.County.AccountId(Brings)))
            Assert.True((await scope.ServiceProvider.GetRequiredService<StopRun>().RunAsync(write, Ct)).Succeeded);
        await working;

        Assert.Equal(JobState.Cancelled, (await SeeAsync(world, write)).Job!.State);
        await NothingStandsAsync(world);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Killed_in_the_middle_and_tried_again_it_imports_once(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        await RunDueAsync(world);
        var write = await StartAsync(world, await BringAsync(world), isDryRun: false);
        using var stopping = new CancellationTokenSource();
        var working = await BeginAsync(world, write, stopping.Token);
        await stopping.CancelAsync();
        await working;
        await NothingStandsAsync(world);

        await RunDueAsync(world);
        // The node died after its commit and before it could say so.
        await world.CountAsync("update platform_jobs set state = 'Running', lease_until = '2020-01-01 00:00:00', ended_at = null where kind = 'schools.import-roll' returning 1");
        await RunDueAsync(world);

        var done = await SeeAsync(world, write);
        Assert.Equal((JobState.Done, 2, Pupils), (done.Job!.State, done.Job.Attempts, done.Run!.Added));
        Assert.Equal(Pupils, await world.CountAsync("select count(*) from schools_enrolments"));
        Assert.Equal(1, await world.CountAsync("select count(*) from platform_imports where roll = 'pupils'"));
    }

    [Fact]
    public async Task A_run_belongs_to_who_brought_the_file()
    {
        await using var world = await RollWorld.NewAsync(TestDatabase.Sqlite);
        var look = await StartAsync(world, await BringAsync(world), isDryRun: true);

        await using var scope = await world.House.EnterAsAsync(world.County.AccountId("staff-basic"));
        Assert.Null(await scope.ServiceProvider.GetRequiredService<SeeRun>().RunAsync(look, Ct));
        Assert.Equal("NotYours", (await scope.ServiceProvider.GetRequiredService<StopRun>().RunAsync(look, Ct)).Refusals[0].Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_that_ends_in_damage_leaves_no_row_of_those_before(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);

        var outcome = await world.TryAsync("pupils", [.. PupilsCsv(5_000), .. Encoding.UTF8.GetBytes("青禾县实验小学,\"没有配对的引号\n")], "名册.csv");

        Assert.Equal("RollFile", Assert.Single(outcome.Refusals).Code);
        await NothingStandsAsync(world);
    }

    private static byte[] PupilsCsv(int count)
    {
        var text = new StringBuilder("学校名称,姓名,身份证号,年级,班级\n");
        for (var at = 0; at < count; at++)
        {
            var born = new DateOnly(2017, 1, 1).AddDays(at / 1000).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"青禾县实验小学,学生{at:00000},{RollWorld.IdOf(at, born)},三年级,{at % 2 + 1}班\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static async Task<Guid> BringAsync(RollWorld world)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId(Brings));
        return (await scope.ServiceProvider.GetRequiredService<RollFile>().RunAsync(new MemoryStream(Large), "学生名册.csv", Ct)).Value;
    }

    private static async Task<Guid> StartAsync(RollWorld world, Guid file, bool isDryRun)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId(Brings));
        return (await scope.ServiceProvider.GetRequiredService<StartRoll>().RunAsync("pupils", file, isDryRun, Ct)).Value;
    }

    private static async Task<RunView> SeeAsync(RollWorld world, Guid run)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId(Brings));
        return (await scope.ServiceProvider.GetRequiredService<SeeRun>().RunAsync(run, Ct))!; // asked for by the same account
    }

    private static async Task RunDueAsync(RollWorld world)
    {
        await using var scope = world.House.Enter();
        await scope.ServiceProvider.GetRequiredService<JobRunner>().RunDueAsync(Ct);
    }

    /// <summary>Lets a node take the job and gives its work when rows have been written and not yet committed.</summary>
    private static async Task<Task> BeginAsync(RollWorld world, Guid run, CancellationToken stopping)
    {
        await using var scope = world.House.Enter();
        var (runner, live) = (scope.ServiceProvider.GetRequiredService<JobRunner>(), scope.ServiceProvider.GetRequiredService<LiveJobs>());
        var job = await runner.Queue.TakeAsync(TestHouse.Qinghe, runner.Node, Ct);
        Assert.Equal(run, job!.Id);
        var working = Task.Run(() => runner.Execution.RunAsync(TestHouse.Qinghe, job, stopping), Ct);
        while (live.Of(run) is null && !working.IsCompleted)
            await Task.Yield();
        return working;
    }

    private static async Task NothingStandsAsync(RollWorld world)
    {
        Assert.Equal(0, await world.CountAsync("select (select count(*) from schools_pupils) + (select count(*) from schools_enrolments)"));
        Assert.Equal(0, await world.CountAsync("select (select count(*) from platform_imports where roll = 'pupils') + (select count(*) from platform_import_runs)"));
        Assert.Equal(0, await world.CountAsync("select count(*) from platform_processes where kind = 'schools.import-pupils'"));
    }
}
