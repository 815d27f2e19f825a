using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.FeedCalendar;

/// <summary>Makes a secret address under which a calendar program reads deadlines: of one unit, or of everything.</summary>
internal sealed class CreateFeed(PlanningDb planning, Process process, Actor actor) : IHandler
{
    /// <param name="unit">One of the actor's units; null for all plans, which only those may who see whole plans.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The secret, which is never shown again.</returns>
    public async Task<Outcome<string>> RunAsync(Guid? unit, CancellationToken ct)
    {
        if (actor.AccountId is not { } account || !(unit is { } own ? actor.CanFor(PlanningRights.View, own) : actor.Can(PlanningRights.ViewWhole)))
            return new Refusal("NotYours", "unit");
        var secret = FeedSecret.New();
        var feed = new CalendarFeed { UnitId = unit, AccountId = account, SecretHash = FeedSecret.HashOf(secret), At = process.At };
        process.Begin("planning.create-feed", new Ref("planning", "feed", feed.Id));
        planning.CalendarFeeds.Add(feed);
        await planning.SaveAsync(ct);
        return secret;
    }
}
