using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Planning.HoldMeeting;

/// <summary>What is known of a meeting when it is called.</summary>
/// <param name="On">The day.</param>
/// <param name="TimeAndPlace">As printed.</param>
/// <param name="Chair">Who chairs it.</param>
internal sealed record MeetingWish(DateOnly On, string TimeAndPlace, string Chair);

/// <summary>Calls a dispatch meeting (调度会). Its agenda is made from what is late, silent or proposed for review; the office then changes it as it likes.</summary>
internal sealed class CallMeeting(PlanningDb planning, FindPlanAtHand find, FindLateWork findLateWork, ReachOfBureau reach, Process process) : IHandler
{
    /// <returns>The meeting's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid plan, MeetingWish wish, CancellationToken ct)
    {
        if (await find.RunAsync(plan, ct) is not { } found)
            return new Refusal("PlanUnknown");
        if (!await reach.RunAsync(PlanningRights.Dispatch, ct))
            return new Refusal("NotYours");
        if (found.State != PlanState.Published)
            return new Refusal("PlanNotRunning");
        if (string.IsNullOrWhiteSpace(wish.TimeAndPlace))
            return new Refusal("TimeAndPlaceMissing", "timeAndPlace");
        if (string.IsNullOrWhiteSpace(wish.Chair))
            return new Refusal("ChairMissing", "chair");
        var late = await findLateWork.RunAsync(plan, ct);
        var meeting = new DispatchMeeting
        {
            PlanId = plan, Number = await planning.Meetings.CountAsync(row => row.PlanId == plan, ct) + 1, On = wish.On, TimeAndPlace = wish.TimeAndPlace.Trim(), Chair = wish.Chair.Trim(),
        };
        process.Begin("planning.call-meeting", PlanningRefs.Plan(plan));
        planning.Meetings.Add(meeting);
        planning.AgendaItems.AddRange(late.Select((work, position) => new AgendaItem
        {
            MeetingId = meeting.Id, Position = position, TaskId = work.Task.Id, Title = $"{work.Task.Number} {work.Task.Title}", Why = LateWords.Why(work),
        }));
        await planning.SaveAsync(ct);
        return meeting.Id;
    }
}
