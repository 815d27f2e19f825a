using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.GuidePlan;

/// <summary>
/// Sends a plan to the units that lead its tasks. Tasks without lead or date stop it, unless the sender states how many there are:
/// then they stay behind, and nobody can say that they were not seen.
/// </summary>
internal sealed class SendToCountersign(FindPlanAtHand find, ReachOfBureau reach, WritePlanStep write) : IHandler
{
    /// <param name="plan">The plan.</param>
    /// <param name="openAgreed">The number of tasks without lead or date with which the sender goes on; 0 for none.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid plan, int openAgreed, CancellationToken ct)
    {
        if (await find.RunAsync(plan, ct) is not { } found)
            return new Refusal("PlanUnknown");
        if (!await reach.RunAsync(PlanningRights.Edit, ct))
            return new Refusal("NotYours");
        if (found.State != PlanState.Draft)
            return new Done();
        if (found.Plan.Kind != PlanKind.Own)
            return new Refusal("PlanNotOwn");
        if (found.Plan.ReviewedAt is null)
            return new Refusal("PlanNotReviewed");
        if (found.Leads.Count == 0)
            return new Refusal("PlanWithoutLeads");
        if (found.Open.Count > 0 && openAgreed != found.Open.Count)
            return new Refusal("TasksOpen", "open", found.Open.Count, string.Join('、', found.Open.Select(task => task.Number)));
        return await write.RunAsync("planning.send-plan", write.Now(plan, PlanStepKind.Circulation), ct);
    }
}
