using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.SignIn;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.ManageAccounts;

/// <summary>Gives an account a new one-time password, shown once; its sessions end, a lock-out is lifted, second factors stay.</summary>
internal sealed class ResetPassword(OrganizationDb organization, AccountScope scope, Throttle throttle, Process process) : IHandler
{
    public async Task<Outcome<string>> RunAsync(Guid accountId, CancellationToken ct)
    {
        var account = await scope.FindAsync(OrganizationRights.ManageAccounts, accountId, ct);
        if (account is null || account.ClosedOn is not null)
            return new Refusal("AccountUnknown", "account");
        var password = Passwords.OneTime();
        process.Begin("organization.reset-password", new Ref("organization", "account", account.Id));
        account.SetPassword(Passwords.Hash(password), oneTime: true);
        await throttle.ForgiveAsync(account.SignInName, ct);
        foreach (var request in await organization.RecoveryRequests.Where(row => row.AccountId == accountId && row.AnsweredAt == null).ToListAsync(ct))
            request.AnsweredAt = process.At;
        await organization.SaveAsync(ct);
        return password;
    }
}
