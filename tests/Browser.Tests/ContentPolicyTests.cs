using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shuren.Testing;

namespace Shuren.Browser.Tests;

/// <summary>
/// The strict content policy holds in a real browser. That no page of ours breaks it is seen by every test here: what the browser stopped is
/// a visitor's complaint, and the looks at every page allow none.
/// </summary>
public sealed class ContentPolicyTests(Chromium chromium)
{
    private const string Intruder = """
        <!DOCTYPE html><html lang="zh-CN"><title>x</title><h1 style="color: rgb(1, 2, 3)">x</h1><style>h1 { margin: 77px; }</style>
        <script>document.title = "ran";</script><img src="missing.png" onerror="document.title = 'ran'"><a href="javascript:document.title='ran'">x</a></html>
        """;

    [Fact]
    public async Task What_stands_inline_is_not_run_and_the_visitor_complains()
    {
        await using var site = await BrowserSite.StartAsync(chromium, TestDatabase.Sqlite, app => app.MapGet("/intruder", () => Results.Content(Intruder, "text/html")).AllowAnonymous());
        var visitor = await site.VisitorAsync(Screen.Desk);

        await visitor.OpenAsync("intruder");
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();

        Assert.Equal("x", await visitor.Page.TitleAsync());
        Assert.NotEqual("77px", await visitor.Page.Locator("h1").EvaluateAsync<string>("element => getComputedStyle(element).marginTop"));
        Assert.NotEqual("rgb(1, 2, 3)", await visitor.Page.Locator("h1").EvaluateAsync<string>("element => getComputedStyle(element).color"));
        Assert.Contains(visitor.Complaints, complaint => complaint.Contains("policy: script-src-elem", StringComparison.Ordinal));
        Assert.Contains(visitor.Complaints, complaint => complaint.Contains("policy: style-src-attr", StringComparison.Ordinal));
        Assert.Contains(visitor.Complaints, complaint => complaint.Contains("policy: style-src-elem", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sign-in")]
    [InlineData("public")]
    [InlineData("no-such-page")]
    [InlineData("_content/Shuren.Ui/site.js")]
    public async Task Every_answer_carries_the_policy_and_it_makes_no_exception(string path)
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(site.Address, path));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
    }
}
