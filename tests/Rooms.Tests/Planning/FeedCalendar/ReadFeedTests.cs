using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.Model;
using Shuren.Planning.FeedCalendar;
using Shuren.Planning.Model;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.FeedCalendar;

public class ReadFeedTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_units_feed_holds_its_open_dates_and_keeps_their_uids(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        await house.PublishAsync(county.Plan.Id);
        var secret = await MadeAsync(house, county, "chief-finance", county.UnitId("规划财务科"));

        var read = CalendarReader.Read((await FedAsync(house, secret))!);

        var expected = county.Tasks.Where(task => task.Number is "2.1" or "2.2").Select(task => $"task-{task.Id:N}@shuren").Concat(county.Milestones.Select(step => $"milestone-{step.Id:N}@shuren"));
        Assert.Equal(expected.ToHashSet(), read.Parts.Select(part => part["UID"]).ToHashSet());
        house.Clock.GoTo(2026, 4, 20);
        Assert.Equal(read.Parts.Select(part => part["UID"]), CalendarReader.Read((await FedAsync(house, secret))!).Parts.Select(part => part["UID"]));
        Assert.DoesNotContain(secret, (await house.AllAsync<CalendarFeed>()).Select(feed => feed.SecretHash));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task An_address_is_dead_when_it_is_ended_or_its_holder_has_left(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var (ended, left) = (await MadeAsync(house, county, "director", null), await MadeAsync(house, county, "chief-basic", county.UnitId("基础教育科")));
        Assert.NotNull(await FedAsync(house, ended));
        Assert.NotNull(await FedAsync(house, left));

        await using (var scope = await house.EnterAsAsync(county.AccountId("director")))
        {
            var feed = Assert.Single(await scope.ServiceProvider.GetRequiredService<FindFeeds>().RunAsync(CancellationToken.None));
            Assert.True((await scope.ServiceProvider.GetRequiredService<EndFeed>().RunAsync(feed.Id, CancellationToken.None)).Succeeded);
        }
        await house.WriteAsync(db => db.Set<RoleHolding>().Single(holding => holding.AccountId == county.AccountId("chief-basic")).Until = new(2026, 4, 14));

        Assert.Null(await FedAsync(house, ended));
        Assert.Null(await FedAsync(house, left));
        Assert.Null(await FedAsync(house, "guess"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Nobody_makes_an_address_for_what_is_not_theirs_or_ends_anothers(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        await MadeAsync(house, county, "director", null);
        var feed = Assert.Single(await house.AllAsync<CalendarFeed>());
        await using var scope = await house.EnterAsAsync(county.AccountId("principal"));

        var create = scope.ServiceProvider.GetRequiredService<CreateFeed>();
        Assert.Equal("NotYours", (await create.RunAsync(null, CancellationToken.None)).Refusals.Single().Code);
        Assert.Equal("NotYours", (await create.RunAsync(county.UnitId("安全科"), CancellationToken.None)).Refusals.Single().Code);
        Assert.Equal("NotYours", (await scope.ServiceProvider.GetRequiredService<EndFeed>().RunAsync(feed.Id, CancellationToken.None)).Refusals.Single().Code);
    }

    private static async Task<string> MadeAsync(TestHouse house, SmallCounty county, string who, Guid? unit)
    {
        await using var scope = await house.EnterAsAsync(county.AccountId(who));
        return (await scope.ServiceProvider.GetRequiredService<CreateFeed>().RunAsync(unit, CancellationToken.None)).Value;
    }

    private static async Task<string?> FedAsync(TestHouse house, string secret)
    {
        await using var scope = house.Enter();
        return await scope.ServiceProvider.GetRequiredService<ReadFeed>().RunAsync(secret, "http://127.0.0.1/qinghe/", CancellationToken.None);
    }
}
