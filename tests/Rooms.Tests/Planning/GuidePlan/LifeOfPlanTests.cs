using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.GuidePlan;

public class LifeOfPlanTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_plan_goes_from_draft_to_closed(TestDatabase database)
    {
        await using var acts = await Acts.InAsync(database);
        var plan = acts.County.Plan.Id;

        await acts.SignedAsync();
        Acts.Good(await acts.As<ApprovePlan, Outcome<Done>>("director", act => act.RunAsync(plan, Ct)));
        Acts.Good(await acts.As<PublishPlan, Outcome<Done>>("office", act => act.RunAsync(plan, Ct)));
        var endings = acts.County.Tasks.Where(task => task.DoneOn is null).ToDictionary(task => task.Id, _ => new EndingOfTask(TaskEnding.CarriedOver, "明年继续"));
        Acts.Good(await acts.As<ClosePlan, Outcome<Done>>("office", act => act.RunAsync(plan, endings, Ct)));

        Assert.Equal(PlanState.Closed, (await LifeAsync(acts)).State);
        Assert.Equal(7, await acts.Look(db => db.Amendments.CountAsync(row => row.Field == "ending" && row.Reason == "明年继续")));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_plan_is_not_sent_while_tasks_are_incomplete_unless_their_number_is_stated(TestDatabase database)
    {
        await using var acts = await Acts.InAsync(database);
        var plan = acts.County.Plan.Id;

        var silent = await acts.As<SendToCountersign, Outcome<Done>>("office", act => act.RunAsync(plan, 0, Ct));
        var wrong = await acts.As<SendToCountersign, Outcome<Done>>("office", act => act.RunAsync(plan, 1, Ct));
        var stated = await acts.As<SendToCountersign, Outcome<Done>>("office", act => act.RunAsync(plan, 2, Ct));

        Assert.Equal(("TasksOpen", "2.3、3.3"), (silent.Refusals[0].Code, silent.Refusals[0].Args[1]));
        Assert.False(wrong.Succeeded);
        Acts.Good(stated);
    }

    [Fact]
    public async Task Nobody_signs_or_approves_beyond_the_own_unit()
    {
        await using var acts = await Acts.InAsync(TestDatabase.Sqlite);
        var plan = acts.County.Plan.Id;
        Acts.Good(await acts.As<SendToCountersign, Outcome<Done>>("office", act => act.RunAsync(plan, 2, Ct)));

        var neighbour = await acts.As<CountersignPlan, Outcome<Done>>("chief-basic", act => act.RunAsync(plan, acts.County.UnitId("安全科"), Ct));
        var staff = await acts.As<CountersignPlan, Outcome<Done>>("staff-basic", act => act.RunAsync(plan, acts.County.UnitId("基础教育科"), Ct));
        var chief = await acts.As<ApprovePlan, Outcome<Done>>("chief-basic", act => act.RunAsync(plan, Ct));
        var early = await acts.As<ApprovePlan, Outcome<Done>>("director", act => act.RunAsync(plan, Ct));

        Assert.Equal(["NotYours", "NotYours", "NotYours", "PlanNotCountersigned"], new[] { neighbour, staff, chief, early }.Select(outcome => outcome.Refusals[0].Code));
    }

    [Fact]
    public async Task A_lead_returns_the_plan_with_a_remark_and_all_sign_anew()
    {
        await using var acts = await Acts.InAsync(TestDatabase.Sqlite);
        var (plan, basic) = (acts.County.Plan.Id, acts.County.UnitId("基础教育科"));
        await acts.SignedAsync();

        var silent = await acts.As<ReturnPlan, Outcome<Done>>("chief-basic", act => act.RunAsync(plan, basic, " ", Ct));
        Acts.Good(await acts.As<ReturnPlan, Outcome<Done>>("chief-basic", act => act.RunAsync(plan, basic, "2.1的期限请改到8月", Ct)));
        var draft = await LifeAsync(acts);
        Acts.Good(await acts.As<SendToCountersign, Outcome<Done>>("office", act => act.RunAsync(plan, 2, Ct)));

        Assert.Equal("RemarkMissing", silent.Refusals[0].Code);
        Assert.Equal((PlanState.Draft, "2.1的期限请改到8月"), (draft.State, draft.Returned?.Remark));
        Assert.Empty((await LifeAsync(acts)).Signed);
    }

    [Fact]
    public async Task Closing_names_every_open_task_that_has_no_reason()
    {
        await using var acts = await Acts.InAsync(TestDatabase.Sqlite);
        var plan = acts.County.Plan.Id;
        await acts.SignedAsync();
        Acts.Good(await acts.As<ApprovePlan, Outcome<Done>>("director", act => act.RunAsync(plan, Ct)));
        Acts.Good(await acts.As<PublishPlan, Outcome<Done>>("office", act => act.RunAsync(plan, Ct)));

        var refused = await acts.As<ClosePlan, Outcome<Done>>("office", act => act.RunAsync(plan, new Dictionary<Guid, EndingOfTask> { [acts.County.Tasks[0].Id] = new(TaskEnding.Cancelled, "政策已变") }, Ct));

        Assert.Equal(["1.2", "2.1", "2.2", "2.3", "3.1", "3.3"], refused.Refusals.Select(refusal => refusal.Args[0]));
        Assert.Equal(0, await acts.Look(db => db.Amendments.CountAsync()));
    }

    [Fact]
    public async Task An_act_that_is_repeated_writes_nothing()
    {
        await using var acts = await Acts.InAsync(TestDatabase.Sqlite);
        var plan = acts.County.Plan.Id;
        await acts.SignedAsync();
        await acts.SignedAsync();
        Acts.Good(await acts.As<ApprovePlan, Outcome<Done>>("director", act => act.RunAsync(plan, Ct)));
        Acts.Good(await acts.As<ApprovePlan, Outcome<Done>>("director", act => act.RunAsync(plan, Ct)));

        Assert.Equal(6, await acts.Look(db => db.Steps.CountAsync()));
    }

    private static async Task<PlanLife> LifeAsync(Acts acts) => (await acts.As<FindPlanAtHand, PlanAtHand?>("office", find => find.RunAsync(acts.County.Plan.Id, Ct)))!.Life;
}
