using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.ManageAccounts;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.GrantRoles;

/// <summary>Moves a person: from a day on the roles of one unit are held at another; what was stays readable.</summary>
internal sealed class MovePerson(OrganizationDb organization, RoleRules rules, AccountScope scope, Process process, Actor actor) : IHandler
{
    /// <returns>How many roles moved.</returns>
    public async Task<Outcome<int>> RunAsync(Guid accountId, Guid from, Guid to, DateOnly day, CancellationToken ct)
    {
        if (!actor.CanFor(OrganizationRights.ManageRoles, from) || !actor.CanFor(OrganizationRights.ManageRoles, to))
            return new Refusal("NotYours");
        if (await scope.FindAsync(OrganizationRights.ManageRoles, accountId, ct) is not { ClosedOn: null } account)
            return new Refusal("AccountUnknown");
        if (from == to)
            return new Refusal("MoveNowhere", "to");
        List<RoleHolding> moving = await organization.Holdings.Where(h => h.AccountId == accountId && h.UnitId == from && (h.Until == null || h.Until >= day)).ToListAsync(ct);
        if (moving.Count == 0)
            return new Refusal("MoveNothing", "from");
        process.Begin("organization.move-person", new Ref("organization", "account", account.Id));
        foreach (var holding in moving)
        {
            var wish = new RoleWish(accountId, holding.Role, to, holding.Since > day ? holding.Since : day, holding.Until);
            if (await rules.RefusalOfAsync(wish, ct) is { } refusal)
                return refusal;
            holding.Until = holding.Since >= day ? holding.Since.AddDays(-1) : day.AddDays(-1);
            rules.Add(wish, grant: true);
        }
        await organization.SaveAsync(ct);
        return moving.Count;
    }
}
