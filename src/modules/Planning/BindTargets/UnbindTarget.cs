using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Planning.BindTargets;

/// <summary>A target is no longer measured by an indicator: what units report counts again. The thread keeps that it was.</summary>
internal sealed class UnbindTarget(PlanningDb planning, PlanScope scope, ReadPlanStates states, ReachOfBureau reach, Process process) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid id, CancellationToken ct)
    {
        if (await BindTarget.OpenAsync(planning, scope, id, ct) is not { } target)
            return new Refusal("TargetUnknown");
        if (!await reach.RunAsync(PlanningRights.Edit, ct))
            return new Refusal("NotYours");
        if ((await states.RunAsync([target.PlanId], ct))[target.PlanId] == Model.PlanState.Closed)
            return new Refusal("PlanClosed");
        if (await planning.Bindings.FirstOrDefaultAsync(row => row.TargetId == id, ct) is not { } binding)
            return new Done();
        process.Begin("planning.unbind-target", PlanningRefs.Target(id));
        planning.Bindings.Remove(binding);
        planning.Hold(target);
        return await planning.TrySaveAsync(new Done(), ct);
    }
}
