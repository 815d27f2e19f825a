using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.SecondFactors;

/// <summary>Ties one's own authenticator to the account once it shows a right code; an earlier one no longer counts.</summary>
internal sealed class AddAuthenticator(OrganizationDb organization, AuthenticatorSecrets secrets, GiveRecoveryCodes codes, Process process, Actor actor) : IHandler
{
    /// <param name="carried">The secret that the page showed, encrypted.</param>
    /// <param name="typed">The code that the authenticator shows.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The recovery codes, shown once.</returns>
    public async Task<Outcome<List<string>>> RunAsync(string? carried, string typed, CancellationToken ct)
    {
        if (actor.AccountId is not { } account || secrets.OpenTyped(account, carried) is not { } secret)
            return new Refusal("NotYours");
        if (Totp.Match(secret, typed, process.At, last: 0) is not { } step)
            return new Refusal("CodeWrong", "Form.Code");
        process.Begin("organization.add-authenticator", new Ref("organization", "account", account));
        organization.Authenticators.RemoveRange(await organization.Authenticators.Where(old => old.AccountId == account).ToListAsync(ct));
        organization.Authenticators.Add(new() { AccountId = account, Secret = secrets.Protect(account, secret), AddedAt = process.At, LastStep = step });
        var given = await codes.AddAsync(account, ct);
        await organization.SaveAsync(ct);
        return given;
    }
}
