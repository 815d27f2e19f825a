using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shuren.Planning.Model;
using Shuren.Planning.RemindLate;
using Shuren.Testing;
using Remind = Shuren.Planning.RemindLate.RemindLate;

namespace Shuren.Rooms.Tests.Planning.RemindLate;

public class RemindLateTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Each_date_is_reminded_of_once_ahead_and_once_late(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);

        var first = await SentAsync(acts, new(2026, 4, 15));
        var again = await SentAsync(acts, new(2026, 4, 16));
        var later = await SentAsync(acts, new(2026, 4, 20));

        Assert.Equal(["ahead 两所在建园主体封顶", "ahead 开展校园消防安全排查", "late 制定中小学幼儿园布局规划", "late 形成初稿"], first.Order(StringComparer.Ordinal));
        Assert.Empty(again);
        Assert.Equal(["late 两所在建园主体封顶", "late 开展校园消防安全排查"], later.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_plan_that_is_not_out_reminds_nobody()
    {
        await using var acts = await Acts.InAsync(TestDatabase.Sqlite);

        Assert.Empty(await SentAsync(acts, new(2026, 4, 15)));
    }

    [Fact]
    public async Task The_daily_run_reminds_in_every_district_and_never_twice()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        await using var scope = acts.House.Enter();
        var daily = scope.ServiceProvider.GetServices<IHostedService>().OfType<DailyReminders>().Single();

        Assert.Equal(4, await daily.RunOnceAsync(Ct));
        Assert.Equal(0, await daily.RunOnceAsync(Ct));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Servers_that_run_at_the_same_moment_remind_of_each_date_once(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        await using var scope = acts.House.Enter();
        var daily = scope.ServiceProvider.GetServices<IHostedService>().OfType<DailyReminders>().Single();

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => daily.RunOnceAsync(Ct), Ct)));

        Assert.Equal(4, sent.Sum());
        Assert.Equal(4, await acts.House.CountAsync("planning_reminders"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_server_that_finds_a_date_reminded_of_between_its_look_and_its_word_says_only_the_rest(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        await using var scope = acts.House.Enter();
        var planning = scope.ServiceProvider.GetRequiredService<Shuren.Planning.PlanningDb>();
        scope.ServiceProvider.GetRequiredService<Shuren.Platform.Processes.Process>().Begin("test.remind");
        planning.Reminders.Add(SentReminder.Of(acts.Task("2.2").Id, null, Remind.Late, new(2026, 4, 13), acts.House.Clock.Now.UtcDateTime));
        var other = await SentAsync(acts, new(2026, 4, 15));

        // The second word on the same date meets the first one's key, whoever speaks it.
        await Assert.ThrowsAsync<DbUpdateException>(() => planning.SaveAsync(Ct));

        Assert.Equal(4, other.Count);
        Assert.Equal(4, await acts.House.CountAsync("planning_reminders"));
    }

    private static async Task<IReadOnlyList<string>> SentAsync(Acts acts, DateOnly today)
    {
        await using var scope = acts.House.Enter();
        return [.. (await scope.ServiceProvider.GetRequiredService<Remind>().RunAsync(today, Ct)).Select(sent => $"{sent.Kind} {sent.Title}")];
    }
}
