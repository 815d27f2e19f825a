using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.GrantRoles;
using Shuren.Organization.ManageAccounts;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Masks;
using Shuren.Platform.Rights;
using Shuren.Ui;

namespace Shuren.Organization.AccountsInExcel;

/// <summary>Sets the rows of a sheet against the accounts that are there: what would change, and what cannot be.</summary>
internal sealed class CompareAccounts(OrganizationDb organization, RoleRules rules, IUnitDirectory units, RefusalWords words, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>Each row with its account, or null where it would be added.</summary>
    public sealed record Found(AccountRow Row, Account? Account, IReadOnlyList<Refusal> Refusals, IReadOnlyList<AccountDifference> Differences);

    public async Task<IReadOnlyList<Found>> RunAsync(IReadOnlyList<AccountRow> rows, CancellationToken ct)
    {
        var names = rows.Select(row => row.SignInName).Distinct().ToList();
        var accounts = await organization.Accounts.Where(account => names.Contains(account.SignInName)).ToDictionaryAsync(account => account.SignInName, ct);
        var known = (await units.AllAsync(ct)).ToDictionary(unit => unit.Id, unit => unit.Name);
        var held = await HeldAsync([.. accounts.Values.Select(account => account.Id)], ct);
        var seen = new HashSet<(string, string, Guid)>();
        var found = new List<Found>();
        foreach (var row in rows)
        {
            var account = accounts.GetValueOrDefault(row.SignInName);
            var wish = new RoleWish(account?.Id ?? Guid.Empty, row.Role, row.Unit, row.Since ?? Today, row.Until);
            var adds = row.HasRole && !(account is not null && held.Contains((account.Id, row.Role, row.Unit)));
            List<Refusal> refusals = [.. Refusals(row, account), .. !seen.Add((row.SignInName, row.Role, row.Unit)) ? [new Refusal("SheetRowTwice", "account")] : Array.Empty<Refusal>()];
            if (adds && refusals.Count == 0 && await rules.RefusalOfAsync(wish, ct) is { } refusal)
                refusals.Add(refusal);
            found.Add(new(row, account, refusals, [.. Differences(row, account, adds ? known.GetValueOrDefault(row.Unit, "") : null)]));
        }
        return found;
    }

    /// <summary>A refusal of a row, with its place in the sheet.</summary>
    public AccountProblem ProblemOf(AccountRow row, Refusal refusal) => new(PeopleText.SheetRow.Filled(row.Row), words.Of(refusal));

    private DateOnly Today => time.Today();

    private async Task<HashSet<(Guid, string, Guid)>> HeldAsync(List<Guid> ids, CancellationToken ct)
    {
        var today = Today;
        var holdings = await organization.Holdings.Where(h => ids.Contains(h.AccountId) && (h.Until == null || h.Until >= today)).Select(h => new { h.AccountId, h.Role, h.UnitId }).ToListAsync(ct);
        var proposals = await organization.Proposals.Where(p => ids.Contains(p.AccountId)).Select(p => new { p.AccountId, p.Role, p.UnitId }).ToListAsync(ct);
        return [.. holdings.Concat(proposals).Select(row => (row.AccountId, row.Role, row.UnitId))];
    }

    private IEnumerable<Refusal> Refusals(AccountRow row, Account? account)
    {
        if (AccountNames.RefusalOf(row.SignInName) is { } name)
            yield return name;
        if (account?.ClosedOn is not null)
            yield return new("AccountIsClosed", "account");
        if (account is null && !row.HasRole)
            yield return new("SheetRoleMissing", "role");
        if (row.HasRole && !actor.CanFor(OrganizationRights.ManageAccounts, row.Unit))
            yield return new("NotYours");
        foreach (var refusal in new[] { SetContact.RefusalOfName(row.Name), SetContact.RefusalOfPhone(row.Phone), SetContact.RefusalOfEmail(row.Email) }.OfType<Refusal>())
            yield return refusal;
    }

    private static IEnumerable<AccountDifference> Differences(AccountRow row, Account? account, string? newUnit)
    {
        var role = newUnit is null ? "" : $"{RoleWords.Of(row.Role)} {newUnit} {(row.Since is { } day ? Wording.FullDay(day) : "")}".Trim();
        (string Field, string Before, string After)[] fields =
        [
            (OrganizationText.Account, account is null ? "" : row.SignInName, row.SignInName),
            (OrganizationText.PersonName, account?.Name ?? "", row.Name.Trim()),
            (PeopleText.Phone, Mask.Of(MaskKind.Phone, account?.Phone), After(row.Phone, account?.Phone, MaskKind.Phone)),
            (PeopleText.Email, Mask.Of(MaskKind.Email, account?.Email), After(row.Email, account?.Email, MaskKind.Email)),
            (PeopleText.ProposedRole, "", role),
        ];
        return fields.Where(field => field.Before != field.After).Select(field => new AccountDifference(row.SignInName, row.Name, field.Field, field.Before, field.After));
    }

    // An empty or masked cell leaves what is there: a sheet adds and mends, it does not take away.
    private static string After(string typed, string? before, MaskKind kind) =>
        typed.Length == 0 || typed.Contains('•', StringComparison.Ordinal) ? Mask.Of(kind, before) : Mask.Of(kind, typed);
}
