using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Jobs;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Jobs;

/// <summary>What becomes of one job: done, refused, tried again, given up, called off, taken over.</summary>
public class JobQueueTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_job_is_done_once_and_says_what_came_of_it(TestDatabase database)
    {
        await using var world = await JobWorld.NewAsync(database);
        var node = world.AddNode();
        var id = await JobWorld.AskAsync(node, "12");

        await JobWorld.RunnerOf(node).RunDueAsync(Ct);
        await JobWorld.RunnerOf(node).RunDueAsync(Ct);

        var job = await JobWorld.JobAsync(node, id);
        Assert.Equal((JobState.Done, 1, 100), (job.State, job.Attempts, job.Progress));
        Assert.Equal("""["JobsSwept","12","0"]""", job.Message);
    }

    [Fact]
    public async Task A_job_waits_for_its_time()
    {
        await using var world = await JobWorld.NewAsync(TestDatabase.Sqlite);
        var node = world.AddNode();
        var id = await JobWorld.AskAsync(node, "x", notBefore: world.Clock.Now.UtcDateTime.AddMinutes(5));

        await JobWorld.RunnerOf(node).RunDueAsync(Ct);
        Assert.Equal(JobState.Waiting, (await JobWorld.JobAsync(node, id)).State);
        world.Clock.Now += TimeSpan.FromMinutes(5);
        await JobWorld.RunnerOf(node).RunDueAsync(Ct);

        Assert.Equal(JobState.Done, (await JobWorld.JobAsync(node, id)).State);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_breaks_is_tried_again_later_and_in_the_end_waits_for_a_person(TestDatabase database)
    {
        await using var world = await JobWorld.NewAsync(database);
        world.Work = (_, _) => throw new TimeoutException("no answer");
        var node = world.AddNode();
        var id = await JobWorld.AskAsync(node, "x");

        var waits = new List<TimeSpan>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await JobWorld.RunnerOf(node).RunDueAsync(Ct);
            var next = (await JobWorld.JobAsync(node, id)).NextAt - world.Clock.Now.UtcDateTime;
            waits.Add(next);
            world.Clock.Now += next > TimeSpan.Zero ? next : TimeSpan.Zero;
        }

        var failed = await JobWorld.JobAsync(node, id);
        Assert.Equal((JobState.Failed, 3), (failed.State, failed.Attempts));
        Assert.Equal("JobNetworkAway", Sentence.Parse(failed.Message)!.Code);
        Assert.InRange(waits[0].TotalSeconds, 7.5, 12.5);
        Assert.InRange(waits[1].TotalSeconds, 15, 25);

        world.Work = (_, _) => Task.FromResult<Outcome<Sentence>>(new Sentence("JobWasDone"));
        Assert.True((await JobWorld.OrderAsync(node, desk => desk.TryAgainAsync(id, Ct))).Succeeded);
        await JobWorld.RunnerOf(node).RunDueAsync(Ct);
        Assert.Equal((JobState.Done, 1), ((await JobWorld.JobAsync(node, id)).State, (await JobWorld.JobAsync(node, id)).Attempts));
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        await using var world = await JobWorld.NewAsync(TestDatabase.Sqlite);
        world.Work = (_, _) => Task.FromResult<Outcome<Sentence>>(new Refusal("FileTooLarge", "", 50));
        var node = world.AddNode();
        var id = await JobWorld.AskAsync(node, "x");

        await JobWorld.RunnerOf(node).RunDueAsync(Ct);

        var job = await JobWorld.JobAsync(node, id);
        Assert.Equal((JobState.Failed, 1, """["FileTooLarge","50"]"""), (job.State, job.Attempts, job.Message));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_job_of_a_node_that_fell_silent_is_taken_over_after_its_lease_and_the_old_node_writes_nothing_more(TestDatabase database)
    {
        await using var world = await JobWorld.NewAsync(database);
        var (first, second) = (world.AddNode(), world.AddNode());
        var id = await JobWorld.AskAsync(first, "x");
        var (slow, quick) = (JobWorld.RunnerOf(first).Queue, JobWorld.RunnerOf(second).Queue);

        var held = (await slow.TakeAsync(JobWorld.District, "first", Ct))!;
        Assert.Null(await quick.TakeAsync(JobWorld.District, "second", Ct));
        world.Clock.Now += JobQueue.Lease + TimeSpan.FromSeconds(1);
        var taken = (await quick.TakeAsync(JobWorld.District, "second", Ct))!;

        Assert.Equal((id, held.Fence + 1, "second"), (taken.Id, taken.Fence, taken.Node));
        Assert.Null(await slow.RenewAsync(JobWorld.District, held, Ct));
        Assert.False(await slow.ReportAsync(JobWorld.District, held, 50, null, Ct));
        Assert.False(await slow.EndAsync(JobWorld.District, held, JobState.Failed, new("JobBroken", "late"), Ct));
        Assert.True(await quick.EndAsync(JobWorld.District, taken, JobState.Done, null, Ct));
        Assert.Equal(JobState.Done, (await JobWorld.JobAsync(first, id)).State);
    }

    [Fact]
    public async Task A_node_that_keeps_renewing_is_never_taken_over()
    {
        await using var world = await JobWorld.NewAsync(TestDatabase.Sqlite);
        var node = world.AddNode();
        await JobWorld.AskAsync(node, "x");
        var queue = JobWorld.RunnerOf(node).Queue;
        var held = (await queue.TakeAsync(JobWorld.District, "first", Ct))!;

        for (var beat = 0; beat < 5; beat++)
        {
            world.Clock.Now += JobQueue.Lease / 2;
            Assert.False(await queue.RenewAsync(JobWorld.District, held, Ct));
            Assert.Null(await queue.TakeAsync(JobWorld.District, "second", Ct));
        }
    }

    [Fact]
    public async Task A_job_that_kills_its_node_every_time_is_given_up_in_words()
    {
        await using var world = await JobWorld.NewAsync(TestDatabase.Sqlite);
        var node = world.AddNode();
        var id = await JobWorld.AskAsync(node, "x");

        for (var death = 0; death < 3; death++)
        {
            await JobWorld.RunnerOf(node).Queue.TakeAsync(JobWorld.District, "dies", Ct);
            world.Clock.Now += JobQueue.Lease * 2;
        }
        await JobWorld.RunnerOf(node).RunDueAsync(Ct);

        var job = await JobWorld.JobAsync(node, id);
        Assert.Equal((JobState.Failed, """["JobNodeDied"]"""), (job.State, job.Message));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_waiting_job_is_called_off_at_once_and_a_running_one_is_told(TestDatabase database)
    {
        await using var world = await JobWorld.NewAsync(database);
        var node = world.AddNode();
        var (waiting, running) = (await JobWorld.AskAsync(node, "a", notBefore: world.Clock.Now.UtcDateTime.AddHours(1)), await JobWorld.AskAsync(node, "b"));
        var queue = JobWorld.RunnerOf(node).Queue;
        var held = (await queue.TakeAsync(JobWorld.District, "node", Ct))!;

        Assert.True((await JobWorld.OrderAsync(node, desk => desk.CancelAsync(waiting, Ct))).Succeeded);
        Assert.True((await JobWorld.OrderAsync(node, desk => desk.CancelAsync(running, Ct))).Succeeded);

        Assert.Equal(JobState.Cancelled, (await JobWorld.JobAsync(node, waiting)).State);
        Assert.True(await queue.RenewAsync(JobWorld.District, held, Ct));
        Assert.Equal("JobEnded", (await JobWorld.OrderAsync(node, desk => desk.CancelAsync(waiting, Ct))).Refusals[0].Code);
        Assert.Equal("JobNotEnded", (await JobWorld.OrderAsync(node, desk => desk.TryAgainAsync(running, Ct))).Refusals[0].Code);
    }
}
