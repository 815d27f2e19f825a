using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.SetMilestones;
using Shuren.Testing;
using Set = Shuren.Planning.SetMilestones.SetMilestones;

namespace Shuren.Rooms.Tests.Planning.SetMilestones;

public class SetMilestonesTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_lead_adds_and_ticks_off_but_does_not_move_what_was_published()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var task = acts.Task("2.1");
        var lines = acts.County.Milestones.Where(step => step.TaskId == task.Id).Select(step => new MilestoneLine(step.Id, step.DueOn, step.Title, false)).ToList();

        var moved = await acts.As<Set, Outcome<Done>>("chief-basic", act => act.RunAsync(task.Id, [lines[0] with { DueOn = new(2026, 6, 1) }, lines[1]], Ct));
        var removed = await acts.As<Set, Outcome<Done>>("chief-basic", act => act.RunAsync(task.Id, [lines[1]], Ct));
        Acts.Good(await acts.As<Set, Outcome<Done>>("chief-basic", act => act.RunAsync(task.Id, [lines[0] with { Done = true }, lines[1], new(null, new(2026, 9, 30), "招生结果公示", false)], Ct)));

        Assert.Equal(["MilestoneFixed", "MilestoneFixed"], new[] { moved, removed }.Select(outcome => outcome.Refusals[0].Code));
        Assert.Equal([new DateOnly(2026, 4, 15), null, null], await acts.Look(db => db.Milestones.Where(step => step.TaskId == task.Id).OrderBy(step => step.DueOn).Select(step => step.DoneOn).ToListAsync()));
    }

    [Fact]
    public async Task A_step_after_the_tasks_own_date_is_refused()
    {
        await using var acts = await Acts.InAsync(TestDatabase.Sqlite);

        var refused = await acts.As<Set, Outcome<Done>>("office", act => act.RunAsync(acts.Task("1.1").Id, [new(null, new(2026, 7, 1), "太晚", false), new(null, null, "没有日期", false)], Ct));

        Assert.Equal(["MilestoneIncomplete", "MilestoneAfterDue"], refused.Refusals.Select(refusal => refusal.Code));
    }
}
