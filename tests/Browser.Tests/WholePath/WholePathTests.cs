using Microsoft.Playwright;
using Shuren.Planning;
using Shuren.Testing;

namespace Shuren.Browser.Tests.WholePath;

/// <summary>
/// The year as its people live it, through the real pages: a document goes in, tasks go out, work is reported, some of it is late
/// and pressed for, citizens read how far it is. Every page works without script, so the year is lived both ways.
/// </summary>
public sealed class WholePathTests(Chromium chromium) : IAsyncLifetime
{
    private BrowserSite site = null!;
    private bool script;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        var complaints = site.Complaints.ToList();
        await site.DisposeAsync();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite, false)]
    [InlineData(TestDatabase.Sqlite, true)]
    [InlineData(TestDatabase.PostgreSql, false)]
    public async Task A_document_becomes_a_year_and_citizens_see_how_far_it_is(TestDatabase database, bool withScript)
    {
        (site, script) = (await BrowserSite.StartAsync(chromium, database), withScript);
        site.Clock.GoTo(2026, 2, 12);

        var plan = await TakeInAsync();
        await AgreeAsync(plan);
        var (reported, late) = (await TaskAsync(plan, "布局规划"), await TaskAsync(plan, "扩建工程"));
        await ReportAsync(reported);
        await FallBehindAsync(late);

        await CitizensSeeAsync(plan);
    }

    /// <summary>The clerk's first hour: upload, review, assign, finish.</summary>
    private async Task<string> TakeInAsync()
    {
        var clerk = await AsAsync("office");
        var office = new Office(clerk);
        var plan = await office.ImportAsync(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples", "qinghe", "plan-2026.txt")));
        var read = await office.CountAsync();
        await office.RewordAsync("1.1", "健全校长负责制");
        await office.SplitAsync("1.1");
        Assert.Equal(read + 1, await office.CountAsync());
        await office.MergeAsync("1.1");
        Assert.Equal(read, await office.CountAsync());
        await office.DropAsync("1.4");
        await office.AddAsync("做好教育年鉴编写", "做好2026年教育年鉴编写。", "2026-11-30");
        Assert.Equal(read, await office.CountAsync());

        await office.GoToAssigningAsync();
        await office.AssignAsync("安全科", "2026-06-30");
        await office.AssignAsync("基础教育科", "2026-03-31", "2.1", "2.2");
        await office.AssignAsync("基础教育科", "2026-09-30", "2.3");
        await office.FinishAsync();

        Assert.Contains("青禾县2026年教育工作要点", await clerk.WordsAsync(), StringComparison.Ordinal);
        return plan;
    }

    /// <summary>Round to the leads, approval, publication.</summary>
    private async Task AgreeAsync(string plan)
    {
        var office = new Office(await AsAsync("office"));
        await office.SendRoundAsync(plan);
        foreach (var chief in (string[])["chief-safety", "chief-basic"])
        {
            var visitor = await AsAsync(chief);
            await visitor.OpenAsync($"planning/plans/{plan}/life");
            await visitor.PressAsync(RunText.SignAgree);
        }
        var director = await AsAsync("director");
        await director.OpenAsync($"planning/plans/{plan}/life");
        await director.PressAsync(RunText.ApprovePlan);
        await office.PublishAsync(plan);

        var citizen = await site.VisitorAsync(Screen.Phone, script);
        await citizen.OpenAsync("public");
        Assert.Contains("青禾县2026年教育工作要点", await citizen.WordsAsync(), StringComparison.Ordinal);
    }

    /// <summary>A member of the section reports with a file; the chief confirms it.</summary>
    private async Task ReportAsync(string task)
    {
        site.Clock.GoTo(2026, 3, 20);
        var staff = await AsAsync("staff-basic");
        await staff.OpenAsync($"planning/tasks/{task}");
        await staff.FollowAsync(ViewText.ActReport);
        await staff.FillAsync(RunText.Percent, "40");
        await staff.FillAsync(RunText.ReportWords, "布局规划初稿已成，正在征求9所学校意见。");
        await staff.AttachAsync(RunText.EvidenceFiles, "布局规划初稿.txt", "初稿"u8.ToArray());
        await staff.PressAsync(RunText.ReportNow);
        Assert.Contains("布局规划初稿已成", await staff.WordsAsync(), StringComparison.Ordinal);

        var chief = await AsAsync("chief-basic");
        await chief.OpenAsync($"planning/tasks/{task}/confirm");
        Assert.Contains("布局规划初稿.txt", await chief.WordsAsync(), StringComparison.Ordinal);
        await chief.PressAsync(RunText.ConfirmNow);
        await chief.OpenAsync($"planning/tasks/{task}");
        Assert.Contains("40%", await chief.WordsAsync(), StringComparison.Ordinal);
    }

    /// <summary>The date passes; reminder, meeting, circular, each after silence.</summary>
    private async Task FallBehindAsync(string task)
    {
        site.Clock.GoTo(2026, 4, 15);
        var chief = await AsAsync("chief-basic");
        await chief.OpenAsync("");
        Assert.Contains("扩建工程", await chief.WordsAsync(), StringComparison.Ordinal);
        await new Office(await AsAsync("office")).PressOnAsync(task, RunText.RungReminder, "3月31日到期，至今没有进展。");
        site.Clock.GoTo(2026, 4, 24);
        await new Office(await AsAsync("office")).PressOnAsync(task, RunText.RungReview, "催办后没有答复。");
        site.Clock.GoTo(2026, 5, 12);
        await new Office(await AsAsync("office")).PressOnAsync(task, RunText.RungCircular, "调度后仍无进展。", skip: "情况清楚，不再督查。");

        chief = await AsAsync("chief-basic");
        await chief.OpenAsync($"planning/tasks/{task}/dispatch");
        Assert.Contains("调度后仍无进展", await chief.WordsAsync(), StringComparison.Ordinal);
        await chief.FillAsync(RunText.AnswerWords, "主体已封顶，5月31日前完成。");
        await chief.PressAsync(RunText.AnswerNow);
        Assert.Contains("主体已封顶", await chief.WordsAsync(), StringComparison.Ordinal);
    }

    private async Task CitizensSeeAsync(string plan)
    {
        var citizen = await site.VisitorAsync(Screen.Phone, script);
        await citizen.OpenAsync($"public/{plan}");

        var late = citizen.Page.Locator("main li").Filter(new() { HasText = "扩建工程" });
        Assert.Contains(PublicText.Late, await late.InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("通报", await citizen.WordsAsync(), StringComparison.Ordinal);
    }

    /// <summary>The id of the task whose title has those words, from the plan's list.</summary>
    private async Task<string> TaskAsync(string plan, string words)
    {
        var office = await AsAsync("office");
        await office.OpenAsync($"planning/plans/{plan}/tasks");
        var href = await office.Page.Locator("main table").GetByRole(AriaRole.Link, new() { NameRegex = new(words) }).First.GetAttributeAsync("href");
        return href!.Split('/')[^1];
    }

    private Task<Visitor> AsAsync(string signInName) => site.SignedInAsync(signInName, Screen.Desk, script);
}
