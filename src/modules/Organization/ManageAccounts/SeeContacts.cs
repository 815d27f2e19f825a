using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Masks;

namespace Shuren.Organization.ManageAccounts;

/// <summary>Shows telephone number and mail address in full, against a purpose that is recorded.</summary>
internal sealed class SeeContacts(AccountScope scope, Unmasking unmasking) : IHandler
{
    /// <returns>The values by field: phone, email.</returns>
    public async Task<Outcome<Dictionary<string, string>>> RunAsync(Guid accountId, string purpose, CancellationToken ct)
    {
        if (await scope.FindAsync(OrganizationRights.SeeContacts, accountId, ct) is not { } account)
            return new Refusal("NotYours");
        return await unmasking.RunAsync(OrganizationRights.SeeContacts, ViewAccountFile.RefOf(accountId), purpose,
            new Dictionary<string, string> { ["phone"] = account.Phone ?? "", ["email"] = account.Email ?? "" }, ct);
    }
}
