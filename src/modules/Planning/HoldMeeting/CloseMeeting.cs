using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Planning.HoldMeeting;

/// <summary>Closes the minutes of a meeting that has been held; after that nothing in them changes.</summary>
internal sealed class CloseMeeting(PlanningDb planning, ReachOfBureau reach, Process process, TimeProvider time) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid meeting, CancellationToken ct)
    {
        if (await planning.Meetings.FirstOrDefaultAsync(row => row.Id == meeting, ct) is not { } held)
            return new Refusal("MeetingUnknown");
        if (!await reach.RunAsync(PlanningRights.Dispatch, ct))
            return new Refusal("NotYours");
        if (held.ClosedAt is not null)
            return new Done();
        if (held.On > time.Today())
            return new Refusal("MeetingAhead", "", held.On);
        if (!await planning.AgendaItems.AnyAsync(item => item.MeetingId == meeting && item.Decision != "", ct))
            return new Refusal("MeetingUndecided");
        process.Begin("planning.close-meeting", new Ref("planning", "meeting", meeting));
        held.ClosedAt = process.At;
        return await planning.TrySaveAsync(new Done(), ct);
    }
}
