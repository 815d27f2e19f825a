using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.SignIn;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.SecondFactors;

/// <summary>Before a second factor is taken away or replaced the person shows the password once more: an open screen is not enough.</summary>
internal sealed class ConfirmPassword(OrganizationDb organization, Throttle throttle, Process process, Actor actor) : IHandler
{
    /// <returns>Why not, or null.</returns>
    public async Task<Refusal?> RunAsync(string password, string address, CancellationToken ct)
    {
        if (await organization.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == actor.AccountId, ct) is not { } account)
            return new("NotYours");
        if (await throttle.RefusalOfAsync(account.SignInName, password, address, ct) is { } slow)
            return slow;
        if (Passwords.Matches(account.PasswordHash, password))
            return null;
        process.Begin("organization.confirm-password-failed", new Ref("organization", "account", account.Id));
        throttle.Fail(account.SignInName, password, address);
        await organization.SaveAsync(ct);
        return new("PasswordCurrentWrong", "Form.Password");
    }
}
