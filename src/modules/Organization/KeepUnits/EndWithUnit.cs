using Microsoft.EntityFrameworkCore;
using Shuren.Platform;

namespace Shuren.Organization.KeepUnits;

/// <summary>What ends when a unit is closed: its places in groups, the holders of its posts, its linkage. Changes rows without saving.</summary>
internal sealed class EndWithUnit(OrganizationDb organization) : IHandler
{
    /// <param name="unit">The unit that is closed.</param>
    /// <param name="on">The first day on which nothing of it holds any more.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task RunAsync(Guid unit, DateOnly on, CancellationToken ct)
    {
        foreach (var place in await organization.Memberships.Where(row => (row.UnitId == unit || row.GroupId == unit) && (row.Until == null || row.Until > on)).ToListAsync(ct))
            place.Until = Later(on, place.Since);
        foreach (var holder in await organization.PostHoldings.Where(row => (row.Until == null || row.Until > on) && organization.Posts.Any(post => post.Id == row.PostId && post.UnitId == unit)).ToListAsync(ct))
            holder.Until = Later(on, holder.Since);
        foreach (var link in await organization.SchoolLinks.Where(row => row.UnitId == unit && (row.Until == null || row.Until > on)).ToListAsync(ct))
            link.Until = Later(on, link.Since);
    }

    // Something that would have begun later never holds: its span is empty.
    private static DateOnly Later(DateOnly on, DateOnly since) => on > since ? on : since;
}
