using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Jobs;

namespace Shuren.Platform.Notices;

/// <summary>
/// Sends one notice by e-mail or webhook. It leaves the house at least once: a node that dies between the server's yes and our row sends again,
/// with the same id, by which the receiver knows it.
/// </summary>
internal sealed class SendNotice(ShurenDb db, Postman postman, WebhookSender webhooks, CurrentDistrict district, TimeProvider time) : IJob
{
    public const string Kind = "platform.send-notice";

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var id = run.Arguments<Guid>();
        var found = await (
            from delivery in db.Set<NoticeDelivery>().AsNoTracking()
            join notice in db.Set<Notice>().AsNoTracking() on delivery.NoticeId equals notice.Id
            join wishes in db.Set<NoticeSettings>().AsNoTracking() on delivery.AccountId equals wishes.AccountId
            where delivery.Id == id
            select new { Delivery = delivery, Notice = notice, Wishes = wishes }).FirstOrDefaultAsync(ct);
        if (found is null || found.Delivery.SentAt is not null)
            return new Sentence("NoticeWasSent");
        // Held over a quiet night and read meanwhile: there is nothing left to tell.
        if (found.Notice.ReadAt is not null)
            return new Sentence("NoticeWasRead");
        var sent = found.Delivery.Channel == NoticeChannel.Email
            ? await postman.SendAsync(id, found.Wishes, [found.Notice], isDigest: false, ct)
            : await webhooks.SendAsync(id, found.Wishes, found.Notice, district, ct);
        await MarkAsync(db, [id], sent, time, ct);
        return sent.Succeeded ? new Sentence("NoticeSent") : sent.Refusals[0];
    }

    /// <summary>Writes into the deliveries what became of them, so that the reader sees what did not arrive.</summary>
    public static Task<int> MarkAsync(ShurenDb db, IReadOnlyCollection<Guid> deliveries, Outcome<Done> sent, TimeProvider time, CancellationToken ct)
    {
        DateTime? at = sent.Succeeded ? time.GetUtcNow().UtcDateTime : null;
        var failure = sent.Succeeded ? null : Sentence.Of(sent.Refusals[0]).ToString();
        return db.Set<NoticeDelivery>().Where(row => deliveries.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SentAt, at).SetProperty(row => row.Failure, failure), ct);
    }
}
