using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.FeedCalendar;

/// <summary>Ends one's own secret address: from then on it answers like one that never was.</summary>
internal sealed class EndFeed(PlanningDb planning, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid feed, CancellationToken ct)
    {
        if (await planning.CalendarFeeds.FirstOrDefaultAsync(row => row.Id == feed && row.AccountId == actor.AccountId, ct) is not { } found)
            return new Refusal("NotYours");
        process.Begin("planning.end-feed", new Ref("planning", "feed", feed));
        found.EndedAt ??= process.At;
        await planning.SaveAsync(ct);
        return new Done();
    }
}
