using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ManageAccounts;

/// <summary>The accounts that a right reaches: those with a role, held or proposed, at a unit that it reaches; all for who reaches the whole bureau.</summary>
internal sealed class AccountScope(OrganizationDb organization, IUnitDirectory units, Actor actor) : IHandler
{
    public async Task<IQueryable<Account>> RunAsync(string right, CancellationToken ct)
    {
        if (actor.IsSystem || await ReachesAllAsync(right, ct))
            return organization.Accounts;
        Guid[] reached = [.. actor.UnitsFor(right)];
        return organization.Accounts.Where(account => organization.Holdings.Any(holding => holding.AccountId == account.Id && reached.Contains(holding.UnitId))
            || organization.Proposals.Any(proposal => proposal.AccountId == account.Id && reached.Contains(proposal.UnitId)));
    }

    /// <summary>The account with that id inside the scope, to be changed; null when it is not there or not the actor's.</summary>
    public async Task<Account?> FindAsync(string right, Guid id, CancellationToken ct) =>
        actor.IsSystem || actor.Can(right) ? await (await RunAsync(right, ct)).FirstOrDefaultAsync(account => account.Id == id, ct) : null;

    private async Task<bool> ReachesAllAsync(string right, CancellationToken ct) =>
        (await units.AllAsync(ct)).Where(unit => unit.Parent is null).All(unit => actor.CanFor(right, unit.Id));
}
