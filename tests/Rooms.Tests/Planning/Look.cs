using System.Diagnostics;
using Shuren.Planning.Model;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning;

public class Look
{
    [Fact]
    public async Task Shots()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        var large = await site.House.AddLargePlanAsync(site.County, 160);
        await site.House.PublishAsync(site.County.Plan.Id);
        var task = site.County.Tasks[2].Id;
        await site.House.WriteAsync(db =>
        {
            var at = new DateTime(2026, 4, 9, 2, 0, 0, DateTimeKind.Utc);
            var report = new ProgressReport { TaskId = task, UnitId = site.County.UnitId("基础教育科"), On = new(2026, 4, 9), Percent = 40, Words = "柳塘镇中心幼儿园新园主体完成85%，丰泽街道第三幼儿园主体完成92%；小区配套园移交协议已与开发单位谈妥三条，资产评估尚未完成。", Links = "https://example.org/a", ById = null, By = "邱雪梅", At = at };
            db.AddRange(report, new ReportConfirmation { ReportId = report.Id, Accepted = true, Remark = "情况属实", By = "邱雪梅", At = at });
            db.AddRange(new TargetValue { TargetId = site.County.Targets[0].Id, On = new(2026, 4, 9), Value = 55.4, ReportId = report.Id, ReportedBy = "邱雪梅", At = at }, new TargetValue { TargetId = site.County.Targets[1].Id, On = new(2026, 4, 9), Value = 540, ReportedBy = "邱雪梅", At = at });
            db.Add(new DispatchStep { TaskId = task, Rung = Rung.Reminder, On = new(2026, 4, 10), Reason = "配套园移交滞后", AnswerBy = new(2026, 4, 17), By = "周晓岚", At = at });
            db.Set<Target>().Single(target => target.Id == site.County.Targets[0].Id).Baseline = 54.3;
            db.Set<Milestone>().Single(step => step.Id == site.County.Milestones[2].Id).DoneOn = new(2026, 3, 19);
        });
        using var office = await site.SignInAsync("office");
        var (plan, big) = ($"planning/plans/{site.County.Plan.Id:N}", $"planning/plans/{large:N}");
        (string Name, string Path)[] pages =
        [
            ("plans", "planning"), ("overview", plan), ("tasks", plan + "/tasks"), ("matrix", plan + "/matrix"), ("targets", plan + "/targets"), ("timeline", plan + "/timeline"), ("timeline-big", big + "/timeline"), ("board", plan + "/board"),
            ("calendar", plan + "/calendar"), ("task", $"planning/tasks/{task:N}"), ("mine", "planning/mine"), ("unit", $"planning/units/{site.County.UnitId("基础教育科"):N}"), ("compare", "planning/compare"), ("feeds", "planning/calendar"), ("excel", plan + "/tasks/excel"),
            ("public", $"public/{site.County.Plan.Id:N}"), ("overview-big", big), ("print", plan + "/print"),
        ];
        foreach (var (name, path) in pages)
        {
            var html = System.Text.Encoding.UTF8.GetString(await office.FetchAsync(path)).Replace("<base href=\"/qinghe/\"", $"<base href=\"{site.Address}\"", StringComparison.Ordinal);
            await File.WriteAllTextAsync($"/tmp/views/shots/{name}.html", html);
            foreach (var width in (int[])[1280, 360])
                await ShootAsync(name, width);
        }
    }

    private static async Task ShootAsync(string name, int width)
    {
        if (width < 500)
            await File.WriteAllTextAsync($"/tmp/views/shots/{name}-phone.html", $"<!doctype html><style>body{{margin:0}}</style><iframe src=\"{name}.html\" width=360 height=2400 frameborder=0></iframe>");
        var page = width < 500 ? name + "-phone" : name;
        var profile = Directory.CreateTempSubdirectory("chrome-").FullName;
        using var chromium = Process.Start(new ProcessStartInfo("chromium", $"--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars --allow-file-access-from-files --user-data-dir={profile} --window-size={Math.Max(width, 500)},{(width < 500 ? 2400 : 1100)} --virtual-time-budget=2000 --screenshot=/tmp/views/shots/{name}-{width}.png file:///tmp/views/shots/{page}.html") { RedirectStandardError = true })!;
        await chromium.StandardError.ReadToEndAsync();
        await chromium.WaitForExitAsync();
    }
}
