using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.AccessTokens;

/// <summary>The actor's own tokens that still count, newest first.</summary>
internal sealed class FindTokens(OrganizationDb organization, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>A token, without its secret.</summary>
    public sealed record Row(Guid Id, string Name, string Scopes, DateTime MadeAt, DateOnly LastDay, DateOnly? UsedOn);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken ct)
    {
        var today = time.Today();
        return await (
            from token in organization.AccessTokens.AsNoTracking()
            where token.AccountId == actor.AccountId && token.EndedAt == null && token.LastDay >= today
            join owner in organization.Accounts.AsNoTracking() on new { Id = token.AccountId, token.Stamp } equals new { owner.Id, owner.Stamp }
            join use in organization.AccessTokenUses.AsNoTracking() on token.Id equals use.Id
            orderby token.MadeAt descending, token.Id descending
            select new Row(token.Id, token.Name, token.Scopes, token.MadeAt, token.LastDay, use.UsedOn)).ToListAsync(ct);
    }
}
