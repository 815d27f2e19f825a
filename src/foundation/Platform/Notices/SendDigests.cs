using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Notices;

/// <summary>Every morning: one job for each person for whom notices have gathered, so that one bad address holds nobody up.</summary>
internal sealed class SendDigests(ShurenDb db, JobDesk jobs, Process process, TimeProvider time) : IJob
{
    public const string Kind = "platform.send-digests";

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var people = await SendDigest.Open(db).Select(row => row.AccountId).Distinct().ToListAsync(ct);
        var wishes = await db.Set<NoticeSettings>().AsNoTracking().Where(row => people.Contains(row.AccountId)).ToListAsync(ct);
        var local = time.GetLocalNow().DateTime;
        process.Begin("platform.digests");
        var keys = wishes.ToDictionary(person => string.Create(CultureInfo.InvariantCulture, $"{SendDigest.Kind}/{local:yyyy-MM-dd}/{person.AccountId:N}"));
        // Broken off after its save, it finds the jobs there.
        var asked = await db.Set<Job>().Where(job => job.Key != null && keys.Keys.Contains(job.Key)).Select(job => job.Key!).ToListAsync(ct);
        foreach (var (key, person) in keys.ExceptBy(asked, pair => pair.Key))
            jobs.Ask(SendDigest.Kind, person.AccountId, notBefore: time.GetUtcNow().UtcDateTime + (person.OutOfQuiet(local) - local), key: key);
        await db.SaveAsync(ct);
        return new Sentence("DigestsAsked", $"{wishes.Count}");
    }
}

/// <summary>One person's gathered notices as one e-mail.</summary>
internal sealed class SendDigest(ShurenDb db, Postman postman, TimeProvider time) : IJob
{
    public const string Kind = "platform.send-digest";

    private const int Most = 100;

    public static IQueryable<NoticeDelivery> Open(ShurenDb db) => db.Set<NoticeDelivery>().AsNoTracking().Where(row => row.InDigest && row.SentAt == null && row.Failure == null);

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var person = run.Arguments<Guid>();
        var open = await Open(db).Where(row => row.AccountId == person).Join(db.Set<Notice>().AsNoTracking(), row => row.NoticeId, notice => notice.Id, (row, notice) => new { row.Id, Notice = notice })
            .OrderBy(row => row.Notice.At).ThenBy(row => row.Id).Take(Most).ToListAsync(ct);
        var unread = open.Where(row => row.Notice.ReadAt is null).ToList();
        if (await db.Set<NoticeSettings>().AsNoTracking().FirstOrDefaultAsync(row => row.AccountId == person, ct) is not { } wishes || open.Count == 0)
            return new Sentence("NoticeWasSent");
        var sent = unread.Count == 0 ? new Done() : await postman.SendAsync(run.Id, wishes, [.. unread.Select(row => row.Notice)], isDigest: true, ct);
        await SendNotice.MarkAsync(db, [.. open.Select(row => row.Id)], sent, time, ct);
        return sent.Succeeded ? new Sentence("NoticeSent") : sent.Refusals[0];
    }
}
