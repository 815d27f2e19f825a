using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.GuidePlan;

/// <summary>A unit that leads tasks of a plan agrees to it. The office may record it for a unit that signed on paper.</summary>
internal sealed class CountersignPlan(FindPlanAtHand find, WritePlanStep write, Actor actor) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid plan, Guid unit, CancellationToken ct)
    {
        if (await find.RunAsync(plan, ct) is not { } found)
            return new Refusal("PlanUnknown");
        if (!actor.CanFor(PlanningRights.Countersign, unit))
            return new Refusal("NotYours");
        if (!found.Leads.Contains(unit))
            return new Refusal("UnitLeadsNothing", "unit");
        if (found.Life.Signed.Contains(unit))
            return new Done();
        if (found.State != PlanState.Countersigning)
            return new Refusal("PlanNotCountersigning");
        return await write.RunAsync("planning.countersign-plan", write.Now(plan, PlanStepKind.Countersignature, unit), ct);
    }
}
