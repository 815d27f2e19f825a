using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Planning.AmendTask;

/// <summary>The office leaves a task as it is and says why. To grant the wish it amends the task.</summary>
internal sealed class DeclineChange(PlanningDb planning, ReachOfBureau reach, Process process) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid request, string answer, CancellationToken ct)
    {
        if (await planning.ChangeRequests.FirstOrDefaultAsync(row => row.Id == request, ct) is not { } asked)
            return new Refusal("WishUnknown");
        if (!await reach.RunAsync(PlanningRights.Edit, ct))
            return new Refusal("NotYours");
        if (asked.AnsweredAt is not null)
            return asked.Granted == false ? new Done() : new Refusal("WishGranted");
        if (string.IsNullOrWhiteSpace(answer))
            return new Refusal("AnswerMissing", "answer");
        process.Begin("planning.decline-change", PlanningRefs.Task(asked.TaskId), answer.Trim());
        asked.Decline(answer.Trim(), process.At);
        await planning.SaveAsync(ct);
        return new Done();
    }
}
