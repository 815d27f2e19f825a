using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;

namespace Shuren.Organization.Answers;

/// <summary>Answers what other rooms ask about people.</summary>
internal sealed class AccountDirectory(OrganizationDb organization, TimeProvider time) : IAccountDirectory
{
    private DateOnly Today => time.Today();

    public async Task<IReadOnlyList<AccountCard>> HoldersAsync(IReadOnlyCollection<Guid> units, IReadOnlyCollection<string> roles, CancellationToken ct)
    {
        var ids = await organization.Holdings.AsNoTracking().On(Today)
            .Where(holding => units.Contains(holding.UnitId) && roles.Contains(holding.Role))
            .Select(holding => holding.AccountId).Distinct().ToListAsync(ct);
        return [.. (await FindAsync(ids, ct)).Values.OrderBy(account => account.Id)];
    }

    public async Task<IReadOnlyDictionary<Guid, AccountCard>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return new Dictionary<Guid, AccountCard>();
        var rows = await (
            from account in organization.Accounts.AsNoTracking()
            where account.ClosedOn == null && ids.Contains(account.Id)
            join holding in organization.Holdings.AsNoTracking().On(Today) on account.Id equals holding.AccountId into holdings
            from holding in holdings.DefaultIfEmpty()
            select new { account.Id, account.Name, Role = holding == null ? null : holding.Role, Unit = holding == null ? (Guid?)null : holding.UnitId }).ToListAsync(ct);
        return rows.GroupBy(row => (row.Id, row.Name)).ToDictionary(person => person.Key.Id, person => new AccountCard(
            person.Key.Id, person.Key.Name,
            [.. person.Select(row => row.Unit).OfType<Guid>().Distinct()], [.. person.Select(row => row.Role).OfType<string>().Distinct()]));
    }
}
