using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Jobs;

/// <summary>Running nodes, as servers run them: they hear of work, share it, and leave it in order when they stop.</summary>
public class JobRunnerTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Two_jobs_that_write_the_same_row_at_the_same_moment_both_end_at_their_first_attempt(TestDatabase database)
    {
        await using var world = await JobWorld.NewAsync(database);
        var (first, second) = (world.AddNode(), world.AddNode());
        var (both, waiting, saves) = (new TaskCompletionSource(), 0, 0);
        world.Work = async (run, ct) =>
        {
            await using var scope = JobWorld.Enter(first);
            var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
            if (await db.Set<Notice>().AnyAsync(ct))
                return new Sentence("NoticeWasSent");
            // Both have looked and found nothing before either writes.
            if (Interlocked.Increment(ref waiting) == 2)
                both.SetResult();
            await both.Task;
            db.Add(new Notice { AccountId = Guid.Empty, Kind = "test", Subject = "test/thing/1", Day = new(2026, 4, 15), Title = "", Why = "", Href = "", At = DateTime.UnixEpoch, Hidden = false });
            await db.SaveAsync(ct);
            Interlocked.Increment(ref saves);
            return new Sentence("NoticeSent");
        };
        Guid[] jobs = [await JobWorld.AskAsync(first, "a"), await JobWorld.AskAsync(first, "b")];

        await Task.WhenAll(new[] { first, second }.Select(async node =>
        {
            if (await JobWorld.RunnerOf(node).Queue.TakeAsync(JobWorld.District, JobWorld.RunnerOf(node).Node, CancellationToken.None) is { } job)
                await JobWorld.RunnerOf(node).Execution.RunAsync(JobWorld.District, job, CancellationToken.None);
        }));

        Assert.Equal(1, saves);
        foreach (var id in jobs)
            Assert.Equal((JobState.Done, 1), await JobWorld.JobAsync(first, id) is var job ? (job.State, job.Attempts) : default);
    }

    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Two_nodes_on_one_database_do_every_job_once(TestDatabase database)
    {
        const int Jobs = 40;
        await using var world = await JobWorld.NewAsync(database);
        var done = Channel.CreateUnbounded<string>();
        world.Work = async (run, ct) =>
        {
            await done.Writer.WriteAsync(run.Arguments<string>(), ct);
            return new Sentence("JobWasDone");
        };
        var (first, second) = (world.AddNode(), world.AddNode());
        for (var job = 0; job < Jobs; job++)
            await JobWorld.AskAsync(first, $"{job:D2}");

        await JobWorld.RunnerOf(first).StartAsync(Ct);
        await JobWorld.RunnerOf(second).StartAsync(Ct);
        var seen = new List<string>();
        while (seen.Count < Jobs)
            seen.Add(await done.Reader.ReadAsync(Ct));
        await JobWorld.RunnerOf(first).StopAsync(Ct);
        await JobWorld.RunnerOf(second).StopAsync(Ct);

        Assert.Equal(Enumerable.Range(0, Jobs).Select(job => $"{job:D2}"), seen.Order(StringComparer.Ordinal));
        Assert.False(done.Reader.TryRead(out _));
        Assert.All(await JobWorld.JobsAsync(first, "test.work"), job => Assert.Equal((JobState.Done, 1), (job.State, job.Attempts)));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_node_that_stops_puts_back_what_it_has_not_finished_and_the_attempt_does_not_count(TestDatabase database)
    {
        await using var world = await JobWorld.NewAsync(database);
        var begun = new TaskCompletionSource();
        world.Work = async (_, ct) =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return new Sentence("JobWasDone");
        };
        var node = world.AddNode();
        var id = await JobWorld.AskAsync(node, "long");

        await JobWorld.RunnerOf(node).StartAsync(Ct);
        await begun.Task;
        await JobWorld.RunnerOf(node).StopAsync(Ct);

        var job = await JobWorld.JobAsync(node, id);
        Assert.Equal((JobState.Waiting, 0), (job.State, job.Attempts));
        Assert.Null(job.LeaseUntil);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_running_job_stops_when_a_person_calls_it_off(TestDatabase database)
    {
        await using var world = await JobWorld.NewAsync(database);
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        world.Work = async (run, ct) =>
        {
            await run.ReportAsync(40, new("JobWasDone"), ct);
            begun.TrySetResult();
            await using var _ = ct.Register(() => ended.TrySetResult());
            await Task.Delay(Timeout.Infinite, ct);
            return new Sentence("JobWasDone");
        };
        var node = world.AddNode();
        var id = await JobWorld.AskAsync(node, "long");

        await JobWorld.RunnerOf(node).StartAsync(Ct);
        await begun.Task;
        Assert.Equal(40, (await JobWorld.JobAsync(node, id)).Progress);
        Assert.True((await JobWorld.OrderAsync(node, desk => desk.CancelAsync(id, Ct))).Succeeded);
        await ended.Task;
        await JobWorld.RunnerOf(node).StopAsync(Ct);

        Assert.Equal(JobState.Cancelled, (await JobWorld.JobAsync(node, id)).State);
    }

    [Fact]
    public async Task Another_process_on_PostgreSQL_hears_of_new_work_without_looking()
    {
        await using var world = await JobWorld.NewAsync(TestDatabase.PostgreSql);
        var (asks, hears) = (world.AddNode(), world.AddNode());
        var ear = (IWakeUps)hears.GetService(typeof(IWakeUps))!;
        using var stop = new CancellationTokenSource();
        var listening = ear.ListenAsync(stop.Token);

        // LISTEN has begun when a first word comes through; what is said before it is nobody's loss.
        var heard = ear.Woken.ReadAsync(Ct).AsTask();
        while (!heard.IsCompleted)
        {
            await JobWorld.AskAsync(asks, "x");
            await Task.WhenAny(heard, Task.Delay(TimeSpan.FromMilliseconds(100), Ct));
        }
        await stop.CancelAsync();

        Assert.Equal("qinghe", await heard);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
    }

    [Fact]
    public async Task Reporting_without_the_lease_stops_the_work()
    {
        await using var world = await JobWorld.NewAsync(TestDatabase.Sqlite);
        var said = new ConcurrentQueue<string>();
        var (first, second) = (world.AddNode(), world.AddNode());
        world.Work = async (run, ct) =>
        {
            if (run.Attempt > 1)
                return new Sentence("JobWasDone");
            // The machine sleeps in the middle of the work; meanwhile another node takes over and finishes.
            world.Clock.Now += JobQueue.Lease * 2;
            await JobWorld.RunnerOf(second).RunDueAsync(ct);
            await run.ReportAsync(50, null, ct);
            said.Enqueue("went on");
            return new Sentence("JobWasDone");
        };
        var id = await JobWorld.AskAsync(first, "x");

        await JobWorld.RunnerOf(first).RunDueAsync(Ct);

        Assert.Empty(said);
        var job = await JobWorld.JobAsync(first, id);
        Assert.Equal((JobState.Done, 2, JobWorld.RunnerOf(second).Node), (job.State, job.Attempts, job.Node));
    }
}
