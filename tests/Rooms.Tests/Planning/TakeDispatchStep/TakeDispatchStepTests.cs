using Microsoft.EntityFrameworkCore;
using Shuren.Documents.OfficialDocuments;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Testing;
using Take = Shuren.Planning.TakeDispatchStep.TakeDispatchStep;

namespace Shuren.Rooms.Tests.Planning.TakeDispatchStep;

public class TakeDispatchStepTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_late_task_climbs_when_the_former_step_brought_nothing(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var task = acts.Task("2.2");

        var skipped = await acts.As<Take, Outcome<Guid>>("office", act => act.RunAsync(task.Id, new(Rung.Circular, "逾期"), Ct));
        var step = Acts.Good(await acts.As<Take, Outcome<Guid>>("office", act => act.RunAsync(task.Id, new(Rung.Reminder, "4月13日到期未完成"), Ct)));
        var early = await acts.As<JudgeDispatch, Outcome<Done>>("office", act => act.RunAsync(step, false, Ct));
        var stranger = await acts.As<AnswerDispatch, Outcome<Done>>("chief-basic", act => act.RunAsync(step, "不是我科", Ct));
        Acts.Good(await acts.As<AnswerDispatch, Outcome<Done>>("chief-finance", act => act.RunAsync(step, "初稿已完成，5月底定稿", Ct)));
        Acts.Good(await acts.As<JudgeDispatch, Outcome<Done>>("office", act => act.RunAsync(step, false, Ct)));

        Assert.Equal(["RungSkipped", "DispatchWaits", "NotYours"], [skipped.Refusals[0].Code, early.Refusals[0].Code, stranger.Refusals[0].Code]);
        Assert.Equal(new DateOnly(2026, 4, 20), await acts.Look(db => db.DispatchSteps.Select(row => row.AnswerBy).SingleAsync()));
        var late = await acts.As<FindLateWork, IReadOnlyList<LateWork>>("office", look => look.RunAsync(acts.County.Plan.Id, Ct));
        Assert.Equal([("2.2", 2, 1, Rung.Review)], late.Select(work => (work.Task.Number, work.DaysLate, work.LateSteps, work.Next!.Value)));
    }

    [Fact]
    public async Task A_rung_is_skipped_with_a_reason_and_its_document_says_what_is_asked()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var task = acts.Task("2.2");

        var step = Acts.Good(await acts.As<Take, Outcome<Guid>>("director", act => act.RunAsync(task.Id,
            new(Rung.Check, "县政府督查室点名") { SkipReason = "上级要求直接督查", DocumentNumber = "青教督〔2026〕3号", AnswerBy = new(2026, 4, 24) }, Ct)));

        var view = (await acts.As<ViewDispatch, ViewDispatch.View?>("office", look => look.RunAsync(task.Id, Ct)))!;
        var document = DispatchDocument.Of(view.Steps.Single(row => row.Id == step), view.AtHand.Task, view.Lead, view.Bureau);
        Assert.Equal(("关于“制定中小学幼儿园布局规划”的督查通知", "规划财务科", "青教督〔2026〕3号"), (document.Title, document.Addressee, document.Head?.Number));
        Assert.Contains(document.Body.OfType<TextBlock>(), block => block.Text.Contains("2026年4月24日", StringComparison.Ordinal));
    }
}
