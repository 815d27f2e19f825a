using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.GrantRoles;
using Shuren.Organization.ManageAccounts;
using Shuren.Organization.Model;
using Shuren.Organization.SignIn;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.AccountsInExcel;

/// <summary>Writes what a sheet changes, all or nothing. Roles wait for the security administrator like any other.</summary>
internal sealed class ApplyAccountSheet(OrganizationDb organization, CompareAccounts compare, RoleRules rules, IUnitDirectory units, Process process, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>A new account with the password that is handed over once.</summary>
    public sealed record New(string SignInName, string Name, string Unit, string OneTimePassword);

    /// <summary>What was done.</summary>
    public sealed record Applied(IReadOnlyList<New> Added, int Rows);

    public async Task<Outcome<Applied>> RunAsync(IReadOnlyList<AccountRow> rows, CancellationToken ct)
    {
        if (!actor.Can(OrganizationRights.ManageAccounts))
            return new Refusal("NotYours");
        // The check page's rows came back through the browser: each is looked at once more.
        var found = await compare.RunAsync(rows, ct);
        if (rows.Count is 0 or > ReadAccountSheet.MaxRows || found.Any(row => row.Refusals.Count > 0))
            return new Refusal("EditedMeanwhile");
        var names = (await units.AllAsync(ct)).ToDictionary(unit => unit.Id, unit => unit.Name);
        process.Begin("organization.accounts-by-excel");
        var added = new Dictionary<string, (Account Account, New Card)>();
        foreach (var row in found)
        {
            var account = row.Account ?? (added.TryGetValue(row.Row.SignInName, out var made) ? made.Account : null);
            if (account is null)
            {
                added.Add(row.Row.SignInName, Add(row.Row, names));
                account = added[row.Row.SignInName].Account;
            }
            var (phone, email) = (row.Row.Phone.Length == 0 ? "•" : row.Row.Phone, row.Row.Email.Length == 0 ? "•" : row.Row.Email);
            SetContact.Write(account, row.Row.Name, phone, email);
            if (row.Differences.Any(difference => difference.Field == PeopleText.ProposedRole))
                rules.Add(new(account.Id, row.Row.Role, row.Row.Unit, row.Row.Since ?? time.Today(), row.Row.Until), grant: false);
        }
        await organization.SaveAsync(ct);
        return new Applied([.. added.Values.Select(pair => pair.Card)], rows.Count);
    }

    private (Account, New) Add(AccountRow row, Dictionary<Guid, string> names)
    {
        var password = Passwords.OneTime();
        var account = new Account { SignInName = row.SignInName, Name = row.Name, PasswordHash = Passwords.Hash(password), MustChangePassword = true };
        organization.Accounts.Add(account);
        return (account, new(row.SignInName, row.Name, names.GetValueOrDefault(row.Unit, ""), password));
    }
}
