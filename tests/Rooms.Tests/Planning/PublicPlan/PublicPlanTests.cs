using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning.Model;
using Shuren.Planning.PublicPlan;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.PublicPlan;

public class PublicPlanTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Citizens_see_public_items_and_no_person_and_nothing_else(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        var hidden = site.County.Tasks[3].Id;
        await site.House.WriteAsync(db =>
        {
            db.Set<WorkTask>().Single(task => task.Id == hidden).IsPublic = false;
            foreach (var task in db.Set<WorkTask>())
                task.AccountableId = site.County.AccountId("chief-basic");
            db.Add(new ProgressReport { TaskId = site.County.Tasks[2].Id, UnitId = site.County.UnitId("基础教育科"), On = new(2026, 4, 9), Percent = 40, Words = "内部情况", ById = null, By = "邱雪梅", At = new(2026, 4, 9, 0, 0, 0, DateTimeKind.Utc) });
        });
        using var visitor = site.Visitor();
        await visitor.OpenAsync($"public/{site.County.Plan.Id:N}");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);

        await site.House.PublishAsync(site.County.Plan.Id);
        await visitor.OpenAsync("public");

        Assert.Equal((HttpStatusCode.OK, $"public/{site.County.Plan.Id:N}"), (visitor.Status, visitor.Path));
        Assert.Equal(7, visitor.Page.QuerySelectorAll(".promise > li").Length);
        Assert.DoesNotContain("制定中小学幼儿园布局规划", visitor.Words);
        Assert.Contains("基础教育科负责", visitor.Words);
        foreach (var secret in (string[])["邱雪梅", "沈立群", "周晓岚", "内部情况"])
            Assert.DoesNotContain(secret, visitor.Page.DocumentElement.OuterHtml);
        Assert.NotEmpty(await visitor.FetchAsync($"public/{site.County.Plan.Id:N}/progress.xlsx"));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_value_of_a_report_counts_when_it_is_confirmed(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        await house.PublishAsync(county.Plan.Id);
        var report = new ProgressReport { TaskId = county.Tasks[2].Id, UnitId = county.UnitId("基础教育科"), On = new(2026, 4, 9), Percent = 40, Words = "进展", ById = null, By = "邱雪梅", At = new(2026, 4, 9, 0, 0, 0, DateTimeKind.Utc) };
        await house.WriteAsync(db => db.AddRange(report, new TargetValue { TargetId = county.Targets[0].Id, On = new(2026, 4, 9), Value = 55.4, ReportId = report.Id, ReportedBy = "邱雪梅", At = report.At }));
        Assert.Null(await ValueAsync(house, county));

        await house.WriteAsync(db => db.Add(new ReportConfirmation { ReportId = report.Id, Accepted = true, By = "邱雪梅", At = report.At }));

        Assert.Equal(55.4, await ValueAsync(house, county));
    }

    private static async Task<double?> ValueAsync(TestHouse house, SmallCounty county)
    {
        await using var scope = house.Enter();
        var view = await scope.ServiceProvider.GetRequiredService<ReadPublicPlan>().RunAsync(county.Plan.Id, CancellationToken.None);
        return view!.Items.Single(item => item.Number == "2.1").Goals[0].Target.Last?.Value;
    }
}
