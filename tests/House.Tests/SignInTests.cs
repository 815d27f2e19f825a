using System.Net;
using Shuren.Testing;

namespace Shuren.House.Tests;

/// <summary>The way in, through the front door, on both databases.</summary>
public class SignInTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_right_password_leads_to_the_to_do_list(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);

        var browser = await site.SignInAsync("office");

        Assert.Equal("", browser.Path);
        Assert.Contains("周晓岚", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words_and_the_fifth_locks()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        var browser = site.Visitor();
        await browser.OpenAsync("sign-in");

        for (var attempt = 0; attempt < 5; attempt++)
            await browser.SubmitAsync(new() { ["Form.Name"] = "office", ["Form.Password"] = "wrong" });
        Assert.Contains("账号或密码不正确", browser.Words, StringComparison.Ordinal);
        await browser.SubmitAsync(new() { ["Form.Name"] = "office", ["Form.Password"] = SmallCounty.Password });

        Assert.Contains("锁定15分钟", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_the_right_is_refused_and_a_stranger_is_led_to_the_sign_in()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);

        var teacher = await site.SignInAsync("teacher");
        await teacher.OpenAsync("organization/audit");
        var stranger = await site.Visitor().OpenAsync("organization/units");

        Assert.Contains("权限", teacher.Words, StringComparison.Ordinal);
        Assert.StartsWith("sign-in", stranger.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_acts_once()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        var browser = await site.SignInAsync("office");
        await browser.OpenAsync("organization/units/add");
        var form = new Dictionary<string, string> { ["Form.Name"] = "河湾小学", ["_once"] = Guid.CreateVersion7().ToString("N") };

        await browser.SubmitAsync(form);
        await browser.OpenAsync("organization/units/add");
        await browser.SubmitAsync(form);
        await browser.OpenAsync("organization/units");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Single(browser.Page.QuerySelectorAll("a"), link => link.TextContent == "河湾小学");
    }

    [Fact]
    public async Task An_address_that_names_nothing_says_so()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);

        var browser = await site.SignInAsync("office");
        await browser.OpenAsync("planning/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Contains("没有找到这个页面", browser.Page.Body!.TextContent, StringComparison.Ordinal);
    }
}
