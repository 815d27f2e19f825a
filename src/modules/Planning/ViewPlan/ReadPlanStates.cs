using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.ViewPlan;

/// <summary>How far several plans have come: two queries, whatever their number.</summary>
internal sealed class ReadPlanStates(PlanningDb planning) : IHandler
{
    /// <returns>A state for each of the ids.</returns>
    public async Task<IReadOnlyDictionary<Guid, PlanState>> RunAsync(IReadOnlyCollection<Guid> plans, CancellationToken ct)
    {
        var steps = (await planning.Steps.AsNoTracking().Where(step => plans.Contains(step.PlanId)).ToListAsync(ct)).ToLookup(step => step.PlanId);
        var leads = (await planning.Tasks.Where(task => plans.Contains(task.PlanId) && task.DroppedAt == null && task.LeadUnitId != null)
            .Select(task => new { task.PlanId, Unit = task.LeadUnitId!.Value }).Distinct().ToListAsync(ct)).ToLookup(lead => lead.PlanId, lead => lead.Unit);
        return plans.Distinct().ToDictionary(plan => plan, plan => PlanLife.StateOf(steps[plan], [.. leads[plan]]));
    }
}
