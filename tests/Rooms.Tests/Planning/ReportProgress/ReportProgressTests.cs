using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.ConfirmReport;
using Shuren.Planning.ReportProgress;
using Shuren.Platform.Files;
using Shuren.Testing;
using Report = Shuren.Planning.ReportProgress.ReportProgress;
using Word = Shuren.Planning.ConfirmReport.ConfirmReport;

namespace Shuren.Rooms.Tests.Planning.ReportProgress;

public class ReportProgressTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_the_leads_own_chief_reports_counts_at_once(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var (task, degree) = (acts.Task("2.1"), acts.County.Targets[0]);
        var step = acts.County.Milestones[0];

        Acts.Good(await acts.As<Report, Outcome<Guid>>("chief-basic", act => act.RunAsync(
            new(task.Id, 40, "两所在建园主体封顶。") { Milestone = step.Id, Links = "青教〔2026〕12号\nhttps://example.org/a", Values = new Dictionary<Guid, double> { [degree.Id] = 55.4 } }, [Pdf()], Ct)));

        Assert.Equal(40, await acts.Look(db => db.Tasks.Where(row => row.Id == task.Id).Select(row => row.Percent).SingleAsync()));
        Assert.Equal(new DateOnly(2026, 4, 15), await acts.Look(db => db.Milestones.Where(row => row.Id == step.Id).Select(row => row.DoneOn).SingleAsync()));
        Assert.Equal(55.4, await acts.Look(db => db.TargetValues.Where(row => row.TargetId == degree.Id).Select(row => row.Value).SingleAsync()));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_the_staff_reports_waits_for_the_chief_and_can_go_back(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var (task, degree) = (acts.Task("2.1"), acts.County.Targets[0]);
        var first = Acts.Good(await acts.As<Report, Outcome<Guid>>("staff-basic", act => act.RunAsync(new(task.Id, 30, "开工一所。") { Values = new Dictionary<Guid, double> { [degree.Id] = 90 } }, [], Ct)));
        var second = Acts.Good(await acts.As<Report, Outcome<Guid>>("staff-basic", act => act.RunAsync(new(task.Id, 35, "开工两所。"), [], Ct)));
        Assert.Equal(0, await PercentAsync(acts, task.Id));

        var silent = await acts.As<Word, Outcome<Done>>("chief-basic", act => act.RunAsync(first, false, "", Ct));
        Acts.Good(await acts.As<Word, Outcome<Done>>("chief-basic", act => act.RunAsync(first, false, "数字不对", Ct)));
        Acts.Good(await acts.As<Word, Outcome<Done>>("chief-basic", act => act.RunAsync(second, true, "", Ct)));

        Assert.Equal("RemarkMissing", silent.Refusals[0].Code);
        Assert.Equal(35, await PercentAsync(acts, task.Id));
        Assert.Equal(0, await acts.Look(db => db.TargetValues.CountAsync()));
    }

    [Fact]
    public async Task An_older_report_that_is_confirmed_late_does_not_turn_the_task_back()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var task = acts.Task("2.1");
        var older = Acts.Good(await acts.As<Report, Outcome<Guid>>("staff-basic", act => act.RunAsync(new(task.Id, 30, "三月进展。") { On = new(2026, 3, 31) }, [], Ct)));
        Acts.Good(await acts.As<Report, Outcome<Guid>>("chief-basic", act => act.RunAsync(new(task.Id, 60, "四月进展。"), [], Ct)));

        Acts.Good(await acts.As<Word, Outcome<Done>>("chief-basic", act => act.RunAsync(older, true, "", Ct)));

        Assert.Equal(60, await PercentAsync(acts, task.Id));
    }

    [Fact]
    public async Task A_helping_unit_tells_of_its_part_and_others_tell_nothing()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var (task, finance) = (acts.Task("2.1"), acts.County.UnitId("规划财务科"));

        var helped = Acts.Good(await acts.As<Report, Outcome<Guid>>("chief-finance", act => act.RunAsync(new(task.Id, 100, "资金已下达。"), [], Ct)));
        Acts.Good(await acts.As<Word, Outcome<Done>>("chief-basic", act => act.RunAsync(helped, true, "", Ct)));
        var stranger = await acts.As<Report, Outcome<Guid>>("chief-safety", act => act.RunAsync(new(task.Id, 50, "不相干。"), [], Ct));
        var borrowed = await acts.As<Report, Outcome<Guid>>("chief-safety", act => act.RunAsync(new(task.Id, 50, "不相干。") { Unit = finance }, [], Ct));

        Assert.Equal(0, await PercentAsync(acts, task.Id));
        Assert.Equal(["NotYours", "NotYours"], new[] { stranger, borrowed }.Select(outcome => outcome.Refusals[0].Code));
    }

    [Fact]
    public async Task Nothing_is_reported_before_the_plan_is_out()
    {
        await using var acts = await Acts.InAsync(TestDatabase.Sqlite);

        var early = await acts.As<Report, Outcome<Guid>>("chief-basic", act => act.RunAsync(new(acts.Task("2.1").Id, 10, "先说一声。"), [], Ct));

        Assert.Equal("PlanNotRunning", early.Refusals[0].Code);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_report_is_said_at_once()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var said = new ProgressSaid(acts.Task("2.1").Id, 130, " ") { On = new(2026, 4, 16), Links = "javascript:alert(1)", Milestone = Guid.CreateVersion7() };

        var refused = await acts.As<Report, Outcome<Guid>>("chief-basic", act => act.RunAsync(said, [new("清单.pdf", new MemoryStream("MZ\0\0program"u8.ToArray()))], Ct));

        Assert.Equal(["PercentForm", "WordsForm", "ReportAhead", "LinkForm", "MilestoneUnknown", "FileProgram"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(0, await acts.Look(db => db.Reports.CountAsync()));
    }

    private static Task<int> PercentAsync(Acts acts, Guid task) => acts.Look(db => db.Tasks.Where(row => row.Id == task).Select(row => row.Percent).SingleAsync());

    private static BroughtFile Pdf() => new("监理月报.pdf", new MemoryStream("%PDF-1.7\n"u8.ToArray()));
}
