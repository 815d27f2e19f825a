using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.GrantRoles;

/// <summary>Grants proposed roles, or declines them: all that are chosen or none.</summary>
internal sealed class DecideProposals(OrganizationDb organization, RoleRules rules, IUnitDirectory units, Process process, Actor actor) : IHandler
{
    /// <summary>A proposal as it is shown.</summary>
    public sealed record Row(Guid Id, Guid Account, string Name, string SignInName, string Role, string Unit, DateOnly Since, DateOnly? Until, string By);

    /// <summary>What waits and is the reader's to decide, oldest first.</summary>
    public async Task<IReadOnlyList<Row>> WaitingAsync(CancellationToken ct)
    {
        Guid[] reached = [.. actor.UnitsFor(OrganizationRights.ManageRoles)];
        var rows = await (
            from proposal in organization.Proposals.AsNoTracking()
            join account in organization.Accounts.AsNoTracking() on proposal.AccountId equals account.Id
            where reached.Contains(proposal.UnitId)
            orderby proposal.Id
            select new { proposal, account.Name, account.SignInName }).Take(500).ToListAsync(ct);
        var names = await units.FindAsync([.. rows.Select(row => row.proposal.UnitId).Distinct()], ct);
        return [.. rows.Select(row => new Row(row.proposal.Id, row.proposal.AccountId, row.Name, row.SignInName, row.proposal.Role, names[row.proposal.UnitId].Name, row.proposal.Since, row.proposal.Until, row.proposal.By))];
    }

    /// <returns>How many were decided.</returns>
    public async Task<Outcome<int>> RunAsync(IReadOnlyCollection<Guid> ids, bool grant, CancellationToken ct)
    {
        if (ids.Count == 0)
            return new Refusal("ProposalsNone");
        List<RoleProposal> chosen = await organization.Proposals.Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        if (chosen.Count != ids.Count || chosen.Exists(p => !actor.CanFor(OrganizationRights.ManageRoles, p.UnitId)))
            return new Refusal("EditedMeanwhile");
        process.Begin(grant ? "organization.grant-roles" : "organization.decline-roles");
        foreach (var proposal in chosen)
        {
            var wish = new RoleWish(proposal.AccountId, proposal.Role, proposal.UnitId, proposal.Since, proposal.Until);
            if (grant && await rules.RefusalOfAsync(wish, ct) is { } refusal)
                return refusal;
            if (grant)
                rules.Add(wish, grant: true);
        }
        if (grant && ClashAmong(chosen))
            return new Refusal("AdministratorsSeparate");
        organization.Proposals.RemoveRange(chosen);
        await organization.SaveAsync(ct);
        return chosen.Count;
    }

    // Two proposals for one person may each be right and wrong together.
    private static bool ClashAmong(List<RoleProposal> chosen) =>
        chosen.Where(p => Roles.Administrators.Contains(p.Role)).GroupBy(p => p.AccountId).Any(person => person.Select(p => p.Role).Distinct().Count() > 1);
}
