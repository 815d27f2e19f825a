using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.AmendTask;
using Shuren.Planning.Model;
using Shuren.Testing;
using Amend = Shuren.Planning.AmendTask.AmendTask;

namespace Shuren.Rooms.Tests.Planning.AmendTask;

public class AmendTaskTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task After_publication_a_change_needs_a_reason_and_the_old_wording_stays(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var task = acts.Task("2.2");
        var wording = TaskWording.Of(task, [acts.County.UnitId("教研室")]) with { Title = "编制中小学幼儿园布局规划", DueOn = new(2026, 8, 31) };

        var silent = await acts.As<Amend, Outcome<Done>>("office", act => act.RunAsync(task.Id, wording, " ", null, Ct));
        Acts.Good(await acts.As<Amend, Outcome<Done>>("office", act => act.RunAsync(task.Id, wording, "省里推迟了时间表", null, Ct)));
        Acts.Good(await acts.As<Amend, Outcome<Done>>("office", act => act.RunAsync(task.Id, wording, "", null, Ct)));

        Assert.Equal("ReasonMissing", silent.Refusals[0].Code);
        var shown = await acts.As<ViewChanges, ViewChanges.View?>("director", look => look.RunAsync(acts.County.Plan.Id, Ct));
        Assert.Equal((3, 1), (shown!.Rows.Count, shown.Tasks));
        var kept = await acts.Look(db => db.Amendments.OrderBy(row => row.Field).Select(row => new { row.Field, row.Before, row.After, row.Reason }).ToListAsync());
        Assert.Equal(["due", "support", "title"], kept.Select(row => row.Field));
        Assert.Equal(("2026-04-13", "2026-08-31"), (kept[0].Before, kept[0].After));
        Assert.Equal(("基础教育科", "教研室"), (kept[1].Before, kept[1].After));
        Assert.Equal("制定中小学幼儿园布局规划", kept[2].Before);
        Assert.All(kept, row => Assert.Equal("省里推迟了时间表", row.Reason));
    }

    [Fact]
    public async Task A_draft_is_edited_plainly_and_what_is_being_signed_is_not_edited()
    {
        await using var acts = await Acts.InAsync(TestDatabase.Sqlite);
        var task = acts.Task("2.3");
        var wording = TaskWording.Of(task, []) with { Lead = acts.County.UnitId("规划财务科") };

        Acts.Good(await acts.As<Amend, Outcome<Done>>("office", act => act.RunAsync(task.Id, wording, "", null, Ct)));
        Acts.Good(await acts.As<Shuren.Planning.GuidePlan.SendToCountersign, Outcome<Done>>("office", act => act.RunAsync(acts.County.Plan.Id, 1, Ct)));
        var late = await acts.As<Amend, Outcome<Done>>("office", act => act.RunAsync(task.Id, wording with { Title = "另一个标题" }, "改了", null, Ct));

        Assert.Equal(0, await acts.Look(db => db.Amendments.CountAsync()));
        Assert.Equal("PlanCirculating", late.Refusals[0].Code);
    }

    [Fact]
    public async Task A_lead_asks_for_a_change_and_the_amendment_answers_it()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var task = acts.Task("2.1");
        Acts.Good(await acts.As<ProposeChange, Outcome<Guid>>("chief-basic", act => act.RunAsync(task.Id, "期限改到次年1月", Ct)));
        var again = await acts.As<ProposeChange, Outcome<Guid>>("chief-basic", act => act.RunAsync(task.Id, "再说一遍", Ct));
        var chief = await acts.As<Amend, Outcome<Done>>("chief-basic", act => act.RunAsync(task.Id, TaskWording.Of(task, []), "自己改", null, Ct));

        Acts.Good(await acts.As<Amend, Outcome<Done>>("office", act => act.RunAsync(task.Id, TaskWording.Of(task, [acts.County.UnitId("规划财务科"), acts.County.UnitId("招生办")]) with { DueOn = new(2027, 1, 31) }, "施工许可推迟", null, Ct)));

        Assert.Equal(("WishWaits", "NotYours"), (again.Refusals[0].Code, chief.Refusals[0].Code));
        Assert.Equal((true, "施工许可推迟"), await acts.Look(async db => { var wish = await db.ChangeRequests.SingleAsync(); return (wish.Granted == true, wish.Answer); }));
        Assert.Equal(["due"], await acts.Look(db => db.Amendments.Select(row => row.Field).ToListAsync()));
    }

    [Fact]
    public async Task Who_looked_at_an_older_wording_is_told()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var task = acts.Task("2.1");
        var seen = await acts.Look(db => db.Tasks.Where(row => row.Id == task.Id).Select(row => row.Version).SingleAsync());
        var wording = TaskWording.Of(task, []);
        Acts.Good(await acts.As<Amend, Outcome<Done>>("office", act => act.RunAsync(task.Id, wording with { Title = "甲" }, "一", seen, Ct)));

        var second = await acts.As<Amend, Outcome<Done>>("office", act => act.RunAsync(task.Id, wording with { Title = "乙" }, "二", seen, Ct));

        Assert.Equal("EditedMeanwhile", second.Refusals[0].Code);
    }
}
