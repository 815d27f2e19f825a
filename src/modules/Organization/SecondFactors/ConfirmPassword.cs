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
        var begun = await throttle.BeginAsync(account.SignInName, password, address, ct);
        if (!begun.Succeeded)
            return begun.Refusals[0];
        if (Passwords.Matches(account.PasswordHash, password))
        {
            await throttle.EndAsync(begun.Value, ct);
            return null;
        }
        process.Begin("organization.confirm-password-failed", new Ref("organization", "account", account.Id));
        throttle.Fail(begun.Value);
        await organization.SaveAsync(ct);
        return new("PasswordCurrentWrong", "Form.Password");
    }
}
