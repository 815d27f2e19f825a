using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.AccessTokens;

/// <summary>Revokes a token of one's own: from then on it answers like one that never was.</summary>
internal sealed class EndToken(OrganizationDb organization, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid token, CancellationToken ct)
    {
        if (await organization.AccessTokens.FirstOrDefaultAsync(row => row.Id == token && row.AccountId == actor.AccountId, ct) is not { } found)
            return new Refusal("TokenNotYours");
        process.Begin("organization.end-token", CreateToken.RefOf(token));
        found.End(process.At);
        await organization.SaveAsync(ct);
        return new Done();
    }
}
