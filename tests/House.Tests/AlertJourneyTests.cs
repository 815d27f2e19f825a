using System.Net;
using AngleSharp.Dom;
using Shuren.Browser.Tests.EveryPage;
using Shuren.Testing;

namespace Shuren.House.Tests;

/// <summary>From an alert to its task and its silence, through the front door.</summary>
public class AlertJourneyTests
{
    private const string Indicator = "小学每百名学生拥有县级以上骨干教师数";

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task An_alert_is_silenced_with_a_reason_and_opens_one_task(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SampleIds.OfAsync(site);
        var office = await site.SignInAsync("office");
        await office.OpenAsync("indicators/alerts?rule=school_missed");
        var alert = Link(office, Indicator)!;

        await office.OpenAsync(alert);
        await office.OpenAsync(Link(office, "开任务")!);
        await office.SubmitAsync(new() { ["Form.Title"] = "补足骨干教师" }, "main form[method=post]");
        Assert.StartsWith("planning/tasks/", office.Path, StringComparison.Ordinal);
        Assert.Equal(alert, Link(office, "柳塘镇中心小学：" + Indicator));
        var task = office.Path;

        await office.OpenAsync(alert);
        Assert.Null(Link(office, "开任务"));
        Assert.Equal(task, Link(office, "补足骨干教师"));
        await office.OpenAsync(alert.Replace("indicators", "planning", StringComparison.Ordinal) + "/task");
        Assert.Contains("已经为这条预警开了任务", office.Words, StringComparison.Ordinal);

        await office.OpenAsync(alert + "/silence");
        await office.SubmitAsync(new() { ["Form.Scope"] = "this", ["Form.LastDay"] = "2026-04-01", ["Form.Why"] = "招聘中" }, "main form[method=post]");
        Assert.Contains("180天以内", office.Words, StringComparison.Ordinal);
        await office.SubmitAsync(new() { ["Form.Scope"] = "this", ["Form.LastDay"] = "2026-05-15", ["Form.Why"] = "招聘中" }, "main form[method=post]");
        Assert.Contains("静默到2026年5月15日", office.Words, StringComparison.Ordinal);
        var principal = await site.SignInAsync("principal");
        await principal.OpenAsync(alert);
        Assert.Equal(HttpStatusCode.NotFound, principal.Status);
    }

    private static string? Link(TestBrowser browser, string words) => browser.Page.QuerySelectorAll("main a").FirstOrDefault(link => string.Concat(link.TextContent.Where(letter => !char.IsWhiteSpace(letter) && letter != '\u2060')) == words)?.GetAttribute("href");
}
