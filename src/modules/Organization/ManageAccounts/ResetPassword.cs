using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.SignIn;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.ManageAccounts;

/// <summary>Gives an account a new one-time password, shown once; its sessions end.</summary>
internal sealed class ResetPassword(OrganizationDb organization, Process process) : IHandler
{
    public async Task<Outcome<string>> RunAsync(Guid accountId, CancellationToken ct)
    {
        var account = await organization.Accounts.FirstOrDefaultAsync(a => a.Id == accountId && a.ClosedOn == null, ct);
        if (account is null)
            return new Refusal("AccountUnknown", "account");
        var password = Passwords.OneTime();
        process.Begin("organization.reset-password", new Ref("organization", "account", account.Id));
        account.SetPassword(Passwords.Hash(password), oneTime: true);
        await organization.SaveAsync(ct);
        return password;
    }
}
