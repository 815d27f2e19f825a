using Microsoft.EntityFrameworkCore;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Notices;
using Shuren.Platform.Rights;

namespace Shuren.Organization.Notices;

/// <summary>What I was told, newest first, with what did not leave the house.</summary>
internal sealed class ViewNotices(ShurenDb db, RefusalWords words, Actor actor) : IHandler
{
    /// <summary>A page holds so many.</summary>
    public const int PageSize = 50;

    /// <summary>A notice in words.</summary>
    public sealed record Row(Guid Id, string Kind, string Title, string Why, DateTime At, bool IsUnread, IReadOnlyList<string> NotSent);

    /// <param name="unread">Only what is unread.</param>
    /// <param name="before">Those before this one; null for the newest.</param>
    /// <param name="take">So many and one more, which tells that there is another page.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<IReadOnlyList<Row>> RunAsync(bool unread, Guid? before, int take, CancellationToken ct)
    {
        var mine = db.Set<Notice>().AsNoTracking().Where(notice => notice.AccountId == actor.AccountId && !notice.Hidden);
        if (unread)
            mine = mine.Where(notice => notice.ReadAt == null);
        if (before is { } last)
            mine = mine.Where(notice => notice.Id < last);
        var page = await mine.OrderByDescending(notice => notice.Id).Take(take + 1).ToListAsync(ct);
        var ids = page.Select(notice => notice.Id).ToList();
        var failed = (await db.Set<NoticeDelivery>().AsNoTracking().Where(row => ids.Contains(row.NoticeId) && row.Failure != null).ToListAsync(ct)).ToLookup(row => row.NoticeId, row => Said(row.Failure));
        return [.. page.Select(notice => new Row(notice.Id, notice.Kind, Said(notice.Title), Said(notice.Why), notice.At, notice.ReadAt is null, [.. failed[notice.Id]]))];
    }

    private string Said(string? kept) => Sentence.Parse(kept)?.In(words) ?? "";
}

/// <summary>How many are unread: the number beside the bell.</summary>
internal sealed class CountNotices(ShurenDb db, Actor actor) : IHandler
{
    public Task<int> RunAsync(CancellationToken ct) => db.Set<Notice>().CountAsync(notice => notice.AccountId == actor.AccountId && notice.ReadAt == null && !notice.Hidden, ct);
}
