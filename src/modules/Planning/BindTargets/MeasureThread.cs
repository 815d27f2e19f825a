using Shuren.Kernel;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Ui;

namespace Shuren.Planning.BindTargets;

/// <summary>A target's thread: the task it hangs on, itself, and the indicators that were bound to it.</summary>
internal static class MeasureThread
{
    public static IReadOnlyList<ThreadItem> Of(ViewMeasure.View view) =>
    [
        new(ViewText.ThreadClause, "", view.Plan.Title) { Href = PlanningLinks.Plan(view.Plan.Id), Quote = view.Target.Quote.Length > 0 ? view.Target.Quote : null },
        .. view.Task is { } task ? (ThreadItem[])[new(ViewText.ThreadTask, "", $"{task.Number} {task.Title}") { Href = PlanningLinks.Task(task.Id) }] : [],
        new(BindText.ThreadHere, ViewText.ThisPage, view.Target.Indicator) { Place = ThreadPlace.Here },
        .. view.Links.Where(link => link.ToRef == PlanningRefs.Target(view.Target.Id).ToString())
            .Select(link => new ThreadItem(BindText.ThreadBound, Wording.Day(DateOnly.FromDateTime(link.At), view.Today), link.FromTitle) { Href = view.Indicators.FirstOrDefault(card => card.Thing.ToString() == link.FromRef)?.Href }),
    ];
}
