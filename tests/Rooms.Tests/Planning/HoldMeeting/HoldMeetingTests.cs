using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.HoldMeeting;
using Shuren.Planning.Model;
using Shuren.Platform.Thread;
using Shuren.Testing;
using Report = Shuren.Planning.ReportProgress.ReportProgress;

namespace Shuren.Rooms.Tests.Planning.HoldMeeting;

public class HoldMeetingTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_is_late_comes_on_the_agenda_and_a_decision_becomes_a_task(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var meeting = Acts.Good(await acts.As<CallMeeting, Outcome<Guid>>("office", act => act.RunAsync(acts.County.Plan.Id, new(new(2026, 4, 15), "14:30，三楼会议室", "贺敬文"), Ct)));
        var item = await acts.Look(db => db.AgendaItems.SingleAsync());

        var empty = await acts.As<CloseMeeting, Outcome<Done>>("office", act => act.RunAsync(meeting, Ct));
        var task = Acts.Good(await acts.As<RecordDecision, Outcome<Guid?>>("office", act => act.RunAsync(item.Id, "5月底前完成布局规划初稿", new("完成布局规划初稿", acts.County.UnitId("规划财务科"), new(2026, 5, 29)), Ct)));
        Acts.Good(await acts.As<CloseMeeting, Outcome<Done>>("office", act => act.RunAsync(meeting, Ct)));
        var after = await acts.As<SetAgenda, Outcome<Done>>("office", act => act.RunAsync(meeting, [], Ct));

        Assert.Equal(("MeetingUndecided", "MeetingClosed"), (empty.Refusals[0].Code, after.Refusals[0].Code));
        Assert.Equal(acts.Task("2.2").Id, item.TaskId);
        var decided = await acts.Look(db => db.Tasks.SingleAsync(row => row.Id == task));
        Assert.Equal((TaskOrigin.Decision, "会1.1", new DateOnly(2026, 5, 29)), (decided.Origin, decided.Number, decided.DueOn!.Value));
        var ties = await acts.As<ThreadReader, IReadOnlyList<ThreadLink>>("office", thread => thread.OfAsync(new Ref("planning", "task", decided.Id), Ct));
        Assert.Equal((ThreadRelation.Derives, item.Title), (ties.Single().Relation, ties.Single().FromTitle));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Work_that_is_clearly_behind_its_time_comes_on_the_agenda_and_says_so(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        // Published on 15 April, due on 30 June: on 5 June 51 of 76 days have passed.
        acts.House.Clock.GoTo(2026, 6, 5);
        await acts.As<Report, Outcome<Guid>>("office", act => act.RunAsync(new(acts.Task("1.1").Id, 30, "已修订三所学校的规则。"), [], Ct));
        await acts.As<Report, Outcome<Guid>>("chief-basic", act => act.RunAsync(new(acts.Task("1.2").Id, 30, "已评选12节。"), [], Ct));

        Acts.Good(await acts.As<CallMeeting, Outcome<Guid>>("office", act => act.RunAsync(acts.County.Plan.Id, new(new(2026, 6, 5), "14:30，三楼会议室", "贺敬文"), Ct)));

        var items = await acts.Look(db => db.AgendaItems.ToListAsync());
        Assert.Contains("时间已过67%，已确认进度30%，落后37个百分点", items.Single(item => item.TaskId == acts.Task("1.1").Id).Why);
        // 51 of 229 days: 22% of the time and 30% of the work.
        Assert.DoesNotContain(items, item => item.TaskId == acts.Task("1.2").Id && item.Why.Contains("落后"));
    }

    [Fact]
    public async Task Points_are_added_removed_and_put_in_order()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var meeting = Acts.Good(await acts.As<CallMeeting, Outcome<Guid>>("office", act => act.RunAsync(acts.County.Plan.Id, new(new(2026, 4, 16), "14:30", "贺敬文"), Ct)));
        var item = await acts.Look(db => db.AgendaItems.SingleAsync());

        Acts.Good(await acts.As<SetAgenda, Outcome<Done>>("office", act => act.RunAsync(meeting, [new(null, "通报一季度情况", ""), new(item.Id, item.Title, item.Why), new(null, " ", "")], Ct)));
        var chief = await acts.As<SetAgenda, Outcome<Done>>("chief-basic", act => act.RunAsync(meeting, [], Ct));

        Assert.Equal(["通报一季度情况", item.Title], await acts.Look(db => db.AgendaItems.OrderBy(row => row.Position).Select(row => row.Title).ToListAsync()));
        Assert.Equal("NotYours", chief.Refusals[0].Code);
    }

    [Fact]
    public async Task The_minutes_say_who_does_what_by_when()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var meeting = Acts.Good(await acts.As<CallMeeting, Outcome<Guid>>("office", act => act.RunAsync(acts.County.Plan.Id, new(new(2026, 4, 15), "14:30", "贺敬文"), Ct)));
        var item = await acts.Look(db => db.AgendaItems.SingleAsync());
        Acts.Good(await acts.As<RecordDecision, Outcome<Guid?>>("office", act => act.RunAsync(item.Id, "加快编制。", new("完成布局规划初稿", acts.County.UnitId("规划财务科"), new(2026, 5, 29)), Ct)));

        var view = (await acts.As<ViewMeeting, ViewMeeting.View?>("chief-basic", look => look.RunAsync(meeting, Ct)), await acts.As<ViewMeeting, ViewMeeting.View?>("office", look => look.RunAsync(meeting, Ct)));

        Assert.Null(view.Item1);
        Assert.Contains("加快编制。由规划财务科牵头，2026年5月29日前完成。", MeetingDocument.Minutes(view.Item2!).Body.OfType<Shuren.Documents.OfficialDocuments.TextBlock>().Select(block => block.Text));
    }
}
