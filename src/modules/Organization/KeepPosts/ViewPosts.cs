using Microsoft.EntityFrameworkCore;
using Shuren.Platform;

namespace Shuren.Organization.KeepPosts;

/// <summary>The posts of a unit with everybody who held them or stood in.</summary>
internal sealed class ViewPosts(OrganizationDb organization) : IHandler
{
    /// <summary>A holding; null where a post was never held.</summary>
    public sealed record Row(Guid Holding, string Title, string Person, bool IsStandIn, DateOnly Since, DateOnly? Until, string Why)
    {
        public bool HoldsOn(DateOnly day) => day >= Since && (Until is null || day < Until);
    }

    public async Task<IReadOnlyList<Row>> RunAsync(Guid unit, CancellationToken ct) => await (
        from post in organization.Posts.AsNoTracking()
        where post.UnitId == unit
        join held in organization.PostHoldings.AsNoTracking() on post.Id equals held.PostId
        join person in organization.Accounts.AsNoTracking() on held.AccountId equals person.Id
        orderby post.Position, post.Id, held.Since descending
        select new Row(held.Id, post.Title, person.Name, held.IsStandIn, held.Since, held.Until, held.Why)).ToListAsync(ct);
}
