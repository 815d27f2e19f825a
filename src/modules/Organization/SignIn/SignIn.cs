using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.SignIn;

/// <summary>Checks a name and a password. The answer never tells which of the two was wrong.</summary>
internal sealed class SignIn(OrganizationDb organization, Process process, TimeProvider time) : IHandler
{
    // Hashing costs the same whether or not the name exists, so that the time does not tell.
    private static readonly string NobodysHash = Passwords.Hash("nobody");

    public async Task<Outcome<Account>> RunAsync(string name, string password, CancellationToken ct)
    {
        var signInName = name.Trim().ToLowerInvariant();
        var account = await organization.Accounts.FirstOrDefaultAsync(a => a.SignInName == signInName && a.ClosedOn == null, ct);
        var now = time.GetUtcNow().UtcDateTime;
        if (account?.IsLocked(now) == true)
            return new Refusal("SignInLocked", "", (int)Account.LockTime.TotalMinutes);
        var matches = Passwords.Matches(account?.PasswordHash ?? NobodysHash, password);
        if (account is null || !matches)
        {
            await CountFailureAsync(account, now, ct);
            return new Refusal("SignInRefused", "name");
        }
        process.Begin("organization.sign-in", new Ref("organization", "account", account.Id));
        account.Succeed();
        await organization.SaveAsync(ct);
        return account;
    }

    private async Task CountFailureAsync(Account? account, DateTime now, CancellationToken ct)
    {
        if (account is null)
            return;
        process.Begin("organization.sign-in-failed", new Ref("organization", "account", account.Id));
        account.Fail(now);
        await organization.SaveAsync(ct);
    }
}
