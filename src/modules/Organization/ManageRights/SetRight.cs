using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ManageRights;

/// <summary>Says which roles have a right in this district, inside the bounds of <see cref="RightsTable"/>; needs a reason.</summary>
internal sealed class SetRight(OrganizationDb organization, RightsTable table, Process process, Actor actor) : IHandler
{
    /// <param name="right">The right.</param>
    /// <param name="roles">All roles that shall have it.</param>
    /// <param name="reason">Why; it stands in the audit.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(string right, IReadOnlyCollection<string> roles, string reason, CancellationToken ct)
    {
        if (!actor.Can(OrganizationRights.ManageRights))
            return new Refusal("NotYours");
        if (table.RefusalOf(right, roles) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("ReasonMissing", "reason");
        var product = table.Defaults.Single(grant => grant.Right == right).Roles;
        var rows = await organization.RoleRights.Where(row => row.Right == right).ToListAsync(ct);
        process.Begin("organization.set-right", null, $"{right}: {reason.Trim()}");
        foreach (var role in Roles.All)
            Depart(rows.Find(row => row.Role == role), right, role, product.Contains(role), roles.Contains(role));
        await organization.SaveAsync(ct);
        return new Done();
    }

    // Only what differs from the product is kept: a later release's new grants arrive by themselves.
    private void Depart(RoleRight? row, string right, string role, bool byProduct, bool wanted)
    {
        if (byProduct == wanted && row is not null)
            organization.RoleRights.Remove(row);
        if (byProduct == wanted)
            return;
        if (row is null)
            organization.RoleRights.Add(new() { Right = right, Role = role, IsGranted = wanted });
        else
            row.IsGranted = wanted;
    }
}
