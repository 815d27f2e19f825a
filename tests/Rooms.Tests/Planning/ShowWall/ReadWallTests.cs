using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning;
using Shuren.Planning.Model;
using Shuren.Planning.ShowWall;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.ShowWall;

/// <summary>Every number on the wall against plain SQL; it is Wednesday, 15 April, and the third working day after it is Monday, the 20th.</summary>
public class ReadWallTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_numbers_are_what_the_tables_hold(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var large = await house.AddLargePlanAsync(county, 220);

        foreach (var plan in (Guid[])[large, county.Plan.Id])
        {
            var view = await ReadAsync(house, county, plan);

            var of = $"planning_tasks where {Of(database, "plan_id", plan)}";
            Assert.Equal(await house.CountAsync(of), view.Tasks);
            Assert.Equal(await house.CountAsync($"{of} and done_on is not null"), view.Of(TaskState.Done));
            Assert.Equal(await house.CountAsync($"{of} and done_on is null and due_on < '2026-04-15'"), view.Of(TaskState.Late));
            Assert.Equal(await house.CountAsync($"{of} and done_on is null and due_on >= '2026-04-15' and due_on <= '2026-04-20'"), view.Of(TaskState.DueSoon));
            Assert.Equal(await house.CountAsync($"{of} and done_on is null and (due_on is null or due_on > '2026-04-20') and percent > 0"), view.Of(TaskState.Going));
            Assert.Equal(await house.CountAsync($"{of} and done_on is null and (due_on is null or due_on > '2026-04-20') and percent = 0"), view.Of(TaskState.NotStarted));
            Assert.Equal(view.Of(TaskState.Late), view.Late.Count);
            Assert.Equal(await house.CountAsync($"{of} and done_on is null and due_on >= '2026-04-15'"), view.Next.Count);
            Assert.Equal(view.Next.OrderBy(task => task.DueOn).Select(task => task.DueOn), view.Next.Select(task => task.DueOn));
            Assert.Equal(await house.CountAsync($"planning_targets where {Of(database, "plan_id", plan)}"), view.Targets);
        }
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Each_task_counts_once_at_its_lead_or_at_nobody(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var plan = await house.AddLargePlanAsync(county, 220);

        var view = await ReadAsync(house, county, plan);

        Assert.Equal(view.Tasks, view.Loads.Sum(load => load.Done + load.Going + load.Late));
        Assert.Equal(view.Loads.Max(load => load.Late), view.Loads[0].Late);
        var nobodys = $"planning_tasks where {Of(database, "plan_id", plan)} and lead_unit_id is null";
        Assert.Equal((await house.CountAsync($"{nobodys} and done_on is not null"), await house.CountAsync($"{nobodys} and done_on is null and due_on < '2026-04-15'")),
            view.Loads.Where(load => load.Unit is null).Select(load => ((long)load.Done, (long)load.Late)).Single());
        var safety = $"planning_tasks where {Of(database, "plan_id", plan)} and {Of(database, "lead_unit_id", county.UnitId("安全科"))}";
        Assert.Equal((await house.CountAsync($"{safety} and done_on is not null"), await house.CountAsync($"{safety} and done_on is null and due_on < '2026-04-15'")),
            view.Loads.Where(load => load.Unit == "安全科").Select(load => ((long)load.Done, (long)load.Late)).Single());
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_is_furthest_from_its_goal_hangs_highest_and_the_unreported_nowhere(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var plan = await house.AddLargePlanAsync(county, 40);
        var targets = (await house.AllAsync<Target>()).Where(target => target.PlanId == plan).OrderBy(target => target.Position).ToList();
        // Goals of 10, 20 and 30: reached, short of it, and one that nobody reports.
        await house.WriteAsync(db => db.AddRange(
            new TargetValue { TargetId = targets[10].Id, On = new(2026, 4, 1), Value = 12, ReportedBy = "邱雪梅", At = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc) },
            new TargetValue { TargetId = targets[20].Id, On = new(2026, 4, 1), Value = 3, ReportedBy = "邱雪梅", At = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc) }));

        var view = await ReadAsync(house, county, plan);

        Assert.Equal([("指标20", TargetStanding.Short), ("指标10", TargetStanding.Reached)], view.Goals.Select(goal => (goal.Target.Indicator, goal.Standing)));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task It_hangs_also_where_nothing_is_planned_and_where_all_is_done(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        var empty = new WorkPlan { Kind = PlanKind.Own, Title = "还是空的", Bureau = "", Year = 2026, EndYear = 2026, ImportedAt = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc), ReviewedAt = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc) };
        var done = new WorkPlan { Kind = PlanKind.Own, Title = "都做完了", Bureau = "", Year = 2026, EndYear = 2026, ImportedAt = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc), ReviewedAt = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc) };
        var task = new WorkTask { PlanId = done.Id, Position = 0, Number = "1", Title = "唯一的任务", Text = "唯一的任务。", Origin = TaskOrigin.Added, LeadUnitId = site.County.UnitId("安全科"), DueOn = new(2026, 4, 1) };
        task.Advance(100, new(2026, 3, 1));
        await site.House.WriteAsync(db => db.AddRange(empty, done, task));
        using var office = await site.SignInAsync("office");

        await office.OpenAsync(PlanningLinks.Wall(empty.Id));
        Assert.Contains("0 / 0项已完成", office.Words);
        Assert.Contains("没有将要到期的任务", office.Words);
        await office.OpenAsync(PlanningLinks.Wall(done.Id));
        Assert.Contains("1 / 1项已完成", office.Words);
        Assert.DoesNotContain("唯一的任务", office.Words);
        // It looks again by itself also where no script runs.
        Assert.Equal("300", office.Page.QuerySelector("header[data-reload]")!.GetAttribute("data-reload"));
        Assert.Contains("http-equiv=\"refresh\" content=\"300\"", office.Page.Head!.QuerySelector("noscript")!.InnerHtml);
    }

    private static async Task<ReadWall.View> ReadAsync(TestHouse house, SmallCounty county, Guid plan)
    {
        await using var scope = await house.EnterAsAsync(county.AccountId("chief-basic"));
        return (await scope.ServiceProvider.GetRequiredService<ReadWall>().RunAsync(plan, CancellationToken.None))!;
    }

    // SQLite keeps ids as upper-case text.
    private static string Of(TestDatabase database, string column, Guid id) => database == TestDatabase.Sqlite ? $"upper({column}) = '{id.ToString().ToUpperInvariant()}'" : $"{column} = '{id}'";
}
