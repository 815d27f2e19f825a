using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.AmendTask;

/// <summary>The chief of a lead asks the office to change a published task (申请调整). One wish at a time waits.</summary>
internal sealed class ProposeChange(PlanningDb planning, FindTaskAtHand find, Actor actor, Process process) : IHandler
{
    public async Task<Outcome<Guid>> RunAsync(Guid task, string wish, CancellationToken ct)
    {
        if (await find.RunAsync(task, ct) is not { } found)
            return new Refusal("TaskUnknown");
        if (found.Task.LeadUnitId is not { } lead || !actor.CanFor(PlanningRights.Confirm, lead))
            return new Refusal("NotYours");
        if (!found.IsRunning)
            return new Refusal("PlanNotRunning");
        if (string.IsNullOrWhiteSpace(wish))
            return new Refusal("WishMissing", "wish");
        if (await planning.ChangeRequests.AnyAsync(request => request.TaskId == task && request.AnsweredAt == null, ct))
            return new Refusal("WishWaits");
        var asked = new ChangeRequest { TaskId = task, UnitId = lead, Wish = wish.Trim(), By = actor.Name, At = process.At };
        process.Begin("planning.propose-change", PlanningRefs.Task(task), asked.Wish);
        planning.ChangeRequests.Add(asked);
        await planning.SaveAsync(ct);
        return asked.Id;
    }
}
