using System.Net;
using Shuren.Testing;

namespace Shuren.House.Tests;

/// <summary>A browser that lets nonsense through (or a script that sends it) does not make a date vanish.</summary>
public sealed class WrongDayTests
{
    [Fact]
    public async Task A_form_with_a_day_that_does_not_exist_comes_back_with_it_and_nothing_is_done()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var browser = await site.SignInAsync("office");
        var meetings = $"planning/plans/{site.County.Plan.Id:N}/meetings";
        await browser.OpenAsync(meetings);

        await browser.SubmitAsync(new() { ["Form.On"] = "2026-02-30" });

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal("2026-02-30", browser.Page.QuerySelector("[name='Form.On']")!.GetAttribute("value"));
        Assert.Equal("true", browser.Page.QuerySelector("[name='Form.On']")!.GetAttribute("aria-invalid"));
        Assert.Contains("日期写成年-月-日", browser.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("日期写成年-月-日", browser.Page.QuerySelector(".has-error .error-text")!.TextContent, StringComparison.Ordinal);
    }
}
