using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Thread;

namespace Shuren.Planning.EditReading;

/// <summary>Cuts a task in two behind a clause. Both keep lead, supporting units and date; each number and each dated step goes with its words.</summary>
internal sealed class SplitTask(PlanningDb planning, OpenReading reading, ThreadReader thread) : IHandler
{
    /// <param name="plan">The plan.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="cut">Offset in its text, one of <see cref="Clauses.Cuts"/>.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The new task, which holds what stood behind the cut.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid plan, Guid taskId, int cut, CancellationToken ct)
    {
        var open = await reading.RunAsync(plan, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        if (open.Value.Task(taskId) is not { DroppedAt: null } task)
            return new Refusal("TaskUnknown");
        if (!Clauses.Cuts(task.Text).Contains(cut))
            return new Refusal("NoCutThere", "Cut");
        var source = await planning.Sources.AsNoTracking().Where(row => row.PlanId == plan).OrderByDescending(row => row.Edition).FirstAsync(ct);
        var second = Cut(open.Value, task, cut, source.Text);
        thread.Tie(new Ref("planning", "plansource", source.Id), second.Text, ThreadRelation.Derives, new Ref("planning", "task", second.Id), second.Title);
        var saved = await reading.SaveAsync(open.Value, "planning.split-task", new Ref("planning", "task", taskId), ct);
        return saved.Succeeded ? second.Id : saved.Refusals.ToList();
    }

    private static WorkTask Cut(OpenPlan plan, WorkTask task, int cut, string source)
    {
        var middle = task is { SourceStart: { } start, SourceEnd: { } end } && end <= source.Length ? Clauses.InSource(source, start, end, task.Text, cut) : null;
        var second = new WorkTask
        {
            PlanId = task.PlanId, SectionId = task.SectionId, Position = plan.PlaceBehind(task), Number = "", Title = Headline.Of(task.Text[cut..]), Text = task.Text[cut..], Origin = task.Origin,
            LeadUnitId = task.LeadUnitId, LeadReason = task.LeadReason, LeadIsSet = task.LeadIsSet, AccountableId = task.AccountableId, DueOn = task.DueOn, DueWords = task.DueWords,
            DueReason = task.DueReason, DueIsSet = task.DueIsSet, Mechanism = task.Mechanism, AnswersTaskId = task.AnswersTaskId, IsPublic = task.IsPublic,
            SourceStart = middle, SourceEnd = middle is null ? null : task.SourceEnd, SourceLine = task.SourceLine, SourcePage = task.SourcePage,
        };
        foreach (var target in plan.TargetsOf(task).Where(target => StandsBehind(target, task.Text, cut, middle)).ToList())
            target.TaskId = second.Id;
        foreach (var step in plan.MilestonesOf(task).Where(step => task.Text.IndexOf(step.Title.TrimEnd('…'), StringComparison.Ordinal) >= cut).ToList())
            step.TaskId = second.Id;
        var titleWasMade = task.Title == Headline.Of(task.Text);
        task.Text = task.Text[..cut];
        task.Title = titleWasMade ? Headline.Of(task.Text) : task.Title;
        task.SourceEnd = middle ?? task.SourceEnd;
        task.AcceptedAt = null;
        plan.Add(second);
        plan.SetSupports(second, plan.SupportsOf(task));
        return second;
    }

    /// <summary>By its place in the source; else by where its words stand in the text.</summary>
    private static bool StandsBehind(Target target, string text, int cut, int? middle) =>
        middle is { } at && target.SourceStart is { } start ? start >= at : text.IndexOf(target.Quote, StringComparison.Ordinal) >= cut;
}
