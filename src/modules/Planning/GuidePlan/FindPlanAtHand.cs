using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.GuidePlan;

/// <summary>Reads a plan with its steps and tasks: three queries, whatever its size.</summary>
internal sealed class FindPlanAtHand(PlanningDb planning) : IHandler
{
    public async Task<PlanAtHand?> RunAsync(Guid id, CancellationToken ct)
    {
        var plan = await planning.Plans.AsNoTracking().FirstOrDefaultAsync(plan => plan.Id == id, ct);
        if (plan is null)
            return null;
        var steps = await planning.Steps.AsNoTracking().Where(step => step.PlanId == id).OrderBy(step => step.At).ThenBy(step => step.Id).ToListAsync(ct);
        var tasks = await planning.Tasks.AsNoTracking().Where(task => task.PlanId == id && task.DroppedAt == null).OrderBy(task => task.Position).ThenBy(task => task.Id).ToListAsync(ct);
        return new(plan, steps, tasks);
    }
}
