using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ManageAccounts;

/// <summary>Closes an account: sessions end at once, roles with the day, proposals fall; what the person did stays readable.</summary>
internal sealed class CloseAccount(OrganizationDb organization, AccountScope scope, Process process, Actor actor, TimeProvider time) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid accountId, string reason, CancellationToken ct)
    {
        var account = await scope.FindAsync(OrganizationRights.ManageAccounts, accountId, ct);
        if (account is null || account.ClosedOn is not null)
            return new Refusal("AccountUnknown");
        if (account.Id == actor.AccountId)
            return new Refusal("NotOneself");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("ReasonMissing", "reason");
        var today = time.Today();
        process.Begin("organization.close-account", new Ref("organization", "account", account.Id), reason.Trim());
        account.Close(today);
        foreach (var holding in await organization.Holdings.Where(h => h.AccountId == accountId && (h.Until == null || h.Until > today)).ToListAsync(ct))
            holding.Until = holding.Since > today ? holding.Since.AddDays(-1) : today;
        organization.Proposals.RemoveRange(await organization.Proposals.Where(p => p.AccountId == accountId).ToListAsync(ct));
        foreach (var session in await organization.Sessions.Where(s => s.AccountId == accountId && s.EndedAt == null).ToListAsync(ct))
            session.End(process.At);
        await organization.SaveAsync(ct);
        return new Done();
    }
}
