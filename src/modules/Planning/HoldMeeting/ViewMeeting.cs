using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.HoldMeeting;

/// <summary>A meeting with its points; seen by the people of the bureau.</summary>
internal sealed class ViewMeeting(PlanningDb planning, ReachOfBureau reach, IUnitDirectory units, TimeProvider time) : IHandler
{
    /// <summary>What the page and the papers show.</summary>
    public sealed record View(WorkPlan Plan, DispatchMeeting Meeting, IReadOnlyList<AgendaItem> Items, IReadOnlyDictionary<Guid, WorkTask> Tasks, IReadOnlyList<UnitCard> Units, DateOnly Today, bool MayHold)
    {
        public bool IsOpen => Meeting.ClosedAt is null;

        public string Bureau => Units.First(unit => unit.Parent is null).Name;
    }

    public async Task<View?> RunAsync(Guid id, CancellationToken ct)
    {
        if (await planning.Meetings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } meeting || !await reach.RunAsync(PlanningRights.View, ct))
            return null;
        var items = await planning.AgendaItems.AsNoTracking().Where(item => item.MeetingId == id).OrderBy(item => item.Position).ThenBy(item => item.Id).ToListAsync(ct);
        var named = items.Select(item => item.TaskId).Concat(items.Select(item => item.DecisionTaskId)).OfType<Guid>().ToArray();
        return new(await planning.Plans.AsNoTracking().FirstAsync(plan => plan.Id == meeting.PlanId, ct), meeting, items,
            await planning.Tasks.AsNoTracking().Where(task => named.Contains(task.Id)).ToDictionaryAsync(task => task.Id, ct),
            await units.AllAsync(ct), time.Today(), await reach.RunAsync(PlanningRights.Dispatch, ct));
    }
}

/// <summary>The meetings of a plan, the latest first.</summary>
internal sealed class ViewMeetings(PlanningDb planning, ReachOfBureau reach) : IHandler
{
    /// <summary>A meeting with how many points it has and how many are decided.</summary>
    public sealed record Row(DispatchMeeting Meeting, int Points, int Decided);

    /// <summary>What the page shows.</summary>
    public sealed record View(WorkPlan Plan, IReadOnlyList<Row> Rows, bool MayCall);

    public async Task<View?> RunAsync(Guid id, CancellationToken ct)
    {
        if (await planning.Plans.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } plan || !await reach.RunAsync(PlanningRights.View, ct))
            return null;
        var rows = await planning.Meetings.AsNoTracking().Where(meeting => meeting.PlanId == id).OrderByDescending(meeting => meeting.Number)
            .Select(meeting => new Row(meeting, planning.AgendaItems.Count(item => item.MeetingId == meeting.Id), planning.AgendaItems.Count(item => item.MeetingId == meeting.Id && item.Decision != "")))
            .ToListAsync(ct);
        return new(plan, rows, await reach.RunAsync(PlanningRights.Dispatch, ct));
    }
}
