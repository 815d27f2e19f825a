using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Shuren.Browser.Tests.EveryPage;
using Shuren.Testing;

namespace Shuren.Browser.Tests.LongContent;

/// <summary>Nothing, one and many rows; long names and long texts: nothing is cut, nothing scrolls sideways, and paper has a head on every sheet.</summary>
public sealed class LongContentTests(Chromium chromium) : IAsyncLifetime
{
    private BrowserSite site = null!;

    public async ValueTask InitializeAsync() => site = await BrowserSite.StartAsync(chromium, TestDatabase.Sqlite, app =>
        app.MapGet("/stress/{rows:int}", (int rows) => new RazorComponentResult<StressPage>(new { Rows = rows })).AllowAnonymous());

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    public async Task It_fits_at_the_desk_on_a_phone_and_enlarged(int rows)
    {
        var problems = new List<string>();

        foreach (var screen in (Screen[])[Screen.Desk, Screen.Phone, Screen.Zoomed])
        {
            var visitor = await site.VisitorAsync(screen);
            await visitor.OpenAsync($"stress/{rows}");
            problems.AddRange([.. visitor.Complaints, .. await PageChecks.LayoutAsync(visitor.Page), .. await PageChecks.AxeAsync(visitor.Page)]);
            await Album.TakeAsync(visitor, new($"stress {rows}", []), new(typeof(LongContentTests), null, screen));
        }

        EveryPageTests.Nothing(problems);
    }

    [Fact]
    public async Task Every_sheet_of_a_long_table_has_its_head_and_no_filter()
    {
        var visitor = await site.VisitorAsync(Screen.Desk);
        await visitor.OpenAsync("stress/300");

        var sheets = await SheetsAsync(await visitor.Page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.True(sheets.Count > 5, $"{sheets.Count} sheets");
        Assert.All(sheets, sheet => Assert.Contains("任务名称", sheet, StringComparison.Ordinal));
        Assert.All(sheets, sheet => Assert.DoesNotContain("查询", sheet, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> SheetsAsync(byte[] paper)
    {
        var file = Path.Combine(TemporaryFolders.New("paper"), "paper.pdf");
        await File.WriteAllBytesAsync(file, paper);
        using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        return [.. text.Split('\f', StringSplitOptions.RemoveEmptyEntries)];
    }
}
