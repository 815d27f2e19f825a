using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Platform;

namespace Shuren.Organization.ManageAccounts;

/// <summary>Everybody who can sign in, with roles and units.</summary>
internal sealed class ViewAccounts(OrganizationDb organization, IUnitDirectory units) : IHandler
{
    /// <summary>A page holds so many.</summary>
    public const int PageSize = 50;

    /// <summary>A line of the list.</summary>
    public sealed record Row(Guid Id, string SignInName, string Name, string Roles, string Units, bool HasOneTimePassword);

    /// <summary>A page by key: the accounts behind that sign-in name.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(string after, CancellationToken ct)
    {
        var accounts = await organization.Accounts.AsNoTracking().Where(account => account.ClosedOn == null && string.Compare(account.SignInName, after) > 0)
            .OrderBy(account => account.SignInName).Take(PageSize + 1).ToListAsync(ct);
        var ids = accounts.Select(account => account.Id).ToList();
        var holdings = (await organization.Holdings.AsNoTracking().Where(holding => holding.Until == null && ids.Contains(holding.AccountId)).ToListAsync(ct)).ToLookup(holding => holding.AccountId);
        var names = (await units.AllAsync(ct)).ToDictionary(unit => unit.Id, unit => unit.Name);
        return [.. accounts.Select(account => new Row(account.Id, account.SignInName, account.Name,
            string.Join("、", holdings[account.Id].Select(holding => RoleWords.Of(holding.Role)).Distinct()),
            string.Join("、", holdings[account.Id].Select(holding => names.GetValueOrDefault(holding.UnitId, "")).Distinct()),
            account.MustChangePassword))];
    }
}
