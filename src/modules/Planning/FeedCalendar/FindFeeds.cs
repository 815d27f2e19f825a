using Microsoft.EntityFrameworkCore;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.FeedCalendar;

/// <summary>The actor's own living addresses.</summary>
internal sealed class FindFeeds(PlanningDb planning, Actor actor) : IHandler
{
    /// <summary>An address, without its secret.</summary>
    public sealed record Row(Guid Id, Guid? Unit, DateTime At);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken ct) => await planning.CalendarFeeds.AsNoTracking()
        .Where(feed => feed.AccountId == actor.AccountId && feed.EndedAt == null).OrderBy(feed => feed.At).ThenBy(feed => feed.Id)
        .Select(feed => new Row(feed.Id, feed.UnitId, feed.At)).ToListAsync(ct);
}
