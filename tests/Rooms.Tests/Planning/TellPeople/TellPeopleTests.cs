using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Planning.TellPeople;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
using Shuren.Testing;
using JudgeReport = Shuren.Planning.ConfirmReport.ConfirmReport;
using TakeStep = Shuren.Planning.TakeDispatchStep.TakeDispatchStep;

namespace Shuren.Rooms.Tests.Planning.TellPeople;

/// <summary>What happens to plans and tasks reaches those whom it concerns.</summary>
public class TellPeopleTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_plan_on_its_way_is_told_to_those_who_sign_and_then_to_those_who_work(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);

        var told = await ToldAsync(acts);

        Assert.Contains((NewsKinds.Countersign, "chief-basic"), told);
        Assert.DoesNotContain((NewsKinds.Countersign, "staff-basic"), told);
        Assert.Contains((NewsKinds.Published, "staff-basic"), told);
        // A section without people of its own is told through the office.
        Assert.Contains((NewsKinds.Published, "office"), told);
        Assert.DoesNotContain(told, notice => notice.Person is "teacher" or "parent" or "system");
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Pressure_on_a_task_and_a_returned_report_are_told_to_its_people(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var late = acts.Task("2.2");
        Acts.Good(await acts.As<TakeStep, Outcome<Guid>>("office", act => act.RunAsync(late.Id, new(Rung.Reminder, "逾期未报"), Ct)));
        var report = new ProgressReport { TaskId = acts.Task("1.2").Id, UnitId = acts.County.UnitId("基础教育科"), On = new(2026, 4, 14), Percent = 10, Words = "已开始", ById = null, By = "方怡", At = acts.House.Clock.Now.UtcDateTime };
        await WriteAsync(acts, report);
        Acts.Good(await acts.As<JudgeReport, Outcome<Done>>("chief-basic", act => act.RunAsync(report.Id, false, "缺佐证", Ct)));

        var told = await ToldAsync(acts);

        Assert.Contains((NewsKinds.Dispatch, "chief-finance"), told);
        Assert.Contains((NewsKinds.ReportReturned, "staff-basic"), told);
        Assert.DoesNotContain((NewsKinds.ReportConfirmed, "staff-basic"), told);
    }

    private static async Task WriteAsync(Acts acts, ProgressReport report)
    {
        await using var scope = acts.House.Enter();
        scope.ServiceProvider.GetRequiredService<Shuren.Platform.Processes.Process>().Begin("test.report");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        db.Add(report);
        await db.SaveAsync(Ct);
    }

    private static async Task<List<(string Kind, string Person)>> ToldAsync(Acts acts)
    {
        await using var scope = acts.House.Enter();
        await scope.ServiceProvider.GetRequiredService<JobRunner>().RunDueAsync(Ct);
        string[] people = ["director", "deputy", "office", "chief-basic", "chief-finance", "chief-safety", "staff-basic", "principal", "school-staff", "inspector", "teacher", "parent", "system"];
        var names = people.ToDictionary(acts.County.AccountId);
        var notices = await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Notice>().Select(notice => new { notice.Kind, notice.AccountId }).ToListAsync();
        return [.. notices.Select(notice => (notice.Kind, names[notice.AccountId]))];
    }
}
