using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning.Model;
using Shuren.Planning.RemindLate;
using Shuren.Planning.TellPeople;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
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

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_daily_run_reminds_and_tells_the_people_of_the_lead_and_never_twice(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        await using var scope = acts.House.Enter();
        var runner = scope.ServiceProvider.GetRequiredService<JobRunner>();

        await runner.RunDueAsync(Ct);
        await runner.RunDueAsync(Ct);
        acts.House.Clock.Now += TimeSpan.FromDays(1);
        await runner.RunDueAsync(Ct);

        Assert.Equal(4, await acts.Look(planning => planning.Reminders.CountAsync()));
        var told = await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Notice>()
            .Where(notice => notice.Kind == NewsKinds.Late || notice.Kind == NewsKinds.DueSoon).Select(notice => new { notice.AccountId, notice.Kind }).ToListAsync();
        var (finance, safety, basic) = (acts.County.AccountId("chief-finance"), acts.County.AccountId("chief-safety"), acts.County.AccountId("staff-basic"));
        Assert.Equal(2, told.Count(notice => notice.AccountId == finance && notice.Kind == NewsKinds.Late));
        Assert.Equal(1, told.Count(notice => notice.AccountId == safety && notice.Kind == NewsKinds.DueSoon));
        Assert.Equal(1, told.Count(notice => notice.AccountId == basic && notice.Kind == NewsKinds.DueSoon));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Servers_that_run_at_the_same_moment_remind_of_each_date_once(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        await using var scope = acts.House.Enter();
        var runner = scope.ServiceProvider.GetRequiredService<JobRunner>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => runner.RunDueAsync(Ct), Ct)));

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
