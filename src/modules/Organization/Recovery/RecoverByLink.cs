using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.SignIn;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.Recovery;

/// <summary>
/// Sets a new password by a link that was mailed. The link is used up, every session ends, a lock-out is lifted; second factors stay, so the mailbox alone
/// does not open an account that has one.
/// </summary>
internal sealed class RecoverByLink(OrganizationDb organization, FindLink find, PassphraseRules rules, Throttle throttle, Process process) : IHandler
{
    /// <returns>Done, or <c>LinkOver</c> and what <see cref="PassphraseRules"/> refuses.</returns>
    public async Task<Outcome<Done>> RunAsync(string? secret, string chosen, CancellationToken ct)
    {
        if (await find.RunAsync(secret, ct) is not { ConfirmsId: null } link)
            return new Refusal("LinkOver");
        var account = await organization.Accounts.SingleAsync(row => row.Id == link.AccountId, ct);
        if (await rules.RefusalOfAsync(chosen, account, ct) is { } refusal)
            return refusal;
        process.Begin("organization.recover-by-link", new Ref("organization", "account", account.Id));
        account.SetPassword(Passwords.Hash(chosen), oneTime: false);
        organization.MailedLinks.Remove(link);
        await throttle.ForgiveAsync(account.SignInName, ct);
        foreach (var request in await organization.RecoveryRequests.Where(row => row.AccountId == account.Id && row.AnsweredAt == null).ToListAsync(ct))
            request.AnsweredAt = process.At;
        try
        {
            await organization.SaveAsync(ct);
            return new Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody used it at the same moment; the password that was first stands.
            return new Refusal("LinkOver");
        }
    }
}
