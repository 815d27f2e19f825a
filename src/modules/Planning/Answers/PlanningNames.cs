using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Thread;

namespace Shuren.Planning.Answers;

/// <summary>Names of plans, tasks and targets; a report is called by its task.</summary>
internal sealed class PlanningNames(PlanningDb planning) : IThingNames
{
    public string Room => "planning";

    public async Task<IReadOnlyDictionary<Ref, ThingName>> OfAsync(IReadOnlyCollection<Ref> things, CancellationToken ct)
    {
        var ids = things.Select(thing => thing.Id).ToArray();
        var names = await planning.Plans.AsNoTracking().Where(plan => ids.Contains(plan.Id)).ToDictionaryAsync(plan => plan.Id, plan => new ThingName(plan.Title, PlanningLinks.Plan(plan.Id)), ct);
        foreach (var task in await planning.Tasks.AsNoTracking().Where(task => ids.Contains(task.Id)).Select(task => new { task.Id, task.Title }).ToListAsync(ct))
            names[task.Id] = new(task.Title, PlanningLinks.Task(task.Id));
        foreach (var report in await planning.Reports.AsNoTracking().Where(report => ids.Contains(report.Id)).Join(planning.Tasks, report => report.TaskId, task => task.Id, (report, task) => new { report.Id, report.TaskId, task.Title }).ToListAsync(ct))
            names[report.Id] = new(report.Title, PlanningLinks.Task(report.TaskId));
        foreach (var target in await planning.Targets.AsNoTracking().Where(target => ids.Contains(target.Id)).Select(target => new { target.Id, target.Indicator, target.PlanId }).ToListAsync(ct))
            names[target.Id] = new(target.Indicator, PlanningLinks.PlanTab(target.PlanId, "targets"));
        return things.Where(thing => names.ContainsKey(thing.Id)).ToDictionary(thing => thing, thing => names[thing.Id]);
    }
}
