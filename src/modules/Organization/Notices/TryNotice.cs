using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.Notices;

/// <summary>Sends me a notice to see whether it arrives.</summary>
internal sealed class TryNotice(ShurenDb db, NoticeBoard board, Process process, Actor actor) : IHandler
{
    /// <summary>The kind: in no settings, on every channel.</summary>
    public const string Kind = "organization.test";

    private const int MostAnHour = 3;

    /// <returns>Done, or <c>TestTooOften</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(CancellationToken ct)
    {
        var me = actor.AccountId ?? throw new InvalidOperationException("Only a person can be told.");
        var since = process.At.AddHours(-1);
        if (await db.Set<Notice>().CountAsync(notice => notice.AccountId == me && notice.Kind == Kind && notice.At > since, ct) >= MostAnHour)
            return new Refusal("TestTooOften", "", MostAnHour);
        process.Begin("organization.try-notice");
        await board.TellAsync(new(Kind, new Ref("organization", "test", process.Id), new("NoticeTest"), OrganizationLinks.NoticeSettings), [me], ct);
        await db.SaveAsync(ct);
        return new Done();
    }
}
