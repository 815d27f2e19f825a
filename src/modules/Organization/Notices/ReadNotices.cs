using Microsoft.EntityFrameworkCore;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Notices;
using Shuren.Platform.Rights;

namespace Shuren.Organization.Notices;

/// <summary>Marks my notices as read: one, which then shows its thing, or all.</summary>
internal sealed class ReadNotices(ShurenDb db, Actor actor, TimeProvider time) : IHandler
{
    /// <returns>Where the notice leads, or null when it is not mine.</returns>
    public async Task<string?> RunAsync(Guid id, CancellationToken ct)
    {
        var href = await Mine.Where(notice => notice.Id == id).Select(notice => notice.Href).FirstOrDefaultAsync(ct);
        await MarkAsync(Mine.Where(notice => notice.Id == id), ct);
        return href;
    }

    /// <returns>How many were marked.</returns>
    public Task<int> AllAsync(CancellationToken ct) => MarkAsync(Mine, ct);

    private IQueryable<Notice> Mine => db.Set<Notice>().Where(notice => notice.AccountId == actor.AccountId);

    private Task<int> MarkAsync(IQueryable<Notice> notices, CancellationToken ct)
    {
        DateTime? now = time.GetUtcNow().UtcDateTime;
        return notices.Where(notice => notice.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), ct);
    }
}
