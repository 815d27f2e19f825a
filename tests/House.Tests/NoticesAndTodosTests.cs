using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.House.Tests;

/// <summary>Jobs, notices and shared to-dos through the front door, with the nodes of the site itself at work.</summary>
public class NoticesAndTodosTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_to_do_is_handed_over_answered_and_told_of(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SendToCountersignAsync(site);
        var chief = await site.SignInAsync("chief-basic");
        await chief.OpenAsync(chief.Page.QuerySelector(".todo .more")!.GetAttribute("href")!);

        await chief.SubmitAsync(new() { ["people"] = site.County.AccountId("staff-basic").ToString(), ["words"] = "我出差，请先看", ["dueOn"] = "" });
        Assert.StartsWith("todo/requests/", chief.Path, StringComparison.Ordinal);
        var staff = await site.SignInAsync("staff-basic");
        Assert.Contains("转给您办", staff.Words, StringComparison.Ordinal);
        Assert.Contains("提醒 1", staff.Page.QuerySelector(".topbar")!.TextContent, StringComparison.Ordinal);
        await staff.OpenAsync("notices");
        await staff.OpenAsync(staff.Page.QuerySelector("main table a")!.GetAttribute("href")!);
        Assert.StartsWith("todo/requests/", staff.Path, StringComparison.Ordinal);
        await staff.SubmitAsync(new() { ["Form.Remark"] = "已看，没有意见", ["Form.Answer"] = "yes" }, "form:has([name='Form.Remark'])");

        Assert.Contains("已办结", staff.Words, StringComparison.Ordinal);
        await chief.OpenAsync("notices");
        Assert.Contains("已办结", chief.Words, StringComparison.Ordinal);
        await staff.OpenAsync("");
        Assert.DoesNotContain("转给您办", staff.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_keeps_seeing_what_was_handed_over_and_takes_it_back_after_a_check()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        await SendToCountersignAsync(site);
        var chief = await site.SignInAsync("chief-basic");
        await chief.OpenAsync(chief.Page.QuerySelector(".todo .more")!.GetAttribute("href")!);
        await chief.SubmitAsync(new() { ["people"] = site.County.AccountId("staff-basic").ToString(), ["words"] = "请办", ["dueOn"] = "" });
        var request = chief.Path;

        await chief.OpenAsync("");
        Assert.Contains("已转办给方怡", chief.Words, StringComparison.Ordinal);
        await chief.OpenAsync(request + "/withdraw");
        Assert.Contains("撤回转办", chief.Words, StringComparison.Ordinal);
        await chief.SubmitAsync([], "main form");

        Assert.Contains("已撤回", chief.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_none_of_my_business_is_not_shown()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        await SendToCountersignAsync(site);
        var chief = await site.SignInAsync("chief-basic");
        await chief.OpenAsync(chief.Page.QuerySelector(".todo .more")!.GetAttribute("href")!);
        await chief.SubmitAsync(new() { ["people"] = site.County.AccountId("staff-basic").ToString(), ["words"] = "请办", ["dueOn"] = "" });

        var stranger = await site.SignInAsync("chief-safety");
        await stranger.OpenAsync(chief.Path);

        Assert.Contains("没有找到", stranger.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_kept_and_a_wrong_address_comes_back_with_its_reason()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        var browser = await site.SignInAsync("inspector");
        await browser.OpenAsync("notices/settings");

        await browser.SubmitAsync(new() { ["Email"] = "not an address" }, "form:has([name='Email'])");
        Assert.Contains("邮箱地址不对", browser.Words, StringComparison.Ordinal);
        await browser.SubmitAsync(new() { ["Email"] = "inspector@example.cn", ["QuietFrom"] = "22", ["QuietUntil"] = "7" }, "form:has([name='Email'])");

        Assert.Equal("notices/settings?done=saved", browser.Path);
        Assert.Equal("inspector@example.cn", browser.Page.QuerySelector("[name=Email]")!.GetAttribute("value"));
        Assert.Equal("22", browser.Page.QuerySelector("[name=QuietFrom] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_job_is_called_off_after_a_check_and_started_again()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        var id = await AskAsync(site);
        var admin = await site.SignInAsync("system");
        await admin.OpenAsync($"organization/jobs/{id:N}");
        Assert.Contains("等待", admin.Words, StringComparison.Ordinal);

        await admin.OpenAsync($"organization/jobs/{id:N}/cancel");
        await admin.SubmitAsync([], "main form");
        Assert.Contains("已取消", admin.Words, StringComparison.Ordinal);
        await admin.SubmitAsync([], "main form");
        await admin.OpenAsync("organization/jobs");

        Assert.Contains("每日", admin.Words, StringComparison.Ordinal);
        var teacher = await site.SignInAsync("teacher");
        await teacher.OpenAsync("organization/jobs");
        Assert.Contains("权限", teacher.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notices")]
    [InlineData("notices/settings")]
    [InlineData("todo/requests")]
    [InlineData("todo/share?about=planning/task/01987f00-0000-7000-8000-000000000001")]
    [InlineData("todo/requests/01987f00000070008000000000000001")]
    [InlineData("organization/jobs/01987f00000070008000000000000001")]
    [InlineData("organization/jobs?state=Failed&live=1")]
    public async Task Every_page_answers_in_both_languages_also_where_there_is_nothing(string path)
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        var browser = await site.SignInAsync("office");

        foreach (var language in (string[])["zh-CN", "en"])
        {
            await browser.OpenAsync(path + (path.Contains('?') ? "&" : "?") + "lang=" + language);
            Assert.Equal(path.Contains("01987f00000070008000000000000001", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, browser.Status);
            Assert.Single(browser.Page.QuerySelectorAll("h1"));
        }
    }

    private static async Task SendToCountersignAsync(TestSite site)
    {
        await using var scope = await site.House.EnterAsAsync(site.County.AccountId("office"));
        var sent = await scope.ServiceProvider.GetRequiredService<Shuren.Planning.GuidePlan.SendToCountersign>().RunAsync(site.County.Plan.Id, 2, CancellationToken.None);
        Assert.True(sent.Succeeded);
    }

    private static async Task<Guid> AskAsync(TestSite site)
    {
        await using var scope = site.House.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.ask");
        var id = scope.ServiceProvider.GetRequiredService<JobDesk>().Ask("platform.send-notice", Guid.Empty, new Ref("test", "job", Guid.Empty), site.Clock.Now.UtcDateTime.AddHours(1));
        await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(CancellationToken.None);
        return id;
    }
}
