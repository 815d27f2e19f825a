using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;

namespace Shuren.Platform.Notices;

/// <summary>What is to be told.</summary>
/// <param name="Kind">Name of a registered <see cref="NoticeKind"/>.</param>
/// <param name="Subject">The thing it is about.</param>
/// <param name="Title">What happened and what to do, without any personal data of others: it may leave the house.</param>
/// <param name="Href">Where to see it, relative to the district's address.</param>
/// <param name="Why">One line more.</param>
public sealed record News(string Kind, Ref Subject, Sentence Title, string Href, Sentence? Why = null);

/// <summary>Tells people: rooms hand down what is to be told and to whom; how it reaches them is theirs to choose.</summary>
public sealed class NoticeBoard(ShurenDb db, JobDesk jobs, IEnumerable<NoticeKind> kinds, TimeProvider time)
{
    /// <summary>Adds (does not save) the notices and what leaves the house of them. Who was told the same today is passed over.</summary>
    /// <returns>How many people are told.</returns>
    public async Task<int> TellAsync(News news, IReadOnlyCollection<Guid> accounts, CancellationToken ct)
    {
        var kind = kinds.Single(kind => kind.Name == news.Kind);
        var (local, day, subject) = (time.GetLocalNow().DateTime, time.Today(), news.Subject.ToString());
        var told = await db.Set<Notice>().Where(notice => notice.Kind == news.Kind && notice.Subject == subject && notice.Day == day && accounts.Contains(notice.AccountId))
            .Select(notice => notice.AccountId).ToListAsync(ct);
        told.AddRange(db.ChangeTracker.Entries<Notice>().Where(row => row.State == EntityState.Added).Select(row => row.Entity)
            .Where(notice => notice.Kind == news.Kind && notice.Subject == subject && notice.Day == day).Select(notice => notice.AccountId));
        var people = accounts.Distinct().Except(told).ToList();
        var settings = await db.Set<NoticeSettings>().AsNoTracking().Where(row => people.Contains(row.AccountId)).ToDictionaryAsync(row => row.AccountId, ct);
        var choices = (await db.Set<NoticeChoice>().AsNoTracking().Where(row => row.Kind == news.Kind && people.Contains(row.AccountId)).ToListAsync(ct))
            .ToDictionary(row => (row.AccountId, row.Channel), row => row.On);
        foreach (var person in people)
        {
            var notice = NoticeFor(person, news, day, hidden: !IsOn(person, NoticeChannel.InApp));
            db.Add(notice);
            if (settings.TryGetValue(person, out var wishes))
                SendOut(notice, wishes, local, channel => IsOn(person, channel));
        }
        return people.Count;

        bool IsOn(Guid person, NoticeChannel channel) => choices.TryGetValue((person, channel), out var on) ? on : kind.IsOn(channel);
    }

    private Notice NoticeFor(Guid person, News news, DateOnly day, bool hidden) => new()
    {
        AccountId = person, Kind = news.Kind, Subject = news.Subject.ToString(), Day = day, Title = news.Title.ToString(), Why = news.Why?.ToString() ?? "",
        Href = news.Href, At = time.GetUtcNow().UtcDateTime, Hidden = hidden,
    };

    private void SendOut(Notice notice, NoticeSettings wishes, DateTime local, Func<NoticeChannel, bool> isOn)
    {
        if (wishes.Email is not null && isOn(NoticeChannel.Email))
            Deliver(NoticeChannel.Email, wishes.Digest);
        if (wishes.Webhook is not null && isOn(NoticeChannel.Webhook))
            Deliver(NoticeChannel.Webhook, inDigest: false);

        void Deliver(NoticeChannel channel, bool inDigest)
        {
            var delivery = new NoticeDelivery { NoticeId = notice.Id, AccountId = notice.AccountId, Channel = channel, InDigest = inDigest };
            db.Add(delivery);
            if (!inDigest)
                jobs.Ask(SendNotice.Kind, delivery.Id, notBefore: notice.At + (wishes.OutOfQuiet(local) - local));
        }
    }
}
