using Microsoft.EntityFrameworkCore;
using Shuren.Planning.PublicPlan;
using Shuren.Platform.Districts.Above;

namespace Shuren.Planning.ReportUp;

/// <summary>How many tasks the published plans of the year have, by state, and how many of those that were due were done in time. Two sets, no names.</summary>
internal sealed class ReportTasks(PlanningDb planning) : IReportUp
{
    public const string Kind = "planning.tasks-by-state";

    public static UpwardFigure[] Figures { get; } =
    [
        new("tasks", () => PublicText.UpTasks), new("done", () => PublicText.Done), new("going", () => PublicText.Going), new("late", () => PublicText.Late),
        new("on-time", () => PublicText.UpOnTime, IsShare: true),
    ];

    public async Task<IReadOnlyDictionary<string, double>> RunAsync(DateOnly day, CancellationToken ct)
    {
        var plans = PublishedPlans.In(planning).Where(plan => plan.Year <= day.Year && day.Year <= plan.EndYear).Select(plan => plan.Id);
        var tasks = planning.Tasks.AsNoTracking().Where(task => plans.Contains(task.PlanId) && task.DroppedAt == null);
        var counts = await tasks.GroupBy(_ => 1).Select(all => new
        {
            Tasks = all.Count(), Done = all.Count(task => task.DoneOn != null), Late = all.Count(task => task.DoneOn == null && task.DueOn < day),
            Going = all.Count(task => task.DoneOn == null && (task.DueOn == null || task.DueOn >= day) && task.Percent > 0),
            Due = all.Count(task => task.DueOn < day || (task.DueOn == day && task.DoneOn != null)), InTime = all.Count(task => task.DueOn <= day && task.DoneOn <= task.DueOn),
        }).FirstOrDefaultAsync(ct);
        if (counts is null)
            return new Dictionary<string, double>();
        var figures = new Dictionary<string, double> { ["tasks"] = counts.Tasks, ["done"] = counts.Done, ["going"] = counts.Going, ["late"] = counts.Late };
        if (counts.Due > 0)
            figures["on-time"] = (double)counts.InTime / counts.Due;
        return figures;
    }
}
