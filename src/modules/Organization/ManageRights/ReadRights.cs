using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ManageRights;

/// <summary>The district's table of rights: which roles have which.</summary>
internal sealed class ReadRights(OrganizationDb organization, RightsTable table) : IHandler
{
    /// <summary>A line of the page.</summary>
    /// <param name="Right">The right.</param>
    /// <param name="Roles">The roles that have it, in the order of the documents.</param>
    /// <param name="Added">Those that have it here but not by the product.</param>
    /// <param name="Removed">Those that have it by the product but not here.</param>
    /// <param name="IsFixed">True where no district changes it.</param>
    public sealed record Line(string Right, IReadOnlyList<string> Roles, IReadOnlyList<string> Added, IReadOnlyList<string> Removed, bool IsFixed);

    /// <summary>The roles by right.</summary>
    public async Task<IReadOnlyDictionary<string, FrozenSet<string>>> RunAsync(CancellationToken ct) =>
        table.With(await organization.RoleRights.AsNoTracking().Select(row => new Departure(row.Right, row.Role, row.IsGranted)).ToListAsync(ct));

    /// <summary>The same, line by line.</summary>
    public async Task<IReadOnlyList<Line>> LinesAsync(CancellationToken ct)
    {
        var here = await RunAsync(ct);
        return [.. table.Defaults.Select(grant => new Line(grant.Right, [.. Roles.All.Where(here[grant.Right].Contains)],
            [.. here[grant.Right].Except(grant.Roles)], [.. grant.Roles.Except(here[grant.Right])], grant.IsFixed))];
    }
}
