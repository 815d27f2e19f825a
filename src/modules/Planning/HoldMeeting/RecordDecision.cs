using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.AmendTask;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Thread;

namespace Shuren.Planning.HoldMeeting;

/// <summary>The task that a decision becomes.</summary>
internal sealed record DecisionTask(string Title, Guid Lead, DateOnly DueOn);

/// <summary>Records what a meeting decided on a point. A decision with a lead and a date becomes a task of the plan, tied to the point from which it came.</summary>
internal sealed class RecordDecision(PlanningDb planning, ReachOfBureau reach, IUnitDirectory units, ThreadReader thread, Process process, TimeProvider time) : IHandler
{
    /// <param name="item">The point.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="becomes">The task that it becomes; null for a decision that needs none.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The task's id, or null where the decision became none.</returns>
    public async Task<Outcome<Guid?>> RunAsync(Guid item, string decision, DecisionTask? becomes, CancellationToken ct)
    {
        if (await planning.AgendaItems.FirstOrDefaultAsync(row => row.Id == item, ct) is not { } point)
            return new Refusal("AgendaItemUnknown");
        var meeting = await planning.Meetings.AsNoTracking().FirstAsync(row => row.Id == point.MeetingId, ct);
        if (!await reach.RunAsync(PlanningRights.Dispatch, ct))
            return new Refusal("NotYours");
        if (meeting.ClosedAt is not null)
            return new Refusal("MeetingClosed");
        if (string.IsNullOrWhiteSpace(decision))
            return new Refusal("DecisionMissing", "decision");
        if (becomes is not null && await RefusedAsync(point, becomes, ct) is { } refusal)
            return refusal;
        process.Begin("planning.record-decision", new Ref("planning", "meeting", meeting.Id));
        point.Decision = decision.Trim();
        if (becomes is not null)
            point.DecisionTaskId = await AddTaskAsync(meeting, point, becomes, ct);
        return await planning.TrySaveAsync(point.DecisionTaskId, ct);
    }

    private async Task<Refusal?> RefusedAsync(AgendaItem point, DecisionTask becomes, CancellationToken ct)
    {
        if (point.DecisionTaskId is not null)
            return new("DecisionIsTask");
        if (becomes.Title.Trim().Length is 0 or > TaskWording.TitleLength)
            return new("TitleForm", "title", TaskWording.TitleLength);
        if (becomes.DueOn < time.Today())
            return new("DecisionDuePast", "dueOn");
        return (await units.AllAsync(ct)).Any(unit => unit.Id == becomes.Lead) ? null : new("UnitUnknown", "lead");
    }

    private async Task<Guid> AddTaskAsync(DispatchMeeting meeting, AgendaItem point, DecisionTask becomes, CancellationToken ct)
    {
        var last = await planning.Tasks.Where(task => task.PlanId == meeting.PlanId).MaxAsync(task => (int?)task.Position, ct) ?? -1;
        var task = new WorkTask
        {
            PlanId = meeting.PlanId, Position = last + 1, Number = Sentences.Filled(RunText.DecisionNumber, meeting.Number, point.Position + 1), Title = becomes.Title.Trim(), Text = point.Decision,
            Origin = TaskOrigin.Decision, LeadUnitId = becomes.Lead, LeadIsSet = true, DueOn = becomes.DueOn, DueIsSet = true, AcceptedAt = process.At,
            // What a meeting decides inside the house is not for the public page unless somebody says so.
            IsPublic = false,
        };
        planning.Tasks.Add(task);
        thread.Tie(new Ref("planning", "agenda-item", point.Id), point.Title, ThreadRelation.Derives, PlanningRefs.Task(task.Id), task.Title);
        return task.Id;
    }
}
