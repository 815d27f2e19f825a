using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;

namespace Shuren.Organization.ManageAccounts;

/// <summary>Who can sign in, with roles and units: those whom the reader may see, filtered, a page by key.</summary>
internal sealed class ViewAccounts(OrganizationDb organization, AccountScope scope, IUnitDirectory units, TimeProvider time) : IHandler
{
    /// <summary>A page holds so many.</summary>
    public const int PageSize = 50;

    /// <summary>What the reader looks for; empty fields are no condition.</summary>
    public sealed record Wanted(string Words = "", string Role = "", Guid? Unit = null, bool Closed = false);

    /// <summary>A line of the list.</summary>
    public sealed record Row(Guid Id, string SignInName, string Name, string Roles, string Units, bool HasOneTimePassword, bool AsksForRecovery);

    /// <summary>The accounts behind that sign-in name: so many and one more, which tells that there is another page.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(Wanted wanted, string after, int take, CancellationToken ct)
    {
        var accounts = await Matching(await scope.RunAsync(OrganizationRights.View, ct), wanted).AsNoTracking().Where(account => string.Compare(account.SignInName, after) > 0)
            .OrderBy(account => account.SignInName).Take(take + 1)
            .Select(account => new { account.Id, account.SignInName, account.Name, account.MustChangePassword, Asks = organization.RecoveryRequests.Any(r => r.AccountId == account.Id && r.AnsweredAt == null) })
            .ToListAsync(ct);
        var ids = accounts.Select(account => account.Id).ToList();
        var holdings = (await organization.Holdings.AsNoTracking().On(Today).Where(holding => ids.Contains(holding.AccountId)).ToListAsync(ct)).ToLookup(holding => holding.AccountId);
        var names = (await units.AllAsync(ct)).ToDictionary(unit => unit.Id, unit => unit.Name);
        return [.. accounts.Select(account => new Row(account.Id, account.SignInName, account.Name,
            string.Join(PeopleText.ListComma, holdings[account.Id].Select(holding => RoleWords.Of(holding.Role)).Distinct()),
            string.Join(PeopleText.ListComma, holdings[account.Id].Select(holding => names.GetValueOrDefault(holding.UnitId, "")).Distinct()),
            account.MustChangePassword, account.Asks))];
    }

    private DateOnly Today => time.Today();

    private IQueryable<Account> Matching(IQueryable<Account> accounts, Wanted wanted)
    {
        accounts = wanted.Closed ? accounts.Where(account => account.ClosedOn != null) : accounts.Where(account => account.ClosedOn == null);
        if (wanted.Words.Trim() is { Length: > 0 } words)
        {
            var lower = words.ToLowerInvariant();
            accounts = accounts.Where(account => account.Name.Contains(words) || account.SignInName.Contains(lower));
        }
        if (wanted.Role.Length == 0 && wanted.Unit is null)
            return accounts;
        var holdings = organization.Holdings.On(Today);
        return accounts.Where(account => holdings.Any(holding => holding.AccountId == account.Id
            && (wanted.Role == "" || holding.Role == wanted.Role) && (wanted.Unit == null || holding.UnitId == wanted.Unit)));
    }
}
