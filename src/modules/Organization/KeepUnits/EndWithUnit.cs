using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Organization.KeepUnits;

/// <summary>What ends when a unit is closed: its places in groups, the holders of its posts, its linkage, and what stands on it in other rooms. Changes rows without saving.</summary>
internal sealed class EndWithUnit(OrganizationDb organization, IEnumerable<IStandsOnUnits> rooms) : IHandler
{
    /// <param name="unit">The unit that is closed.</param>
    /// <param name="on">The first day on which nothing of it holds any more.</param>
    /// <param name="into">The unit that takes it in; null where there is none.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Why it cannot be closed yet; null where it can.</returns>
    public async Task<Refusal?> RunAsync(Guid unit, DateOnly on, Guid? into, CancellationToken ct)
    {
        foreach (var room in rooms)
        {
            if (await room.EndAsync(unit, on, into, ct) is { } refusal)
                return refusal;
        }
        foreach (var place in await organization.Memberships.Where(row => (row.UnitId == unit || row.GroupId == unit) && (row.Until == null || row.Until > on)).ToListAsync(ct))
            place.Until = Later(on, place.Since);
        foreach (var holder in await organization.PostHoldings.Where(row => (row.Until == null || row.Until > on) && organization.Posts.Any(post => post.Id == row.PostId && post.UnitId == unit)).ToListAsync(ct))
            holder.Until = Later(on, holder.Since);
        foreach (var link in await organization.SchoolLinks.Where(row => row.UnitId == unit && (row.Until == null || row.Until > on)).ToListAsync(ct))
            link.Until = Later(on, link.Since);
        return null;
    }

    // Something that would have begun later never holds: its span is empty.
    private static DateOnly Later(DateOnly on, DateOnly since) => on > since ? on : since;
}
