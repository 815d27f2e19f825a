using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shuren.Testing;

namespace Shuren.House.Tests;

/// <summary>A page that breaks says so in words, with a number to quote, and tells nothing about why.</summary>
public sealed class BrokenPageTests
{
    private const string Inside = "connection to 10.0.0.7 as shuren_owner failed";

    [Theory]
    [InlineData(TestDatabase.Sqlite, "office")]
    [InlineData(TestDatabase.Sqlite, null)]
    [InlineData(TestDatabase.PostgreSql, "office")]
    public async Task A_page_that_throws_says_so_and_gives_a_number(TestDatabase database, string? signInName)
    {
        var number = "";
        await using var site = await TestSite.StartAsync(database, app => app.MapGet("/breaks", (HttpContext http) => Break(http, ref number)).AllowAnonymous());
        using var browser = signInName is null ? site.Visitor() : await site.SignInAsync(signInName);

        await browser.OpenAsync("breaks");

        Assert.Equal(HttpStatusCode.InternalServerError, browser.Status);
        Assert.Equal("这一步没有办成", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(number, browser.Words, StringComparison.Ordinal);
        Assert.NotEmpty(number);
        TellsNothing(browser);
    }

    [Fact]
    public async Task A_form_that_throws_says_that_nothing_was_kept()
    {
        var number = "";
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite, app => app.MapPost("/breaks", (HttpContext http) => Break(http, ref number)).AllowAnonymous());
        using var http = new HttpClient();

        using var answer = await http.PostAsync(new Uri(site.Address, "breaks"), new StringContent(""));

        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("您填的内容没有保存", body, StringComparison.Ordinal);
        Assert.DoesNotContain(Inside, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_goes_on_after_a_page_has_thrown()
    {
        var number = "";
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite, app => app.MapGet("/breaks", (HttpContext http) => Break(http, ref number)).AllowAnonymous());
        using var browser = await site.SignInAsync("office");

        await browser.OpenAsync("breaks");
        await browser.OpenAsync("");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    // A method, not a lambda that throws: the compiler wants a type of answer.
    private static string Break(HttpContext http, ref string number)
    {
        number = http.TraceIdentifier;
        throw new InvalidOperationException(Inside);
    }

    private static void TellsNothing(TestBrowser browser)
    {
        var page = browser.Page.DocumentElement.OuterHtml;
        Assert.All((string[])[Inside, "10.0.0.7", nameof(InvalidOperationException), "Exception", "   at ", "BrokenPageTests"], word => Assert.DoesNotContain(word, page, StringComparison.Ordinal));
    }
}
