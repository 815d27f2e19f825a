using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.ManageAccounts;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.GrantRoles;

/// <summary>Takes a person's lost second factors away; the security administrator does it, the system administrator gives the password: neither gets in alone.</summary>
internal sealed class RemoveFactors(OrganizationDb organization, AccountScope scope, Process process) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid accountId, string reason, CancellationToken ct)
    {
        if (await scope.FindAsync(OrganizationRights.ManageRoles, accountId, ct) is not { ClosedOn: null } account)
            return new Refusal("AccountUnknown");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("ReasonMissing", "reason");
        process.Begin("organization.remove-lost-factors", new Ref("organization", "account", account.Id), reason.Trim());
        organization.Authenticators.RemoveRange(await organization.Authenticators.Where(a => a.AccountId == accountId).ToListAsync(ct));
        organization.Passkeys.RemoveRange(await organization.Passkeys.Where(p => p.AccountId == accountId).ToListAsync(ct));
        organization.RecoveryCodes.RemoveRange(await organization.RecoveryCodes.Where(c => c.AccountId == accountId).ToListAsync(ct));
        await organization.SaveAsync(ct);
        return new Done();
    }
}
