using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.TakeDispatchStep;

/// <summary>The unit answers a step of the ladder; until the office has judged it, the answer can be written anew.</summary>
internal sealed class AnswerDispatch(PlanningDb planning, FindTaskAtHand find, Actor actor, Process process, TimeProvider time) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid step, string answer, CancellationToken ct)
    {
        if (await planning.DispatchSteps.FirstOrDefaultAsync(row => row.Id == step, ct) is not { } taken || await find.RunAsync(taken.TaskId, ct) is not { } found)
            return new Refusal("DispatchUnknown");
        if (found.Task.LeadUnitId is not { } lead || !actor.CanFor(PlanningRights.Report, lead))
            return new Refusal("NotYours");
        if (taken.BroughtResult is not null)
            return new Refusal("DispatchJudged");
        if (string.IsNullOrWhiteSpace(answer))
            return new Refusal("DispatchAnswerMissing", "answer");
        process.Begin("planning.answer-dispatch", PlanningRefs.Task(taken.TaskId));
        taken.Reply(answer.Trim(), time.Today());
        return await planning.TrySaveAsync(new Done(), ct);
    }
}
