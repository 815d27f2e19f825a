using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Planning.HoldMeeting;

/// <summary>A point as it shall stand on the agenda.</summary>
/// <param name="Id">The point that it is; null for a new one.</param>
/// <param name="Title">What it is about; an empty one removes the point.</param>
/// <param name="Why">Why it is on the agenda.</param>
internal sealed record AgendaLine(Guid? Id, string Title, string Why);

/// <summary>Adds, removes and reorders the points of a meeting that has not been closed. A point with a decision stays.</summary>
internal sealed class SetAgenda(PlanningDb planning, ReachOfBureau reach, Process process) : IHandler
{
    /// <param name="meeting">The meeting.</param>
    /// <param name="lines">The points in their order; one that is missing here is removed.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid meeting, IReadOnlyList<AgendaLine> lines, CancellationToken ct)
    {
        if (await planning.Meetings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == meeting, ct) is not { } held)
            return new Refusal("MeetingUnknown");
        if (!await reach.RunAsync(PlanningRights.Dispatch, ct))
            return new Refusal("NotYours");
        if (held.ClosedAt is not null)
            return new Refusal("MeetingClosed");
        var kept = await planning.AgendaItems.Where(item => item.MeetingId == meeting).ToListAsync(ct);
        var wanted = lines.Where(line => line.Title.Trim().Length > 0).ToList();
        var removed = kept.Where(item => wanted.All(line => line.Id != item.Id)).ToList();
        if (removed.Find(item => item.Decision.Length > 0) is { } decided)
            return new Refusal("AgendaDecided", "", decided.Title);
        process.Begin("planning.set-agenda", new Ref("planning", "meeting", meeting));
        planning.AgendaItems.RemoveRange(removed);
        foreach (var (position, line) in wanted.Index())
        {
            if (kept.Find(item => item.Id == line.Id) is { } item)
                (item.Position, item.Title, item.Why) = (position, line.Title.Trim(), line.Why.Trim());
            else
                planning.AgendaItems.Add(new() { MeetingId = meeting, Position = position, Title = line.Title.Trim(), Why = line.Why.Trim() });
        }
        return await planning.TrySaveAsync(new Done(), ct);
    }
}
