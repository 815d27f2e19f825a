using Shuren.Platform.Jobs;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Jobs;

/// <summary>Work that comes back by the clock.</summary>
public class RecurrenceTests
{
    [Theory]
    [InlineData("2026-04-15 06:59", "2026-04-14")]
    [InlineData("2026-04-15 07:00", "2026-04-15")]
    [InlineData("2026-04-15 23:59", "2026-04-15")]
    [InlineData("2026-01-01 00:10", "2025-12-31")]
    public void A_daily_run_is_due_from_its_time_on(string now, string due) =>
        Assert.Equal(DateOnly.Parse(due), Recurrence.Daily(7).LastDue(DateTime.Parse(now)));

    [Theory]
    [InlineData("2026-04-15 12:00", "2026-04-13")] // a Wednesday; the Monday before
    [InlineData("2026-04-13 07:29", "2026-04-06")]
    [InlineData("2026-04-13 07:30", "2026-04-13")]
    [InlineData("2026-04-19 23:00", "2026-04-13")] // a Sunday
    public void A_weekly_run_is_due_on_its_day(string now, string due) =>
        Assert.Equal(DateOnly.Parse(due), Recurrence.Weekly(DayOfWeek.Monday, 7, 30).LastDue(DateTime.Parse(now)));

    [Fact]
    public void The_next_run_is_a_day_or_a_week_after_the_last()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), Recurrence.Daily(7).UntilNext(DateTime.Parse("2026-04-15 06:59")));
        Assert.Equal(TimeSpan.FromDays(1), Recurrence.Daily(7).UntilNext(DateTime.Parse("2026-04-15 07:00")));
        Assert.Equal(TimeSpan.FromDays(7), Recurrence.Weekly(DayOfWeek.Monday, 7).UntilNext(DateTime.Parse("2026-04-13 07:00")));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_was_missed_for_a_week_is_made_up_for_once_and_by_one_node(TestDatabase database)
    {
        await using var world = await JobWorld.NewAsync(database);
        var (first, second) = (world.AddNode(), world.AddNode());
        await JobWorld.RunnerOf(first).RunDueAsync(CancellationToken.None);

        world.Clock.Now += TimeSpan.FromDays(7);
        await Task.WhenAll(JobWorld.RunnerOf(first).RunDueAsync(CancellationToken.None), JobWorld.RunnerOf(second).RunDueAsync(CancellationToken.None));

        var runs = await JobWorld.JobsAsync(first, SweepJobs.Kind);
        Assert.Equal(["platform.sweep/2026-04-15", "platform.sweep/2026-04-22"], runs.Select(run => run.Key));
        Assert.All(runs, run => Assert.Equal((JobState.Done, 1), (run.State, run.Attempts)));
    }

    [Fact]
    public async Task Old_jobs_go_and_failed_ones_stay()
    {
        await using var world = await JobWorld.NewAsync(TestDatabase.Sqlite);
        var node = world.AddNode();
        var done = await JobWorld.AskAsync(node, "x");
        await JobWorld.RunnerOf(node).RunDueAsync(CancellationToken.None);
        world.Work = (_, _) => Task.FromResult<Shuren.Kernel.Outcome<Shuren.Platform.Sentence>>(new Shuren.Kernel.Refusal("FileTooLarge", "", 50));
        var failed = await JobWorld.AskAsync(node, "y");
        await JobWorld.RunnerOf(node).RunDueAsync(CancellationToken.None);

        world.Clock.Now += SweepJobs.Kept + TimeSpan.FromDays(1);
        await JobWorld.RunnerOf(node).RunDueAsync(CancellationToken.None);

        var left = (await JobWorld.JobsAsync(node, "test.work")).Select(job => job.Id);
        Assert.Equal([failed], left);
        Assert.NotEqual(done, failed);
    }
}
