using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.TakeDispatchStep;

/// <summary>The office says whether a step brought a result: once the unit has answered, or once its day has passed in silence.</summary>
internal sealed class JudgeDispatch(PlanningDb planning, FindTaskAtHand find, Actor actor, Process process, TimeProvider time) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid step, bool broughtResult, CancellationToken ct)
    {
        if (await planning.DispatchSteps.FirstOrDefaultAsync(row => row.Id == step, ct) is not { } taken || await find.RunAsync(taken.TaskId, ct) is not { } found)
            return new Refusal("DispatchUnknown");
        if (found.Task.LeadUnitId is not { } lead || !actor.CanFor(PlanningRights.Dispatch, lead))
            return new Refusal("NotYours");
        if (taken.BroughtResult is { } judged)
            return judged == broughtResult ? new Done() : new Refusal("DispatchJudged");
        if (taken.Answer is null && taken.AnswerBy >= time.Today())
            return new Refusal("DispatchWaits", "", taken.AnswerBy);
        process.Begin("planning.judge-dispatch", PlanningRefs.Task(taken.TaskId));
        taken.Judge(broughtResult);
        return await planning.TrySaveAsync(new Done(), ct);
    }
}
