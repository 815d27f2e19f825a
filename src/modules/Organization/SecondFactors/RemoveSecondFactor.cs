using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.SecondFactors;

/// <summary>Takes one's own authenticator or passkey away, against the password. Recovery codes go with the last factor.</summary>
internal sealed class RemoveSecondFactor(OrganizationDb organization, ConfirmPassword confirm, Process process, Actor actor) : IHandler
{
    /// <param name="passkey">The passkey, or null for the authenticator.</param>
    /// <param name="password">The account's password.</param>
    /// <param name="address">Where from.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid? passkey, string password, string address, CancellationToken ct)
    {
        if (await confirm.RunAsync(password, address, ct) is { } refusal)
            return refusal;
        var account = actor.AccountId!.Value;
        var authenticators = await organization.Authenticators.Where(a => a.AccountId == account).ToListAsync(ct);
        var passkeys = await organization.Passkeys.Where(p => p.AccountId == account).ToListAsync(ct);
        var goes = passkeys.FindAll(p => p.Id == passkey);
        if (passkey is null ? authenticators.Count == 0 : goes.Count == 0)
            return new Refusal("NotYours");
        process.Begin("organization.remove-second-factor", new Ref("organization", "account", account));
        if (passkey is null)
            organization.Authenticators.RemoveRange(authenticators);
        organization.Passkeys.RemoveRange(goes);
        if (passkeys.Count == goes.Count && (passkey is null || authenticators.Count == 0))
            organization.RecoveryCodes.RemoveRange(await organization.RecoveryCodes.Where(code => code.AccountId == account).ToListAsync(ct));
        await organization.SaveAsync(ct);
        return new Done();
    }
}
