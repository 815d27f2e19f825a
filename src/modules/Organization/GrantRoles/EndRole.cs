using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.GrantRoles;

/// <summary>Sets the last day on which a role counts.</summary>
internal sealed class EndRole(OrganizationDb organization, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid holdingId, DateOnly last, string reason, CancellationToken ct)
    {
        if (await organization.Holdings.FirstOrDefaultAsync(h => h.Id == holdingId, ct) is not { } holding || !actor.CanFor(OrganizationRights.ManageRoles, holding.UnitId))
            return new Refusal("NotYours");
        if (last < holding.Since.AddDays(-1))
            return new Refusal("RoleEndsBefore", "until");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("ReasonMissing", "reason");
        process.Begin("organization.end-role", new Ref("organization", "account", holding.AccountId), reason.Trim());
        holding.Until = last;
        await organization.SaveAsync(ct);
        return new Done();
    }
}
