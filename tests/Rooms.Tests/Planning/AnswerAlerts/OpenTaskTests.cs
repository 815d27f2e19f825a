using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Indicators;
using Shuren.Indicators.Model;
using Shuren.Indicators.WatchReadings;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Planning;
using Shuren.Planning.AnswerAlerts;
using Shuren.Planning.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Thread;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.AnswerAlerts;

/// <summary>An alert opens one task, tied to it, however often and by however many it is pressed.</summary>
public class OpenTaskTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_second_click_gives_the_task_that_is_there(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        var (county, alert) = await WorldAsync(house);

        var first = await OpenAsync(house, county.AccountId("office"), alert, Asked(county));
        var second = await OpenAsync(house, county.AccountId("deputy"), alert, Asked(county) with { Title = "另一个" });

        Assert.Equal(first.Value, second.Value);
        await using var scope = await house.EnterAsAsync(county.AccountId("office"));
        var task = await scope.ServiceProvider.GetRequiredService<PlanningDb>().Tasks.AsNoTracking().SingleAsync(row => row.Origin == TaskOrigin.Alert);
        Assert.Equal((first.Value, "补齐高学历教师", county.UnitId("基础教育科"), false), (task.Id, task.Title, task.LeadUnitId, task.IsPublic));
        var tie = Assert.Single(await scope.ServiceProvider.GetRequiredService<ThreadReader>().OfAsync(AlertRefs.Alert(alert), CancellationToken.None));
        Assert.Equal((ThreadRelation.Raises, PlanningRefs.Task(first.Value).ToString()), (tie.Relation, tie.ToRef));
        Assert.Contains("青禾县实验小学", tie.FromTitle, StringComparison.Ordinal);
        Assert.Empty(await scope.ServiceProvider.GetServices<IAlertAnswers>().OfType<AlertTaskAnswer>().Single().OfAsync(alert, CancellationToken.None));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Four_at_the_same_moment_open_one(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        var (county, alert) = await WorldAsync(house);

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(at => Task.Run(() => OpenAsync(house, county.AccountId(at % 2 == 0 ? "office" : "director"), alert, Asked(county)))));

        Assert.Single(all.Select(outcome => outcome.Value).Distinct());
        await using var scope = house.Enter();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<PlanningDb>().Tasks.CountAsync(row => row.Origin == TaskOrigin.Alert));
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<ThreadLink>().CountAsync());
    }

    [Fact]
    public async Task Who_does_not_press_on_plans_and_what_is_wrong_are_refused()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        var (county, alert) = await WorldAsync(house, publish: false);

        Assert.Equal("NotYours", Codes(await OpenAsync(house, county.AccountId("chief-basic"), alert, Asked(county))));
        Assert.Equal("AlertNotThere", Codes(await OpenAsync(house, county.AccountId("office"), Guid.CreateVersion7(), Asked(county))));
        Assert.Equal("AlertPlan", Codes(await OpenAsync(house, county.AccountId("office"), alert, Asked(county))));
        await house.PublishAsync(county.Plan.Id);
        Assert.Equal("TitleForm TaskTextForm UnitUnknown DecisionDuePast", Codes(await OpenAsync(house, county.AccountId("office"), alert, new(county.Plan.Id, " ", "", Guid.Empty, new(2026, 4, 14)))));
        await house.WriteAsync(db => db.Set<Alert>().Single(row => row.Id == alert).Vanish(new(2026, 4, 15)));
        Assert.Equal("AlertNotFiring", Codes(await OpenAsync(house, county.AccountId("office"), alert, Asked(county))));
    }

    private static TaskForAlert Asked(SmallCounty county) => new(county.Plan.Id, "补齐高学历教师", "为实验小学补充本科以上学历教师。", county.UnitId("基础教育科"), new(2026, 5, 20));

    private static async Task<(SmallCounty County, Guid Alert)> WorldAsync(TestHouse house, bool publish = true)
    {
        var county = await SmallCounty.InAsync(house);
        if (publish)
            await house.PublishAsync(county.Plan.Id);
        await using var scope = house.Enter();
        var rule = scope.ServiceProvider.GetRequiredService<AlertBook>().Find("school_missed")! with { For = 0 };
        var alert = new Alert { Rule = rule.Code, Subject = "R1_primary", UnitId = county.UnitId("青禾县实验小学"), Since = new(2026, 4, 1) };
        alert.Take(new(Finding.Bad, 3, 4.2), new(2026, 4, 1), new(rule, new AlertCalendar(WorkingCalendar.WithoutHolidays, new Dictionary<int, Shuren.Contracts.Organization.SchoolYearCard>())));
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        db.Add(alert);
        await db.SaveAsync(CancellationToken.None);
        return (county, alert.Id);
    }

    private static async Task<Outcome<Guid>> OpenAsync(TestHouse house, Guid account, Guid alert, TaskForAlert asked)
    {
        await using var scope = await house.EnterAsAsync(account);
        return await scope.ServiceProvider.GetRequiredService<OpenTask>().RunAsync(alert, asked, CancellationToken.None);
    }

    private static string Codes(Outcome<Guid> outcome) => string.Join(' ', outcome.Refusals.Select(refusal => refusal.Code));
}
