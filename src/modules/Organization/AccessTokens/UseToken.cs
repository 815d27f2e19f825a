using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Rights;

namespace Shuren.Organization.AccessTokens;

/// <summary>
/// Makes the actor the owner of a token, with what the token covers of the owner's rights of today. Whatever is wrong with a token, the answer is the same.
/// </summary>
internal sealed class UseToken(OrganizationDb organization, ShurenDb db, IActorLoader loader, Actor actor, TimeProvider time) : IHandler, ITokenDoor
{
    public async Task<bool> OpenAsync(string secret, bool writes, CancellationToken ct)
    {
        if (!TokenSecret.IsOne(secret))
            return false;
        var (hash, today) = (TokenSecret.HashOf(secret), time.Today());
        // Found by the hash: how long the search takes says nothing of the secret. The comparison of the hashes takes the same time always.
        var token = await organization.AccessTokens.AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash && row.EndedAt == null && row.LastDay >= today, ct);
        if (token is null || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token.Hash), Encoding.ASCII.GetBytes(hash)))
            return false;
        if (await loader.LoadAsync(token.AccountId, token.Stamp, actor, ct) != SessionState.Good || actor.ActsFor is not null || !actor.Can(OrganizationRights.UseTokens))
        {
            actor.LimitTo(CreateToken.RefOf(token.Id), _ => false);
            return false;
        }
        var scopes = Scopes.Parse(token.Scopes);
        actor.LimitTo(CreateToken.RefOf(token.Id), right => scopes.Cover(right, writes));
        await MarkAsync(token.Id, today, ct);
        return true;
    }

    // Once a day, so that a look costs no write; an archived district is not written at all.
    private async Task MarkAsync(Guid token, DateOnly today, CancellationToken ct)
    {
        var unmarked = organization.AccessTokenUses.Where(use => use.Id == token && (use.UsedOn == null || use.UsedOn < today));
        if (await unmarked.AnyAsync(ct) && await OpenArchives.FindAsync(db, ct) is null)
            await unmarked.ExecuteUpdateAsync(set => set.SetProperty(use => use.UsedOn, today), ct);
    }
}
