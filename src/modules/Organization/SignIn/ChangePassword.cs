using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.SignIn;

/// <summary>Sets one's own password; every other session of the account ends.</summary>
internal sealed class ChangePassword(OrganizationDb organization, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Account>> RunAsync(string current, string chosen, CancellationToken ct)
    {
        var account = await organization.Accounts.SingleAsync(a => a.Id == actor.AccountId, ct);
        if (!Passwords.Matches(account.PasswordHash, current))
            return new Refusal("PasswordCurrentWrong", "current");
        if (Passwords.RefusalOf(chosen, account) is { } refusal)
            return refusal;
        process.Begin("organization.change-password", new Ref("organization", "account", account.Id));
        account.SetPassword(Passwords.Hash(chosen), oneTime: false);
        await organization.SaveAsync(ct);
        return account;
    }
}
