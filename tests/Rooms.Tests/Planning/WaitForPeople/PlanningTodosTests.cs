using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Planning.ReportProgress;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Planning.WaitForPeople;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Testing;
using Report = Shuren.Planning.ReportProgress.ReportProgress;
using Take = Shuren.Planning.TakeDispatchStep.TakeDispatchStep;

namespace Shuren.Rooms.Tests.Planning.WaitForPeople;

public class PlanningTodosTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_plan_waits_for_its_leads_then_for_the_director_then_for_the_office(TestDatabase database)
    {
        await using var acts = await Acts.InAsync(database);
        var plan = acts.County.Plan.Id;
        Acts.Good(await acts.As<SendToCountersign, Outcome<Done>>("office", act => act.RunAsync(plan, 2, Ct)));
        var chief = await TitlesAsync(acts, "chief-basic");
        var early = await TitlesAsync(acts, "director");
        foreach (var unit in (string[])["基础教育科", "规划财务科", "安全科", "组织人事科"])
            Acts.Good(await acts.As<CountersignPlan, Outcome<Done>>("office", act => act.RunAsync(plan, acts.County.UnitId(unit), Ct)));
        var director = await TitlesAsync(acts, "director");
        Acts.Good(await acts.As<ApprovePlan, Outcome<Done>>("director", act => act.RunAsync(plan, Ct)));

        Assert.Equal(["会签《青禾县2026年教育工作要点》"], chief);
        Assert.Empty(early);
        Assert.Equal(["审批《青禾县2026年教育工作要点》"], director);
        Assert.Equal(["发布《青禾县2026年教育工作要点》"], await TitlesAsync(acts, "office"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_running_year_gives_each_person_the_work_of_the_own_units(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);

        Assert.Equal(["填报进展：2.1 扩大普惠性学前教育资源"], await TitlesAsync(acts, "chief-basic"));
        Assert.Equal(["填报进展：2.2 制定中小学幼儿园布局规划"], await TitlesAsync(acts, "chief-finance"));
        Assert.Equal(["填报进展：3.1 开展校园消防安全排查"], await TitlesAsync(acts, "chief-safety"));
        Assert.Equal(["督办：2.2 制定中小学幼儿园布局规划"], await TitlesAsync(acts, "office"));
        Assert.Empty(await TitlesAsync(acts, "director"));
    }

    [Fact]
    public async Task Reports_and_steps_wait_for_those_who_speak_next()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        Acts.Good(await acts.As<Report, Outcome<Guid>>("staff-basic", act => act.RunAsync(new(acts.Task("1.2").Id, 20, "已评选8节。"), [], Ct)));
        var step = Acts.Good(await acts.As<Take, Outcome<Guid>>("office", act => act.RunAsync(acts.Task("2.2").Id, new(Rung.Reminder, "逾期"), Ct)));
        var asked = await TitlesAsync(acts, "chief-finance");
        Acts.Good(await acts.As<AnswerDispatch, Outcome<Done>>("chief-finance", act => act.RunAsync(step, "月底完成", Ct)));

        Assert.Contains("核实填报：1.2 评选县级精品课例40节", await TitlesAsync(acts, "chief-basic"));
        Assert.DoesNotContain("核实填报：1.2 评选县级精品课例40节", await TitlesAsync(acts, "staff-basic"));
        Assert.Contains("答复督办：2.2 制定中小学幼儿园布局规划", asked);
        Assert.Equal(["判断督办成效：2.2 制定中小学幼儿园布局规划"], await TitlesAsync(acts, "office"));
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(Acts acts, string signIn)
    {
        await using var scope = await acts.House.EnterAsAsync(acts.County.AccountId(signIn));
        var source = scope.ServiceProvider.GetServices<ITodoSource>().OfType<PlanningTodos>().Single();
        return [.. (await source.ForAsync(scope.ServiceProvider.GetRequiredService<Actor>(), new(2026, 4, 15), Ct)).Select(todo => todo.Title)];
    }
}
