using Shuren.Contracts.Organization;
using Shuren.Contracts.Planning;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Outbox;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Platform.Thread;
using Microsoft.EntityFrameworkCore;

namespace Shuren.Planning.TakeDispatchStep;

/// <summary>A step of the ladder that somebody wants to take.</summary>
/// <param name="Rung">Which rung.</param>
/// <param name="Reason">Why, as it stands in the document.</param>
internal sealed record DispatchWish(Rung Rung, string Reason)
{
    /// <summary>By when the unit answers; null takes the rung's usual time.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>Title and number of the document, where it has them.</summary>
    public string DocumentTitle { get; init; } = "";

    public string DocumentNumber { get; init; } = "";

    /// <summary>Why a rung is skipped.</summary>
    public string SkipReason { get; init; } = "";

    /// <summary>The meeting that decided it.</summary>
    public Guid? Meeting { get; init; }
}

/// <summary>Takes a step of the ladder for one task. No rung is skipped without a reason, which stands in the audit with the act.</summary>
internal sealed class TakeDispatchStep(
    PlanningDb planning, FindTaskAtHand find, IWorkingDays workingDays, ThreadReader thread, EventTeller events, Actor actor, Process process, TimeProvider time) : IHandler
{
    /// <returns>The step's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid task, DispatchWish wish, CancellationToken ct)
    {
        if (await find.RunAsync(task, ct) is not { } found)
            return new Refusal("TaskUnknown");
        if (found.Task.LeadUnitId is not { } lead)
            return new Refusal("TaskWithoutLead");
        if (!actor.CanFor(PlanningRights.Dispatch, lead))
            return new Refusal("NotYours");
        if (!found.IsRunning)
            return new Refusal("PlanNotRunning");
        if (found.Task.DoneOn is not null)
            return new Refusal("TaskDone");
        if (string.IsNullOrWhiteSpace(wish.Reason))
            return new Refusal("DispatchReasonMissing", "reason");
        var today = time.Today();
        if (wish.AnswerBy <= today)
            return new Refusal("AnswerByPast", "answerBy");
        var steps = await planning.DispatchSteps.AsNoTracking().Where(step => step.TaskId == task).ToListAsync(ct);
        var highest = Ladder.HighestWithoutReason(steps);
        if (wish.Rung > highest && string.IsNullOrWhiteSpace(wish.SkipReason))
            return new Refusal("RungSkipped", "skipReason", DispatchWords.Of(highest), DispatchWords.Of(wish.Rung));
        var step = new DispatchStep
        {
            TaskId = task, Rung = wish.Rung, On = today, Reason = wish.Reason.Trim(), AnswerBy = wish.AnswerBy ?? Ladder.AnswerBy(wish.Rung, today, await workingDays.CalendarAsync(ct)),
            DocumentTitle = wish.DocumentTitle.Trim(), DocumentNumber = wish.DocumentNumber.Trim(), MeetingId = wish.Meeting, By = actor.Name, At = process.At,
        };
        process.Begin("planning.take-dispatch-step", PlanningRefs.Task(task), wish.Rung > highest ? wish.SkipReason.Trim() : step.Reason);
        planning.DispatchSteps.Add(step);
        thread.Tie(PlanningRefs.Task(task), found.Task.Title, ThreadRelation.Raises, new Ref("planning", "dispatch", step.Id), DispatchWords.Of(wish.Rung));
        events.Say(new DispatchStepTaken(step.Id));
        await planning.SaveAsync(ct);
        return step.Id;
    }
}
