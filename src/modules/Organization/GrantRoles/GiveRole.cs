using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.ManageAccounts;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.GrantRoles;

/// <summary>Gives a person a role: the security administrator grants it, the system administrator proposes it.</summary>
internal sealed class GiveRole(OrganizationDb organization, RoleRules rules, AccountScope scope, Process process, Actor actor) : IHandler
{
    /// <returns>True when it counts, false when it waits to be granted.</returns>
    public async Task<Outcome<bool>> RunAsync(RoleWish wish, CancellationToken ct)
    {
        var grants = actor.IsSystem || actor.CanFor(OrganizationRights.ManageRoles, wish.Unit);
        var right = grants ? OrganizationRights.ManageRoles : OrganizationRights.ManageAccounts;
        if (!grants && !actor.CanFor(OrganizationRights.ManageAccounts, wish.Unit))
            return new Refusal("NotYours");
        if (await scope.FindAsync(right, wish.Account, ct) is not { ClosedOn: null } account)
            return new Refusal("AccountUnknown");
        if (await rules.RefusalOfAsync(wish, ct) is { } refusal)
            return refusal;
        if (!grants && await organization.Proposals.AnyAsync(p => p.AccountId == wish.Account && p.Role == wish.Role && p.UnitId == wish.Unit, ct))
            return new Refusal("RoleHeldAlready", "role");
        process.Begin(grants ? "organization.grant-role" : "organization.propose-role", new Ref("organization", "account", account.Id));
        rules.Add(wish, grants);
        await organization.SaveAsync(ct);
        return grants;
    }
}
