using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;
using Shuren.Platform;

namespace Shuren.Organization.SignIn;

/// <summary>The sessions of an account that are open now, newest first.</summary>
internal sealed class FindSessions(OrganizationDb organization, TimeProvider time) : IHandler
{
    /// <summary>A session.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="SeenAt">When it was last at work, to the quarter of an hour (UTC); null for one from before that was noted.</param>
    public sealed record Row(SignInSession Session, DateTime? SeenAt);

    public async Task<IReadOnlyList<Row>> RunAsync(Guid account, CancellationToken ct)
    {
        var youngest = time.GetUtcNow().UtcDateTime - SignInSession.Longest;
        return await (
            from session in organization.Sessions.AsNoTracking()
            where session.AccountId == account && session.EndedAt == null && session.BeganAt > youngest
            join owner in organization.Accounts.AsNoTracking() on new { Id = session.AccountId, session.Stamp } equals new { owner.Id, owner.Stamp }
            orderby session.BeganAt descending, session.Id descending
            select new Row(session, organization.SessionSights.Where(sight => sight.Id == session.Id).Select(sight => (DateTime?)sight.SeenAt).FirstOrDefault())).Take(50).ToListAsync(ct);
    }
}
