using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;

namespace Shuren.Organization.SignIn;

/// <summary>Notes that a session is at work: at most once in a quarter of an hour, so that a look costs no write.</summary>
internal sealed class MarkSession(OrganizationDb organization, ShurenDb db, TimeProvider time) : IHandler
{
    /// <summary>So exact is what the list of sessions says.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(15);

    /// <param name="session">The session.</param>
    /// <param name="seenAt">What is noted already; null for a session from before that was noted, which the sign-in would have made.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task RunAsync(Guid session, DateTime? seenAt, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        // An archived district is not written at all.
        if (seenAt is { } before && before < now - Grain && await OpenArchives.FindAsync(db, ct) is null)
            await organization.SessionSights.Where(sight => sight.Id == session && sight.SeenAt < now).ExecuteUpdateAsync(set => set.SetProperty(sight => sight.SeenAt, now), ct);
    }
}
