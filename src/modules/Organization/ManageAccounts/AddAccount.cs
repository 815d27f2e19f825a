using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Organization.SignIn;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ManageAccounts;

/// <summary>Adds an account with one role at one unit and a one-time password that is shown once.</summary>
internal sealed class AddAccount(OrganizationDb organization, Process process, TimeProvider time) : IHandler
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
        var typed = signInName.Trim().ToLowerInvariant();
        if (typed.Length is < 2 or > 64 || typed.Any(char.IsWhiteSpace))
            return new Refusal("AccountNameForm", "signInName");
        if (!Roles.All.Contains(role))
            return new Refusal("RoleUnknown", "role", role, string.Join(", ", Roles.All));
        if (await organization.Accounts.AnyAsync(a => a.SignInName == typed, ct))
            return new Refusal("AccountExists", "signInName", typed);
        var place = await FindUnitAsync(unit, ct);
        if (place is null)
            return new Refusal("UnitUnknown", "unit", unit);
        var password = Passwords.OneTime();
        var account = new Account { SignInName = typed, Name = string.IsNullOrWhiteSpace(name) ? typed : name.Trim(), PasswordHash = Passwords.Hash(password), MustChangePassword = true };
        process.Begin("organization.add-account", new Ref("organization", "account", account.Id));
        organization.Accounts.Add(account);
        organization.Holdings.Add(new() { AccountId = account.Id, Role = role, UnitId = place.Id, Since = DateOnly.FromDateTime(time.GetLocalNow().DateTime) });
        await organization.SaveAsync(ct);
        return new Added(account.Id, typed, password);
    }

    private async Task<Unit?> FindUnitAsync(string unit, CancellationToken ct)
    {
        var id = Guid.TryParse(unit, out var parsed) ? parsed : Guid.Empty;
        return await organization.Units.Where(u => u.ClosedOn == null && (u.Id == id || u.Name == unit || u.ShortName == unit))
            .OrderBy(u => u.Position).FirstOrDefaultAsync(ct);
    }
}
