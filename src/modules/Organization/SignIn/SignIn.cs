using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.SignIn;

/// <summary>Checks a name and a password. The answer never tells which of the two was wrong, nor whether the name exists.</summary>
internal sealed class SignIn(OrganizationDb organization, Throttle throttle, Process process) : IHandler
{
    /// <summary>Somebody whose password was right.</summary>
    /// <param name="Account">Who.</param>
    /// <param name="NeedsSecondFactor">True where the session begins only after a code or a passkey.</param>
    public sealed record Entered(Account Account, bool NeedsSecondFactor);

    // Hashing costs the same whether or not the name exists, so that the time does not tell.
    private static readonly string NobodysHash = Passwords.Hash("nobody");

    public async Task<Outcome<Entered>> RunAsync(string name, string password, string address, CancellationToken ct)
    {
        var signInName = name.Trim().ToLowerInvariant();
        var begun = await throttle.BeginAsync(signInName, password, address, ct);
        if (!begun.Succeeded)
            return begun.Refusals.ToList();
        var account = await organization.Accounts.FirstOrDefaultAsync(a => a.SignInName == signInName && a.ClosedOn == null, ct);
        var matches = Passwords.Matches(account?.PasswordHash ?? NobodysHash, password);
        if (account is null || !matches)
        {
            process.Begin("organization.sign-in-failed", account is null ? null : new Ref("organization", "account", account.Id));
            throttle.Fail(begun.Value);
            await organization.SaveAsync(ct);
            return new Refusal("SignInRefused", "name");
        }
        await throttle.EndAsync(begun.Value, ct);
        var id = account.Id;
        var hasFactor = await organization.Authenticators.AnyAsync(a => a.AccountId == id, ct) || await organization.Passkeys.AnyAsync(p => p.AccountId == id, ct);
        return new Entered(account, hasFactor);
    }
}
