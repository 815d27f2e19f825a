using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.SignIn;

/// <summary>
/// Asks for a way back in. The answer is the same whether the name exists or not, and so is the work: one look, one act, one save.
/// An administrator answers with a one-time password; a letter by e-mail can be hung on the same row once mail is sent.
/// </summary>
internal sealed class AskForRecovery(OrganizationDb organization, Throttle throttle, Process process) : IHandler
{
    /// <summary>What stands in the place of a password: asking many names for recovery is noticed like one password against many names.</summary>
    private const string Asked = "recovery";

    public async Task RunAsync(string name, string address, CancellationToken ct)
    {
        var signInName = name.Trim().ToLowerInvariant();
        // Each address may ask only so often; the answer does not tell that it was not heard.
        if (await throttle.RefusalOfAsync(signInName, $"{Asked} {address}", address, ct) is not null)
            return;
        var account = await organization.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.SignInName == signInName && a.ClosedOn == null, ct);
        process.Begin("organization.ask-for-recovery", account is null ? null : new Ref("organization", "account", account.Id));
        throttle.Fail(signInName, $"{Asked} {address}", address);
        var isOpen = account is not null && await organization.RecoveryRequests.AnyAsync(request => request.AccountId == account.Id && request.AnsweredAt == null, ct);
        if (account is not null && !isOpen)
            organization.RecoveryRequests.Add(new() { AccountId = account.Id, At = process.At });
        await organization.SaveAsync(ct);
    }
}
