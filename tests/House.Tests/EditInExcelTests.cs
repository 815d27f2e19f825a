using Shuren.Testing;

namespace Shuren.House.Tests;

/// <summary>A list out to Excel and back, through the front door.</summary>
public class EditInExcelTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_task_that_was_given_a_lead_in_excel_has_it_after_the_look_at_the_differences(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        var browser = await site.SignInAsync("office");
        var page = $"planning/plans/{site.County.Plan.Id}/tasks/excel";
        await browser.OpenAsync(page);
        var download = browser.Page.QuerySelector("main a[href$='edit.xlsx']")!.GetAttribute("href")!;
        var edited = EditedSheet.Of(await browser.FetchAsync(download), "编号", (number, head, value) => (number, head) == ("2.3", "牵头单位") ? "规划财务科" : value);

        await browser.OpenAsync(page);
        await browser.SubmitAsync([], "form[enctype]", ("File", "任务.xlsx", edited));
        Assert.Contains("规划财务科", browser.Words, StringComparison.Ordinal);
        await browser.SubmitAsync([], "form:has([name='Changes'])");

        Assert.Equal($"planning/plans/{site.County.Plan.Id:N}/tasks", browser.Path);
        Assert.Contains("规划财务科", browser.Page.QuerySelectorAll("tr").Single(row => row.TextContent.Contains(site.County.Tasks[4].Title, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }
}
