using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.GrantRoles;
using Shuren.Organization.Model;
using Shuren.Organization.SignIn;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ManageAccounts;

/// <summary>
/// Adds an account with one role at one unit and a one-time password that is shown once. The system administrator only proposes the role
/// (三员分立: who makes accounts does not give rights); the house itself, at the command line, grants it.
/// </summary>
internal sealed class AddAccount(OrganizationDb organization, RoleRules rules, Process process, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>What is handed to the new user.</summary>
    public sealed record Added(Guid Id, string SignInName, string OneTimePassword);

    /// <summary>Adds the account.</summary>
    /// <param name="signInName">Typed at sign-in; 2 to 64 characters without spaces.</param>
    /// <param name="name">The name as shown.</param>
    /// <param name="role">One of <see cref="Roles.All"/>.</param>
    /// <param name="unit">The unit where the role is held: id, name or short name.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Added>> RunAsync(string signInName, string name, string role, string unit, CancellationToken ct)
    {
        var typed = AccountNames.Normal(signInName);
        if (AccountNames.RefusalOf(typed) is { } form)
            return form;
        if (await organization.Accounts.AnyAsync(a => a.SignInName == typed, ct))
            return new Refusal("AccountExists", "signInName", typed);
        var password = Passwords.OneTime();
        var account = new Account { SignInName = typed, Name = string.IsNullOrWhiteSpace(name) ? typed : name.Trim(), PasswordHash = Passwords.Hash(password), MustChangePassword = true };
        var place = await rules.FindUnitAsync(unit, ct);
        var wish = new RoleWish(account.Id, role, place?.Id ?? Guid.Empty, time.Today(), null);
        if (!actor.IsSystem && (place is null ? !actor.Can(OrganizationRights.ManageAccounts) : !actor.CanFor(OrganizationRights.ManageAccounts, place.Id)))
            return new Refusal("NotYours");
        if (await rules.RefusalOfAsync(wish, ct) is { } refusal)
            return refusal.Code == "UnitUnknown" ? new Refusal("UnitUnknown", "unit", unit) : refusal;
        process.Begin("organization.add-account", new Ref("organization", "account", account.Id));
        organization.Accounts.Add(account);
        rules.Add(wish, grant: actor.IsSystem);
        await organization.SaveAsync(ct);
        return new Added(account.Id, typed, password);
    }
}
