using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.GuidePlan;

/// <summary>Sends a plan back to draft with a remark: a lead that does not agree, the director, or the office that takes it back to mend it.</summary>
internal sealed class ReturnPlan(FindPlanAtHand find, ReachOfBureau reach, WritePlanStep write, Actor actor) : IHandler
{
    /// <param name="plan">The plan.</param>
    /// <param name="unit">The lead that returns it; null for the director or the office.</param>
    /// <param name="remark">What has to be changed.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid plan, Guid? unit, string remark, CancellationToken ct)
    {
        if (await find.RunAsync(plan, ct) is not { } found)
            return new Refusal("PlanUnknown");
        if (!await MayAsync(found, unit, ct))
            return new Refusal("NotYours");
        if (string.IsNullOrWhiteSpace(remark))
            return new Refusal("RemarkMissing", "remark");
        if (found.State == PlanState.Draft && found.Life.Returned is not null)
            return new Done();
        // A lead speaks while it is asked; the bureau itself until the plan is out.
        if (unit is null ? !found.Life.IsCirculating : found.State is not (PlanState.Countersigning or PlanState.Countersigned))
            return new Refusal("PlanNotReturnable");
        return await write.RunAsync("planning.return-plan", write.Now(plan, PlanStepKind.Return, unit, remark.Trim()), ct);
    }

    private async Task<bool> MayAsync(PlanAtHand found, Guid? unit, CancellationToken ct) => unit is { } lead
        ? actor.CanFor(PlanningRights.Countersign, lead) && found.Leads.Contains(lead)
        : await reach.RunAsync(PlanningRights.Approve, ct) || await reach.RunAsync(PlanningRights.Edit, ct);
}
