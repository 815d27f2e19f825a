using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning;
using Shuren.Planning.Model;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Planning.ViewTask;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Testing;
using Shuren.Ui;
using Rung = Shuren.Planning.Model.Rung;

namespace Shuren.Rooms.Tests.Planning.ViewTask;

public class ReadTaskTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_thread_runs_from_the_clause_to_what_is_still_to_come(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var task = county.Tasks[2].Id;
        var at = new DateTime(2026, 4, 9, 1, 0, 0, DateTimeKind.Utc);
        await house.WriteAsync(db =>
        {
            db.Add(Report(county, task));
            db.Add(new DispatchStep { TaskId = task, Rung = Rung.Reminder, On = new(2026, 4, 10), Reason = "移交滞后", AnswerBy = new(2026, 4, 17), By = "周晓岚", At = at });
            db.Add(new Amendment { PlanId = county.Plan.Id, TaskId = task, Field = "due", Before = "2026年11月30日", After = "2026年12月31日", Reason = "工期", By = "周晓岚", At = at });
        });
        await using var scope = await house.EnterAsAsync(county.AccountId("chief-basic"));

        var view = (await scope.ServiceProvider.GetRequiredService<ReadTask>().RunAsync(task, CancellationToken.None))!;

        var thread = TaskThread.Of(view);
        Assert.Equal(["条款", "分派", "任务", "目标", "目标", "填报", "催办", "完成期限"], thread.Select(item => item.Kind));
        Assert.Equal("扩大普惠性学前教育资源。", thread[0].Quote);
        Assert.Equal([ThreadPlace.Here, ThreadPlace.Ahead], thread.Where(item => item.Place != ThreadPlace.Known).Select(item => item.Place));
        Assert.Equal([StageState.Now, .. Enumerable.Repeat(StageState.Ahead, 5)], LadderMarks.Of(view.Dispatch, view.Deadlines.Today).Select(rung => rung.State));
        Assert.Single(view.Amendments);
        Assert.Equal(2, view.Milestones.Count);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<ReadTask>().RunAsync(Guid.CreateVersion7(), CancellationToken.None));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Evidence_opens_for_those_who_see_the_task_and_under_that_task_alone(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        var report = Report(site.County, site.County.Tasks[2].Id);
        await site.House.WriteAsync(db => db.Add(report));
        Guid file;
        await using (var scope = site.House.Enter())
        {
            scope.ServiceProvider.GetRequiredService<Process>().Begin("test.evidence");
            using var content = new MemoryStream("监理月报"u8.ToArray());
            file = (await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(content, "监理月报.txt", PlanningRefs.Report(report.Id), FileUse.Evidence, CancellationToken.None)).Value.Id;
            await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(CancellationToken.None);
        }

        await using (var scope = await site.House.EnterAsAsync(site.County.AccountId("chief-basic")))
        {
            var open = scope.ServiceProvider.GetRequiredService<OpenEvidence>();
            var opened = (await open.RunAsync(site.County.Tasks[2].Id, file, CancellationToken.None))!;
            await using var content = opened.Content;
            using var reader = new StreamReader(content, Encoding.UTF8);
            Assert.Equal("监理月报", await reader.ReadToEndAsync());
            Assert.Null(await open.RunAsync(site.County.Tasks[0].Id, file, CancellationToken.None));
        }
        await site.House.PublishAsync(site.County.Plan.Id);
        using var principal = await site.SignInAsync("principal");
        await principal.FetchAsync(PlanningLinks.Evidence(site.County.Tasks[2].Id, file));
        Assert.Equal(HttpStatusCode.NotFound, principal.Status);
    }

    private static ProgressReport Report(SmallCounty county, Guid task) => new()
    {
        TaskId = task, UnitId = county.UnitId("基础教育科"), On = new(2026, 4, 9), Percent = 40, Words = "主体完成85%", ById = null, By = "邱雪梅", At = new(2026, 4, 9, 1, 0, 0, DateTimeKind.Utc),
    };
}
