using System.Net;
using Shuren.Documents.Workbooks;
using Shuren.Planning.Model;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.ViewPlan;

/// <summary>Every page through its door, by role.</summary>
public class PagesTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Every_page_opens_for_the_office_with_and_without_content(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        var empty = new WorkPlan { Kind = PlanKind.Own, Title = "还是空的", Bureau = "", Year = 2026, EndYear = 2028, ImportedAt = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc), ReviewedAt = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc) };
        await site.House.WriteAsync(db => db.Add(empty));
        using var office = await site.SignInAsync("office");
        string[] views = ["", "/tasks", "/matrix", "/targets", "/timeline", "/board", "/calendar", "/print", "/tasks/excel"];
        string[] pages = ["planning", "planning/mine", "planning/calendar", "planning/compare", $"planning/units/{site.County.UnitId("基础教育科"):N}", .. site.County.Tasks.Select(task => $"planning/tasks/{task.Id:N}")];

        foreach (var page in pages.Concat(views.Select(view => $"planning/plans/{site.County.Plan.Id:N}{view}")).Concat(views.Select(view => $"planning/plans/{empty.Id:N}{view}")))
        {
            await office.OpenAsync(page);
            Assert.True(office.Status == HttpStatusCode.OK, $"{page}: {office.Status} {office.Words}");
            Assert.Single(office.Page.QuerySelectorAll("h1"));
        }
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task An_export_holds_exactly_the_filtered_list(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        using var chief = await site.SignInAsync("chief-basic");
        var plan = $"planning/plans/{site.County.Plan.Id:N}";
        await chief.OpenAsync($"{plan}/tasks?lead={site.County.UnitId("安全科"):N}&sort=due");
        var shown = chief.Page.QuerySelectorAll("table tbody th").Select(cell => cell.TextContent.Trim()).ToList();
        var export = chief.Page.QuerySelectorAll("a[href*='tasks.xlsx']").Single().GetAttribute("href")!;

        using var file = new MemoryStream(await chief.FetchAsync(export));

        var sheet = WorkbookReader.Read(file, "x.xlsx").Sheets[0];
        var head = HeaderMap.Find(sheet, [new("task", ["任务"]), new("lead", ["牵头单位"])]);
        Assert.Equal(["签订安全责任书", "开展校园消防安全排查", "落实校园防欺凌机制"], shown);
        Assert.Equal(shown, head.RowsOf(sheet).Select(row => head.Cell(row, "task").Text));
        foreach (var other in (string[])["matrix.xlsx", "targets.xlsx", "breakdown.xlsx", "breakdown.docx"])
        {
            Assert.NotEmpty(await chief.FetchAsync($"{plan}/{other}"));
            Assert.Equal(HttpStatusCode.OK, chief.Status);
        }
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Who_may_not_sees_nothing(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        var plan = $"planning/plans/{site.County.Plan.Id:N}";
        string[] doors = ["planning", "planning/mine", plan, $"{plan}/tasks", $"{plan}/tasks.xlsx", $"{plan}/breakdown.docx", $"planning/tasks/{site.County.Tasks[0].Id:N}", "planning/compare"];
        using var visitor = site.Visitor();
        using var admin = await site.SignInAsync("system");
        foreach (var door in doors)
        {
            await visitor.OpenAsync(door);
            Assert.StartsWith("sign-in", visitor.Path);
            await admin.OpenAsync(door);
            Assert.DoesNotContain("健全中小学校", admin.Page.DocumentElement.OuterHtml);
            Assert.StartsWith("no-right", admin.Path);
        }
        using var principal = await site.SignInAsync("principal");
        await principal.OpenAsync(plan);
        Assert.Equal(HttpStatusCode.NotFound, principal.Status);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_calendar_address_is_made_read_without_sign_in_and_ended(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.House.PublishAsync(site.County.Plan.Id);
        using var chief = await site.SignInAsync("chief-finance");
        await chief.OpenAsync("planning/calendar");
        await chief.SubmitAsync(new() { ["Unit"] = site.County.UnitId("规划财务科").ToString("N") });
        var address = new Uri(chief.Page.QuerySelector("code")!.TextContent);
        using var visitor = site.Visitor();

        var calendar = System.Text.Encoding.UTF8.GetString(await visitor.FetchAsync(site.Address.MakeRelativeUri(address).ToString()));
        await chief.OpenAsync("planning/calendar");
        await chief.SubmitAsync(new() { ["End"] = chief.Page.QuerySelector("input[name=End]")!.GetAttribute("value")! });
        await visitor.FetchAsync(site.Address.MakeRelativeUri(address).ToString());

        Assert.Equal(5, FeedCalendar.CalendarReader.Read(calendar).Parts.Count);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }
}
