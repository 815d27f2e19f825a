using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Recovery;
using Shuren.Platform;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;

namespace Shuren.Organization.SignIn;

/// <summary>
/// Asks for a way back in. The answer is the same whether the name exists or not, and so is the work: one look, one act, one job, one save.
/// A person with a confirmed address gets a link by mail; an administrator can always answer with a one-time password.
/// </summary>
internal sealed class AskForRecovery(OrganizationDb organization, Throttle throttle, JobDesk jobs, Process process) : IHandler
{
    /// <summary>What stands in the place of a password: asking many names for recovery is noticed like one password against many names.</summary>
    private const string Asked = "recovery";

    public async Task RunAsync(string name, string address, CancellationToken ct)
    {
        var signInName = name.Trim().ToLowerInvariant();
        // Each address may ask only so often; the answer does not tell that it was not heard.
        var begun = await throttle.BeginAsync(signInName, $"{Asked} {address}", address, ct);
        if (!begun.Succeeded)
            return;
        var account = await organization.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.SignInName == signInName && a.ClosedOn == null, ct);
        var id = account?.Id ?? Guid.Empty;
        process.Begin("organization.ask-for-recovery", account is null ? null : new Ref("organization", "account", id));
        throttle.Fail(begun.Value);
        jobs.Ask(MailLink.Kind, new LinkOrder(id, null));
        if (!await organization.RecoveryRequests.AnyAsync(request => request.AccountId == id && request.AnsweredAt == null, ct) && account is not null)
            organization.RecoveryRequests.Add(new() { AccountId = id, At = process.At });
        await organization.SaveAsync(ct);
    }
}
