using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.GuidePlan;

/// <summary>Sends an approved plan out: every unit sees its tasks, and the public what is marked public.</summary>
internal sealed class PublishPlan(FindPlanAtHand find, ReachOfBureau reach, WritePlanStep write) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid plan, CancellationToken ct)
    {
        if (await find.RunAsync(plan, ct) is not { } found)
            return new Refusal("PlanUnknown");
        if (!await reach.RunAsync(PlanningRights.Edit, ct))
            return new Refusal("NotYours");
        if (found.Life.IsPublished)
            return new Done();
        if (found.State != PlanState.Approved)
            return new Refusal("PlanNotApproved");
        return await write.RunAsync("planning.publish-plan", write.Now(plan, PlanStepKind.Publication), ct);
    }
}
