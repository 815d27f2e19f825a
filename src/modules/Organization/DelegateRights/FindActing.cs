using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;

namespace Shuren.Organization.DelegateRights;

/// <summary>In whose name an account acts at this moment. Asked at every request, so that a delegation ends by itself.</summary>
internal sealed class FindActing(OrganizationDb organization, TimeProvider time) : IHandler
{
    /// <summary>What was lent, and by whom.</summary>
    public sealed record Acting(Guid FromAccount, string FromName, string Role, Guid Unit);

    /// <returns>Null for somebody who acts for nobody, or whose delegation has ended.</returns>
    public async Task<Acting?> RunAsync(Guid account, CancellationToken ct)
    {
        var today = time.Today();
        return await (
            from acting in organization.ActingInNames.AsNoTracking()
            where acting.AccountId == account && acting.Until == null
            join lent in Running(today) on acting.DelegationId equals lent.Id
            where lent.ToAccountId == account
            join giver in organization.Accounts.AsNoTracking() on lent.FromAccountId equals giver.Id
            select new Acting(giver.Id, giver.Name, lent.Role, lent.UnitId)).FirstOrDefaultAsync(ct);
    }

    /// <summary>Delegations that hold on a day: in time, not taken back, and the giver still has the role.</summary>
    public IQueryable<Delegation> Running(DateOnly day) =>
        organization.Delegations.AsNoTracking().Where(lent => lent.EndedAt == null && lent.Since <= day && lent.Until >= day
            && organization.Accounts.Any(giver => giver.Id == lent.FromAccountId && giver.ClosedOn == null)
            && organization.Holdings.Any(held => held.AccountId == lent.FromAccountId && held.Role == lent.Role && held.UnitId == lent.UnitId
                && held.Since <= day && (held.Until == null || held.Until >= day)));
}
