using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.DelegateRights;

/// <summary>Begins to act in the name of whoever lent a role, or goes back to one's own. Both stand in the audit.</summary>
internal sealed class ActInName(OrganizationDb organization, FindActing acting, Process process, Actor actor, TimeProvider time) : IHandler
{
    /// <param name="delegation">What was lent; null goes back to one's own roles.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid? delegation, CancellationToken ct)
    {
        if (actor.AccountId is not { } account)
            return new Refusal("DelegationNotYours");
        var today = time.Today();
        if (delegation is { } wanted && !await acting.Running(today).AnyAsync(lent => lent.Id == wanted && lent.ToAccountId == account, ct))
            return new Refusal("DelegationUnknown");
        process.Begin(delegation is null ? "organization.act-for-oneself" : "organization.act-in-name",
            delegation is { } id ? new Ref("organization", "delegation", id) : new Ref("organization", "account", account));
        foreach (var open in await organization.ActingInNames.Where(row => row.AccountId == account && row.Until == null).ToListAsync(ct))
            open.Until = process.At;
        if (delegation is { } begun)
            organization.ActingInNames.Add(new() { AccountId = account, DelegationId = begun, Since = process.At });
        await organization.SaveAsync(ct);
        return new Done();
    }
}
