using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform.Thread;
using Shuren.Ui;

namespace Shuren.Planning.ViewTask;

/// <summary>A task's thread: the clause it came from, itself, and what became of it so far.</summary>
internal static class TaskThread
{
    /// <summary>More targets than this stand on the page itself.</summary>
    private const int ShownTargets = 4;

    public static IReadOnlyList<ThreadItem> Of(ReadTask.View view) =>
    [
        .. Before(view),
        new(ViewText.ThreadTask, ViewText.ThisPage, $"{view.Task.Number} {view.Task.Title}") { Place = ThreadPlace.Here },
        .. view.Goals.Take(ShownTargets).SelectMany(goal => Target(goal, view)),
        .. view.Reports.Reverse().Select(report => Report(report, view)),
        .. view.Dispatch.Select(step => Dispatch(step, view)),
        .. view.Links.Where(link => link.FromRef == PlanningRefs.Task(view.Task.Id).ToString()).Select(link => new ThreadItem(WordOf(link.Relation), Day(link.At, view), link.ToTitle) { Href = HrefOf(link.ToRef, view) }),
        .. After(view),
    ];

    private static IEnumerable<ThreadItem> Before(ReadTask.View view)
    {
        if (view.Task.Origin == TaskOrigin.Document)
        {
            var place = view.SourcePage is { } page ? ViewText.ClauseOnPage.Filled(view.Plan.Title, page) : view.Plan.Title;
            yield return new(ViewText.ThreadClause, view.Section?.Label ?? "", place) { Href = PlanningLinks.Plan(view.Plan.Id), Quote = view.Task.Text };
        }
        if (view.Answers is { } above)
            yield return new(ViewText.ThreadSuperior, "", $"{above.Number} {above.Title}") { Href = PlanningLinks.Task(above.Id) };
        foreach (var link in view.Links.Where(link => link.ToRef == PlanningRefs.Task(view.Task.Id).ToString()))
            yield return new(WordOf(link.Relation), Day(link.At, view), link.FromTitle) { Href = HrefOf(link.FromRef, view) };
        if (view.Line.HasLead)
            yield return new(ViewText.ThreadAssigned, "", ViewText.AssignedTo.Filled(view.Units.Of(view.Line.LeadUnitId))) { Href = PlanningLinks.PlanTab(view.Plan.Id, "matrix") };
    }

    private static IEnumerable<ThreadItem> After(ReadTask.View view)
    {
        if (view.Task.DoneOn is { } done)
            yield return new(ViewText.StateDone, Wording.Day(done, view.Deadlines.Today), ViewText.TaskIsDone);
        else if (view.Task.DueOn is { } due)
            yield return new(ViewText.Due, ViewText.DueBy.Filled(Wording.Day(due, view.Deadlines.Today)), ViewText.TaskToBeDone) { Place = ThreadPlace.Ahead };
    }

    private static IEnumerable<ThreadItem> Target(ReadTask.Goal goal, ReadTask.View view)
    {
        yield return TargetItem(goal, view);
        if (goal.Target.Computed is { } computed)
            yield return new(ViewText.RelationMeasures, computed.Value is { } value ? Wording.Day(value.On, view.Deadlines.Today) : "", computed.Name) { Href = computed.Href };
    }

    private static ThreadItem TargetItem(ReadTask.Goal goal, ReadTask.View view) => new(
        ViewText.ThreadTarget, goal.Target.Last is { } last ? Wording.Day(last.On, view.Deadlines.Today) : "", goal.Target.Last is null ? goal.Target.Indicator : $"{goal.Target.Indicator} {TargetWords.Value(goal.Target)}")
    {
        Href = PlanningLinks.Measure(goal.Target.Id),
    };

    private static ThreadItem Report(ReadTask.Report report, ReadTask.View view) => new(
        ViewText.ThreadReport, Wording.Day(report.Said.On, view.Deadlines.Today), ViewText.ReportedPercent.Filled(view.Units.Of(report.Said.UnitId), report.Said.Percent))
    {
        Href = PlanningLinks.Task(view.Task.Id) + "#r" + report.Said.Id.ToString("N"),
    };

    private static ThreadItem Dispatch(DispatchStep step, ReadTask.View view) => new(DispatchWords.Of(step.Rung), Wording.Day(step.On, view.Deadlines.Today), step.DocumentTitle.Length > 0 ? step.DocumentTitle : step.Reason)
    {
        Note = step.Answer is null ? ViewText.AnswerBy.Filled(Wording.Day(step.AnswerBy, view.Deadlines.Today)) : null,
    };

    private static string Day(DateTime at, ReadTask.View view) => Wording.Day(DateOnly.FromDateTime(at), view.Deadlines.Today);

    private static string WordOf(ThreadRelation relation) => relation switch
    {
        ThreadRelation.Derives => ViewText.RelationDerives,
        ThreadRelation.Measures => ViewText.RelationMeasures,
        ThreadRelation.Checks => ViewText.RelationChecks,
        ThreadRelation.Raises => ViewText.RelationRaises,
        ThreadRelation.Fixes => ViewText.RelationFixes,
        ThreadRelation.Scores => ViewText.RelationScores,
        ThreadRelation.Cites => ViewText.RelationCites,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Other rooms say themselves where their things are shown.
    private static string? HrefOf(string thing, ReadTask.View view) => Ref.Parse(thing) switch
    {
        { Room: "planning", Kind: "task", Id: var id } => PlanningLinks.Task(id),
        { Room: "planning", Kind: "plan", Id: var id } => PlanningLinks.Plan(id),
        var other => view.Names.GetValueOrDefault(other)?.Href,
    };
}
