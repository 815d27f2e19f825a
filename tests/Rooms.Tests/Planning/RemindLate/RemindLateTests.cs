using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
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

    private static async Task<IReadOnlyList<string>> SentAsync(Acts acts, DateOnly today)
    {
        await using var scope = acts.House.Enter();
        return [.. (await scope.ServiceProvider.GetRequiredService<Remind>().RunAsync(today, Ct)).Select(sent => $"{sent.Kind} {sent.Title}")];
    }
}
