using RunText = Shuren.Planning.RunText;
using Shuren.Planning;
using Shuren.Schools;

namespace Shuren.Browser.Tests.Guide;

/// <summary>
/// The guide's pictures, taken while the sample district lives its first weeks. They are taken on every run, so the guide's way
/// through the product is tested; <c>./dev pictures</c> keeps them.
/// </summary>
public sealed class GuidePictures(Chromium chromium) : IAsyncLifetime
{
    private GuideSite site = null!;

    public async ValueTask InitializeAsync() => site = await GuideSite.StartAsync(chromium);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_sample_district_shows_what_the_guide_tells()
    {
        var plan = await SignInAsync();
        await ReadAsync(plan);
        await KeepRollsAsync();
        await ReportAsync();
        await PressAsync(plan);
        await AdministerAsync();
        await AgreeAsync(await TakeInAsync());
    }

    /// <returns>The plan of the sample's running year.</returns>
    private async Task<string> SignInAsync()
    {
        await Camera.TakePageAsync(await site.VisitorAsync(Screen.Desk), "sign-in", "sign-in-desk");
        var clerk = await site.SignedInAsync("office", Screen.Desk);
        await Camera.TakePageAsync(clerk, "", "todo-office-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("office", Screen.Phone), "", "todo-office-phone");
        await Camera.TakePageAsync(await site.SignedInAsync("office", Screen.Desk, "en"), "", "todo-office-desk-en");
        await clerk.OpenAsync(PlanningLinks.Plans);
        var href = await clerk.Page.Locator("main table a[href*='planning/plans/']").Filter(new() { HasText = "青禾县2026年教育工作要点" }).First.GetAttributeAsync("href");
        return href!.Split('/')[2];
    }

    private async Task<string> TakeInAsync()
    {
        var clerk = await site.SignedInAsync("office", Screen.Desk);
        await Camera.TakePageAsync(clerk, PlanningLinks.Import, "import-desk");
        var office = new WholePath.Office(clerk);
        var plan = await office.ImportAsync(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples", "qinghe", "plan-2026.txt")));
        await Camera.TakeAsync(clerk, "review-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("office", Screen.Phone), $"planning/import/{plan}/review", "review-phone");
        await Camera.TakePageAsync(await site.SignedInAsync("office", Screen.Desk, "en"), $"planning/import/{plan}/review", "review-desk-en");
        await clerk.FollowAsync(ImportText.Change, clerk.Page.Locator(".cand").First);
        await Camera.TakeAsync(clerk, "review-task-desk");
        await clerk.OpenAsync($"planning/import/{plan}/review");
        await clerk.PressAsync(ImportText.AcceptAll);
        await office.GoToAssigningAsync();
        await Camera.TakeAsync(clerk, "assign-desk");
        await clerk.PressAsync(ImportText.ConfirmSuggestions);
        await office.AssignRestAsync("办公室", "2026-12-31");
        await clerk.PressAsync(ImportText.ToConfirm);
        await Camera.TakeAsync(clerk, "finish-desk");
        await clerk.PressAsync(ImportText.Finish);
        return plan;
    }

    private async Task AgreeAsync(string plan)
    {
        var clerk = await site.SignedInAsync("office", Screen.Desk);
        await clerk.OpenAsync($"planning/plans/{plan}/life/send");
        await Camera.TakeAsync(clerk, "send-desk");
        await new WholePath.Office(clerk).SendRoundAsync(plan);
        var chief = await site.SignedInAsync("chief", Screen.Desk);
        await Camera.TakePageAsync(chief, "", "todo-chief-sign-desk");
        await chief.OpenAsync($"planning/plans/{plan}/life");
        await Camera.TakeAsync(chief, "sign-desk");
        await chief.PressAsync(RunText.SignAgree);
        await clerk.OpenAsync($"planning/plans/{plan}/life");
        while (await clerk.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = RunText.SignAgree }).CountAsync() > 0)
            await clerk.PressAsync(RunText.SignAgree);
        await Camera.TakeAsync(clerk, "life-desk");
        var director = await site.SignedInAsync("director", Screen.Desk);
        await Camera.TakePageAsync(director, "", "todo-director-desk");
        await Camera.TakePageAsync(director, $"planning/plans/{plan}/life", "approve-desk");
        await director.PressAsync(RunText.ApprovePlan);
        await Camera.TakePageAsync(clerk, $"planning/plans/{plan}/life/publish", "publish-desk");
        await new WholePath.Office(clerk).PublishAsync(plan);
    }

    private async Task ReportAsync()
    {
        var chief = await site.SignedInAsync("chief", Screen.Desk);
        await Camera.TakePageAsync(chief, "", "todo-chief-desk");
        await Camera.TakePageAsync(chief, PlanningLinks.Mine, "mine-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("chief", Screen.Phone), "", "todo-chief-phone");
        await Camera.TakePageAsync(await site.SignedInAsync("chief", Screen.Phone), PlanningLinks.Mine, "mine-phone");
        await chief.Page.Locator("main").GetByRole(Microsoft.Playwright.AriaRole.Link, new() { NameRegex = new("集团化办学|普惠性|寄宿制") }).First.ClickAsync();
        await chief.Page.WaitForURLAsync("**/planning/tasks/**");
        var task = chief.Path.Split('/')[^1];
        await chief.FollowAsync(ViewText.ActReport);
        await chief.FillAsync(RunText.Percent, "35");
        await chief.FillAsync(RunText.ReportWords, "集团化办学方案已征求9所学校意见，10月底报局长办公会。寄宿制学校改善项目完成招标6个。");
        await Camera.TakeAsync(chief, "report-desk");
        await chief.PressAsync(RunText.ReportNow);
        await Camera.TakePageAsync(await site.SignedInAsync("chief", Screen.Phone), $"planning/tasks/{task}/report", "report-phone");
        await Camera.TakePageAsync(chief, $"planning/tasks/{task}", "task-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("chief", Screen.Phone), $"planning/tasks/{task}", "task-phone");
    }

    private async Task PressAsync(string plan)
    {
        var clerk = await site.SignedInAsync("office", Screen.Desk);
        await Camera.TakePageAsync(clerk, $"planning/plans/{plan}/dispatch", "late-desk");
        await clerk.Page.Locator("main table tbody tr").Filter(new() { HasText = RunText.RungNotTaken }).First.Locator("a[href$=dispatch]").ClickAsync();
        await clerk.Page.WaitForURLAsync("**/planning/tasks/**");
        var late = clerk.Path.Split('/')[2];
        var office = new WholePath.Office(clerk);
        await office.PressOnAsync(late, RunText.RungReminder, "期限已过，至今没有填报进展。");
        site.Clock.GoTo(2026, 11, 2);
        clerk = await site.SignedInAsync("office", Screen.Desk);
        await new WholePath.Office(clerk).PressOnAsync(late, RunText.RungReview, "催办后没有答复。");
        await Camera.TakeAsync(clerk, "dispatch-desk");
        await Camera.TakePageAsync(clerk, $"planning/plans/{plan}/meetings", "meetings-desk");
    }

    private async Task ReadAsync(string plan)
    {
        var clerk = await site.SignedInAsync("office", Screen.Desk);
        var phone = await site.SignedInAsync("office", Screen.Phone);
        foreach (var tab in (string[])["tasks", "matrix", "timeline", "board", "calendar", "targets"])
        {
            await Camera.TakePageAsync(clerk, $"planning/plans/{plan}/{tab}", $"{tab}-desk");
            await Camera.TakePageAsync(phone, $"planning/plans/{plan}/{tab}", $"{tab}-phone");
        }
        await Camera.TakePageAsync(clerk, $"planning/plans/{plan}", "overview-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("office", Screen.Desk, "en"), $"planning/plans/{plan}", "overview-desk-en");
        await Camera.TakePageAsync(phone, $"planning/plans/{plan}", "overview-phone");
        await Camera.TakePageAsync(clerk, PlanningLinks.Wall(Guid.Parse(plan)), "wall-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("office", Screen.Desk, "en"), PlanningLinks.Wall(Guid.Parse(plan)), "wall-desk-en");
        await Camera.TakePageAsync(clerk, PlanningLinks.Plans, "plans-desk");
        await Camera.TakePageAsync(clerk, "organization/above", "above-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("chief", Screen.Desk), "search?q=" + Uri.EscapeDataString("学校"), "search-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("chief", Screen.Phone), "search?q=" + Uri.EscapeDataString("学校"), "search-phone");
        await Camera.TakePageAsync(await site.SignedInAsync("inspector", Screen.Desk), "", "todo-inspector-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("inspector", Screen.Phone), "", "todo-inspector-phone");
        await Camera.TakePageAsync(await site.SignedInAsync("inspector", Screen.Desk), PlanningLinks.Plans, "plans-inspector-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("principal", Screen.Phone), "", "todo-principal-phone");
        await Camera.TakePageAsync(await site.SignedInAsync("principal", Screen.Phone), PlanningLinks.Mine, "mine-principal-phone");
        await Camera.TakePageAsync(await site.VisitorAsync(Screen.Desk), $"public/{plan}", "public-desk");
        await Camera.TakePageAsync(await site.VisitorAsync(Screen.Phone), $"public/{plan}", "public-phone");
    }

    private async Task KeepRollsAsync()
    {
        var chief = await site.SignedInAsync("chief", Screen.Desk);
        await Camera.TakePageAsync(chief, "schools", "schools-desk");
        await Camera.TakePageAsync(chief, "schools/map", "schools-map-desk");
        await chief.OpenAsync("schools/checks");
        await chief.PressAsync(CheckText.CheckNow);
        await Camera.TakePageAsync(chief, "schools/checks", "checks-desk");
        await Camera.TakePageAsync(chief, "indicators", "indicators-desk");
        await Camera.TakePageAsync(chief, "indicators/R1_primary", "indicator-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("principal", Screen.Phone), "indicators", "indicators-principal-phone");
        await Camera.TakePageAsync(chief, "indicators/figures", "figures-desk");
        await Camera.TakePageAsync(chief, "indicators/alerts", "alerts-desk");
        var principal = await site.SignedInAsync("principal", Screen.Desk);
        await Camera.TakePageAsync(principal, "schools/pupils", "pupils-desk");
        await principal.Page.Locator("main tbody a").First.ClickAsync();
        await principal.Page.WaitForURLAsync("**/schools/pupils/**");
        await Camera.TakeAsync(principal, "pupil-desk");
        await Camera.TakePageAsync(principal, "schools/rolls", "rolls-desk");
        await principal.AttachAsync(RollText.RollFileLabel, "新生.csv", System.Text.Encoding.UTF8.GetBytes(Newcomers));
        await principal.PressAsync(RollText.CheckIt);
        await Camera.TakeAsync(principal, "rolls-check-desk");
        await principal.OpenAsync("schools/hand-overs/open");
        await principal.PressAsync(HandOverText.OpenHandOver);
        await Camera.TakeAsync(principal, "hand-over-desk");
    }

    // Of the three rows one is good.
    private const string Newcomers = """
        姓名,身份证件类型,身份证件号,性别,出生日期,年级,班级
        温以宁,其他,QH2026001,女,2019-11-30,小学一年级,1班
        季明川,其他,QH2026002,男,2019-13-02,小学一年级,1班
        苗思远,其他,QH2026003,男,2019-10-08,小学一年级,77班
        """;

    private async Task AdministerAsync()
    {
        var admin = await site.SignedInAsync("admin", Screen.Desk);
        await Camera.TakePageAsync(admin, "organization/units", "units-desk");
        await Camera.TakePageAsync(admin, "organization/accounts", "accounts-desk");
        await Camera.TakePageAsync(admin, "organization/files", "files-desk");
        await Camera.TakePageAsync(admin, "organization/jobs", "jobs-desk");
        await Camera.TakePageAsync(admin, "organization/calendar?year=2026", "holidays-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("auditor", Screen.Desk), "organization/audit", "audit-desk");
        await Camera.TakePageAsync(await site.SignedInAsync("office", Screen.Phone), "account", "account-phone");
    }
}
