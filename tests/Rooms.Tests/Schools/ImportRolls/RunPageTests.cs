using System.Net;
using System.Text;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.ImportRolls;

/// <summary>The pages of an import as a clerk goes through them, without script.</summary>
public sealed class RunPageTests
{
    private const string Ugly = "学 校,哪一间,用来做什么,大小（㎡）,管理员\n青禾县实验小学,301,普通教室,67.5,王老师\n青禾县实验小学,302,音乐教室,90,李老师\n";

    [Fact]
    public async Task An_ugly_file_goes_in_after_its_heads_are_explained_once_and_the_second_time_without_a_question()
    {
        await using var site = await WithSchoolAsync();
        var browser = await site.SignInAsync("chief-basic");

        await BringAsync(browser, Ugly);
        Assert.Contains("用来做什么", browser.Words, StringComparison.Ordinal);
        Assert.Contains("缺少必需的列：房间号、用房类型", browser.Words, StringComparison.Ordinal);
        Assert.Contains("例：普通教室", browser.Words, StringComparison.Ordinal);
        await browser.SubmitAsync(new() { ["Head2"] = "code", ["Head3"] = "kind", ["Head4"] = "area", ["Head5"] = "-" });
        Assert.Contains("写入2行", browser.Words, StringComparison.Ordinal);
        await browser.SubmitAsync([], "form[action*='apply']");
        Assert.Contains("已写入：新增2行", browser.Words, StringComparison.Ordinal);

        await BringAsync(browser, Ugly.Replace("67.5", "68", StringComparison.Ordinal));

        Assert.Contains("写入1行", browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("例：", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_that_leaves_a_question_open_or_says_one_column_twice_comes_back_filled_in()
    {
        await using var site = await WithSchoolAsync();
        var browser = await site.SignInAsync("chief-basic");
        await BringAsync(browser, Ugly);

        await browser.SubmitAsync(new() { ["Head2"] = "code", ["Head3"] = "code", ["Head4"] = "", ["Head5"] = "-" });

        Assert.Contains("“哪一间”和“用来做什么”都指向“房间号”", browser.Words, StringComparison.Ordinal);
        Assert.Contains("请说明“大小（㎡）”是哪一列", browser.Words, StringComparison.Ordinal);
        Assert.Contains("还缺必需的列：用房类型", browser.Words, StringComparison.Ordinal);
        Assert.Equal("code", browser.Page.QuerySelector("select[name=Head2] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_was_said_wrongly_is_said_again()
    {
        await using var site = await WithSchoolAsync();
        var browser = await site.SignInAsync("chief-basic");
        await BringAsync(browser, "学校,房间号,用房类型,备用名\n青禾县实验小学,301,普通教室,一号\n");
        await browser.SubmitAsync(new() { ["Head4"] = "-" });
        var look = browser.Path;

        await browser.OpenAsync(look + "?heads=1");
        await browser.SubmitAsync(new() { ["Head4"] = "name" });

        Assert.Contains("写入1行", browser.Words, StringComparison.Ordinal);
        Assert.Contains("备用名用房名称", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_refused_rows_come_back_as_a_workbook_that_goes_in_again_without_a_question()
    {
        await using var site = await WithSchoolAsync();
        var browser = await site.SignInAsync("chief-basic");
        await BringAsync(browser, "学校,房间号,用房类型\n青禾县实验小学,301,普通教室\n没有的学校,302,普通教室\n");

        var workbook = await browser.FetchAsync(browser.Page.QuerySelector("a[href*='errors']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await BringAsync(browser, workbook, "退回.xlsx");

        Assert.Contains("有1行不合要求", browser.Words, StringComparison.Ordinal);
        Assert.Contains("写入1行", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_file_shows_how_far_it_is_without_script_and_ends_in_its_result()
    {
        await using var site = await WithSchoolAsync();
        var browser = await site.SignInAsync("chief-basic");
        var csv = new StringBuilder("学校,房间号,用房类型,备注\n");
        for (var at = 0; at < 400; at++)
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"青禾县实验小学,{at},普通教室,{new string('长', 1000)}\n");

        await BringAsync(browser, csv.ToString());
        await UntilAsync(browser, "写入400行");
        await browser.SubmitAsync([], "form[action*='apply']");
        await UntilAsync(browser, "已写入：新增400行");

        await browser.OpenAsync("schools/rolls");
        Assert.Contains("大文件的检查和写入", browser.Words, StringComparison.Ordinal);
    }

    /// <summary>Opens the page again and again, as its own refresh does.</summary>
    private static async Task UntilAsync(TestBrowser browser, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!browser.Words.Contains(words, StringComparison.Ordinal))
        {
            Assert.True(browser.Page.QuerySelector("meta[http-equiv=refresh]") is not null, browser.Words);
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
            await browser.OpenAsync(browser.Path);
        }
    }

    private static async Task<TestSite> WithSchoolAsync()
    {
        var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var browser = await site.SignInAsync("chief-basic");
        await BringAsync(browser, RollWorld.SchoolsCsv, roll: "schools");
        await browser.SubmitAsync([], "form[action*='apply']");
        return site;
    }

    private static Task BringAsync(TestBrowser browser, string csv, string roll = "rooms") => BringAsync(browser, Encoding.UTF8.GetBytes(csv), "用房.csv", roll);

    private static async Task BringAsync(TestBrowser browser, byte[] file, string name, string roll = "rooms")
    {
        await browser.OpenAsync("schools/rolls");
        await browser.SubmitAsync(new() { ["Roll"] = roll }, file: ("File", name, file));
    }
}
