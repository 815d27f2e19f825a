using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Organization.DelegateRights;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.Answers;

/// <summary>From a session to what its account may do: each role reaches the unit where it is held and all below it.</summary>
internal sealed class ActorLoader(OrganizationDb organization, IUnitDirectory units, FindActing acting, IEnumerable<IModule> modules) : IActorLoader
{
    public async Task<SessionState> LoadAsync(Guid accountId, Guid stamp, Actor actor, CancellationToken ct)
    {
        var rows = await (
            from account in organization.Accounts.AsNoTracking()
            where account.Id == accountId && account.ClosedOn == null && account.Stamp == stamp
            join holding in organization.Holdings.AsNoTracking().Where(holding => holding.Until == null) on account.Id equals holding.AccountId into holdings
            from holding in holdings.DefaultIfEmpty()
            select new { account.Name, account.MustChangePassword, Role = holding == null ? "" : holding.Role, Unit = holding == null ? Guid.Empty : holding.UnitId }).ToListAsync(ct);
        if (rows.Count == 0)
            return SessionState.Over;
        // Whoever acts in another's name has what was lent, and nothing of their own beside it.
        var lent = await acting.RunAsync(accountId, ct);
        var held = (lent is null ? rows.Where(row => row.Role != "").Select(row => (row.Role, row.Unit)) : [(lent.Role, lent.Unit)]).ToLookup(row => row.Role, row => row.Unit);
        var below = UnitTree.Below(await units.AllAsync(ct));
        var reached = held.ToDictionary(role => role.Key, role => role.SelectMany(unit => below(unit)).ToFrozenSet());
        var rights = modules.SelectMany(module => module.Rights)
            .Select(grant => KeyValuePair.Create(grant.Right, grant.Roles.Where(reached.ContainsKey).SelectMany(role => reached[role]).ToFrozenSet()))
            .Where(right => right.Value.Count > 0);
        actor.Become(accountId, lent is null ? rows[0].Name : StructureText.ActorInName.Filled(rows[0].Name, lent.FromName), [.. held.SelectMany(role => role).Distinct()], [.. held.Select(role => role.Key)], rights);
        if (lent is not null)
            actor.ActFor(lent.FromAccount);
        return rows[0].MustChangePassword ? SessionState.MustChangePassword : SessionState.Good;
    }
}
