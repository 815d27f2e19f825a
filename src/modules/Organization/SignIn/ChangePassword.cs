using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.SignIn;

/// <summary>Sets one's own password; every session of the account ends, and the one at hand begins anew.</summary>
internal sealed class ChangePassword(OrganizationDb organization, PassphraseRules rules, Throttle throttle, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Account>> RunAsync(string current, string chosen, string address, CancellationToken ct)
    {
        var account = await organization.Accounts.SingleAsync(a => a.Id == actor.AccountId, ct);
        var begun = await throttle.BeginAsync(account.SignInName, current, address, ct);
        if (!begun.Succeeded)
            return begun.Refusals.ToList();
        if (!Passwords.Matches(account.PasswordHash, current))
        {
            process.Begin("organization.change-password-failed", new Ref("organization", "account", account.Id));
            throttle.Fail(begun.Value);
            await organization.SaveAsync(ct);
            return new Refusal("PasswordCurrentWrong", "current");
        }
        await throttle.EndAsync(begun.Value, ct);
        if (await rules.RefusalOfAsync(chosen, account, ct) is { } refusal)
            return refusal;
        process.Begin("organization.change-password", new Ref("organization", "account", account.Id));
        account.SetPassword(Passwords.Hash(chosen), oneTime: false);
        await organization.SaveAsync(ct);
        return account;
    }
}
