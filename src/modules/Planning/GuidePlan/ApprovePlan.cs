using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.GuidePlan;

/// <summary>The director approves a plan that all leads have countersigned.</summary>
internal sealed class ApprovePlan(FindPlanAtHand find, ReachOfBureau reach, WritePlanStep write) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid plan, CancellationToken ct)
    {
        if (await find.RunAsync(plan, ct) is not { } found)
            return new Refusal("PlanUnknown");
        if (!await reach.RunAsync(PlanningRights.Approve, ct))
            return new Refusal("NotYours");
        if (found.State >= PlanState.Approved)
            return new Done();
        if (found.State != PlanState.Countersigned)
            return new Refusal("PlanNotCountersigned", "", found.State == PlanState.Draft ? found.Leads.Count : found.Unsigned.Count);
        return await write.RunAsync("planning.approve-plan", write.Now(plan, PlanStepKind.Approval), ct);
    }
}
