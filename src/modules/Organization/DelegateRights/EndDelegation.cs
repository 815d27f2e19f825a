using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.DelegateRights;

/// <summary>Takes a delegation back before its time: the giver, the one it was lent to, or the security administrator.</summary>
internal sealed class EndDelegation(OrganizationDb organization, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid delegation, CancellationToken ct)
    {
        var row = await organization.Delegations.FirstOrDefaultAsync(lent => lent.Id == delegation && lent.EndedAt == null, ct);
        if (row is null)
            return new Refusal("DelegationUnknown");
        if (row.FromAccountId != actor.AccountId && row.ToAccountId != actor.AccountId && !actor.Can(OrganizationRights.ManageDelegations))
            return new Refusal("DelegationNotYours");
        process.Begin("organization.end-delegation", new Ref("organization", "delegation", row.Id));
        row.End(process.At);
        await organization.SaveAsync(ct);
        return new Done();
    }
}
