using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;
using Shuren.Platform;

namespace Shuren.Organization.SignIn;

/// <summary>The sessions of an account that are open now, newest first.</summary>
internal sealed class FindSessions(OrganizationDb organization, TimeProvider time) : IHandler
{
    public async Task<IReadOnlyList<SignInSession>> RunAsync(Guid account, CancellationToken ct)
    {
        var youngest = time.GetUtcNow().UtcDateTime - SignInSession.Longest;
        return await (
            from session in organization.Sessions.AsNoTracking()
            where session.AccountId == account && session.EndedAt == null && session.BeganAt > youngest
            join owner in organization.Accounts.AsNoTracking() on new { Id = session.AccountId, session.Stamp } equals new { owner.Id, owner.Stamp }
            orderby session.BeganAt descending, session.Id descending
            select session).Take(50).ToListAsync(ct);
    }
}
