using Microsoft.EntityFrameworkCore;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.AmendTask;

/// <summary>What has been changed in a plan since it was published, the latest first; seen by the people of the bureau.</summary>
internal sealed class ViewChanges(PlanningDb planning, ReachOfBureau reach) : IHandler
{
    /// <summary>So many are shown; the task's own page has all of one task.</summary>
    public const int Most = 500;

    /// <summary>A change with its task.</summary>
    public sealed record Row(Amendment Change, string Number, string Title);

    /// <summary>What the page shows.</summary>
    public sealed record View(WorkPlan Plan, IReadOnlyList<Row> Rows, int Tasks);

    public async Task<View?> RunAsync(Guid id, CancellationToken ct)
    {
        if (await planning.Plans.AsNoTracking().FirstOrDefaultAsync(plan => plan.Id == id, ct) is not { } plan || !await reach.RunAsync(PlanningRights.View, ct))
            return null;
        var rows = await planning.Amendments.AsNoTracking().Where(change => change.PlanId == id)
            .Join(planning.Tasks, change => change.TaskId, task => task.Id, (change, task) => new { change, task.Number, task.Title })
            .OrderByDescending(row => row.change.At).ThenBy(row => row.change.Id).Take(Most)
            .Select(row => new Row(row.change, row.Number, row.Title)).ToListAsync(ct);
        return new(plan, rows, rows.Select(row => row.Change.TaskId).Distinct().Count());
    }
}
