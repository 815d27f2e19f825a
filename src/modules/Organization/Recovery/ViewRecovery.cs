using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Masks;
using Shuren.Platform.Notices;
using Shuren.Platform.Rights;

namespace Shuren.Organization.Recovery;

/// <summary>One's own way back: whether mail is sent here, the address that counts and the one that waits for an answer, both masked.</summary>
internal sealed class ViewRecovery(OrganizationDb organization, Postman postman, Actor actor) : IHandler
{
    public sealed record View(string? Confirmed, string? Waiting);

    /// <summary>Whether this installation sends letters with links.</summary>
    public bool IsOffered => postman.CanLink;

    public async Task<View> RunAsync(CancellationToken ct)
    {
        List<RecoveryAddress> all = await organization.RecoveryAddresses.AsNoTracking().Where(row => row.AccountId == actor.AccountId).ToListAsync(ct);
        return new(Masked(all.Find(row => row.ConfirmedAt is not null)), Masked(all.Find(row => row.ConfirmedAt is null)));
    }

    private static string? Masked(RecoveryAddress? address) => address is null ? null : Mask.Of(MaskKind.Email, address.Email);
}
