using System.Buffers.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.SecondFactors;

/// <summary>Signs in by a passkey. The device has asked for a finger, a face or a PIN: it is both factors in one.</summary>
internal sealed class UsePasskey(OrganizationDb organization, IPasskeyHandler<Account> handler, PasskeyStates states, Process process) : IHandler
{
    /// <summary>What the page needs to ask the device.</summary>
    /// <param name="http">The request.</param>
    /// <param name="account">Whose keys may answer; null for whoever has one.</param>
    public async Task<AddPasskey.Offer> OfferAsync(HttpContext http, Account? account)
    {
        var made = await handler.MakeRequestOptionsAsync(account, http);
        return new(made.RequestOptionsJson, states.Carry(made.AssertionState));
    }

    /// <returns>Whose key it is; the key's new count is saved with the session that begins by it.</returns>
    public async Task<Outcome<Account>> RunAsync(HttpContext http, string? answer, string? carried, CancellationToken ct)
    {
        if (states.Read(carried) is not { } state || string.IsNullOrEmpty(answer))
            return new Refusal("PasskeyRefused");
        var result = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = answer, AssertionState = state });
        if (!result.Succeeded || result.User.ClosedOn is not null)
            return new Refusal("PasskeyRefused");
        var wanted = Base64Url.EncodeToString(result.Passkey.CredentialId);
        var key = await organization.Passkeys.SingleAsync(p => p.CredentialKey == wanted, ct);
        process.Begin("organization.sign-in", new Ref("organization", "account", key.AccountId));
        (key.Uses, key.IsUserVerified, key.IsBackedUp) = (result.Passkey.SignCount, result.Passkey.IsUserVerified, result.Passkey.IsBackedUp);
        return result.User;
    }
}
