using System.Buffers.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.SecondFactors;

/// <summary>Adds a passkey of one's own: offers a challenge, then checks what the device made of it.</summary>
internal sealed class AddPasskey(OrganizationDb organization, IPasskeyHandler<Account> handler, PasskeyStates states, GiveRecoveryCodes codes, Process process, Actor actor) : IHandler
{
    /// <summary>What the page needs to ask the device.</summary>
    public sealed record Offer(string Options, string State);

    public async Task<Offer> OfferAsync(HttpContext http, CancellationToken ct)
    {
        var account = await organization.Accounts.AsNoTracking().SingleAsync(a => a.Id == actor.AccountId, ct);
        var made = await handler.MakeCreationOptionsAsync(new() { Id = account.Id.ToString("N"), Name = account.SignInName, DisplayName = account.Name }, http);
        return new(made.CreationOptionsJson, states.Carry(made.AttestationState));
    }

    /// <returns>New recovery codes if the account had none, else an empty list.</returns>
    public async Task<Outcome<List<string>>> RunAsync(HttpContext http, string? answer, string? carried, string name, CancellationToken ct)
    {
        if (actor.AccountId is not { } account || states.Read(carried) is not { } state || string.IsNullOrEmpty(answer))
            return new Refusal("PasskeyRefused");
        var result = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = answer, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != account.ToString("N"))
            return new Refusal("PasskeyRefused");
        var key = result.Passkey;
        process.Begin("organization.add-passkey", new Ref("organization", "account", account));
        organization.Passkeys.Add(new()
        {
            AccountId = account, CredentialKey = Base64Url.EncodeToString(key.CredentialId), PublicKey = Convert.ToBase64String(key.PublicKey), Name = Named(name), AddedAt = process.At,
            Uses = key.SignCount, Transports = string.Join(',', key.Transports ?? []), IsUserVerified = key.IsUserVerified, IsBackupEligible = key.IsBackupEligible, IsBackedUp = key.IsBackedUp,
        });
        var given = await organization.RecoveryCodes.AnyAsync(code => code.AccountId == account && code.UsedAt == null, ct) ? [] : await codes.AddAsync(account, ct);
        await organization.SaveAsync(ct);
        return given;
    }

    private static string Named(string name) => name.Trim() switch
    {
        "" => "Passkey",
        { Length: > 40 } long_ => long_[..40],
        var said => said,
    };
}
