using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepGroups;
using Shuren.Organization.LinkSchools;
using Shuren.Organization.WatchSchools;
using Shuren.Planning.Model;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Rooms.Tests.Planning;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization.WatchSchools;

/// <summary>What an inspector and a leader find at home. In the small county only task 3.1 names schools: 实验小学 and 滨河实验学校 support it.</summary>
public class MySchoolsTests
{
    private static readonly string[] Zone = ["青禾县实验小学", "柳塘镇中心小学", "滨河实验学校"];
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task An_inspector_sees_the_schools_of_the_zone_with_their_tasks_and_steps(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        await LinkAsync(acts, Zone);
        Acts.Good(await acts.As<TakeDispatchStep, Outcome<Guid>>("office", act => act.RunAsync(acts.Task("3.1").Id, new(Rung.Reminder, "排查还没有报进展。"), Ct)));

        var part = Assert.Single((await ReadAsync(acts, "inspector"))!);

        Assert.Equal(("第一责任区", Zone.Length), (part.Zone, part.Schools.Count));
        Assert.Equal(Zone.ToHashSet(), part.Schools.Select(row => row.School.Name).ToHashSet());
        foreach (var row in part.Schools)
        {
            var names = row.School.Name != "柳塘镇中心小学";
            Assert.Equal(names ? 1 : 0, row.Known.Count(glance => glance.Words == "1项任务在办，0项逾期"));
            Assert.Equal(names ? 1 : 0, row.Pressing.Count(glance => glance.Words.StartsWith("催办：3.1 开展校园消防安全排查", StringComparison.Ordinal) && glance.Lamp == Lamp.Amber));
        }
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_task_whose_day_has_passed_is_named_and_red(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        await LinkAsync(acts, Zone);
        acts.House.Clock.Now += TimeSpan.FromDays(10);

        var row = (await ReadAsync(acts, "inspector"))!.Single().Schools.Single(row => row.School.Name == "滨河实验学校");

        Assert.Contains(row.Known, glance => glance.Words == "1项任务在办，1项逾期");
        Assert.Equal(Lamp.Red, Assert.Single(row.Pressing).Lamp);
        Assert.StartsWith("逾期：3.1", row.Pressing[0].Words);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Only_what_is_ones_own_today_is_shown(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);

        Assert.Empty((await ReadAsync(acts, "inspector"))!);
        Assert.Null(await ReadAsync(acts, "deputy"));
        Assert.Null(await ReadAsync(acts, "principal"));
        var link = await LinkAsync(acts, Zone);
        Acts.Good(await acts.As<SetLink, Outcome<Guid>>("office", act => act.RunAsync(SchoolLinkKind.Leader, acts.County.AccountId("deputy"), acts.County.UnitId("青禾县第一中学"), new(2026, 4, 1), Ct)));
        var led = Assert.Single((await ReadAsync(acts, "deputy"))!);
        Assert.Equal((null, "青禾县第一中学"), (led.Zone, Assert.Single(led.Schools).School.Name));
        Acts.Good(await acts.As<EndLink, Outcome<Done>>("office", act => act.RunAsync(link, new(2026, 4, 14), Ct)));
        Assert.Empty((await ReadAsync(acts, "inspector"))!);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Three_schools_cost_as_many_queries_as_one(TestDatabase database)
    {
        await using var one = await Acts.RunningAsync(database);
        await LinkAsync(one, ["滨河实验学校"]);
        await using var many = await Acts.RunningAsync(database);
        await LinkAsync(many, Zone);

        Assert.Equal(await CostAsync(one), await CostAsync(many));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_home_page_leads_to_pages_that_open(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.House.PublishAsync(site.County.Plan.Id);
        using var inspector = await site.SignInAsync("inspector");
        await inspector.OpenAsync("");
        Assert.Contains("还没有给您安排责任区", inspector.Words);
        await using (var scope = site.House.Enter())
            await LinkAsync(scope.ServiceProvider, site.County, Zone);

        await inspector.OpenAsync("");

        var rows = inspector.Page.QuerySelectorAll("main table tbody tr").ToList();
        Assert.Equal(Zone.ToHashSet(), rows.Select(row => row.QuerySelector("th")!.TextContent.Trim()).ToHashSet());
        var ways = rows.SelectMany(row => row.QuerySelectorAll("td a")).Select(way => way.GetAttribute("href")!).Distinct().ToList();
        Assert.NotEmpty(ways);
        foreach (var way in ways)
        {
            await inspector.OpenAsync(way);
            Assert.Equal(HttpStatusCode.OK, inspector.Status);
        }
    }

    private static Task<IReadOnlyList<ReadMySchools.Part>?> ReadAsync(Acts acts, string who) => acts.As<ReadMySchools, IReadOnlyList<ReadMySchools.Part>?>(who, read => read.RunAsync(Ct));

    private static Task<int> CostAsync(Acts acts) => acts.As<ReadMySchools, int>("inspector", async read =>
    {
        using var commands = new CommandCount();
        await read.RunAsync(Ct);
        return commands.Value;
    });

    private static async Task<Guid> LinkAsync(Acts acts, string[] schools)
    {
        await using var scope = acts.House.Enter();
        return await LinkAsync(scope.ServiceProvider, acts.County, schools);
    }

    private static async Task<Guid> LinkAsync(IServiceProvider services, SmallCounty county, string[] schools)
    {
        var zone = Acts.Good(await services.GetRequiredService<AddGroup>().RunAsync("第一责任区", SchoolGroupKind.Zone, new(2026, 1, 1), "划分责任区", Ct));
        Acts.Good(await services.GetRequiredService<SetMembers>().RunAsync(zone, [.. schools.Select(county.UnitId)], null, new(2026, 1, 1), "划分责任区", Ct));
        return Acts.Good(await services.GetRequiredService<SetLink>().RunAsync(SchoolLinkKind.Inspector, county.AccountId("inspector"), zone, new(2026, 1, 1), Ct));
    }
}
