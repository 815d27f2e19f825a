using Microsoft.EntityFrameworkCore;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Notices;
using Shuren.Platform.Rights;

namespace Shuren.Organization.Notices;

/// <summary>How I want to be told: every kind on every channel, as chosen or by default.</summary>
internal sealed class ViewNoticeSettings(ShurenDb db, IEnumerable<NoticeKind> kinds, NoticeOptions options, WebhookSender webhooks, CurrentDistrict district, Actor actor) : IHandler
{
    /// <summary>A kind with what is switched on.</summary>
    public sealed record Row(NoticeKind Kind, IReadOnlySet<NoticeChannel> On);

    /// <summary>The page's content.</summary>
    public sealed record View(NoticeSettings Wishes, IReadOnlyList<Row> Rows, bool HasMail, bool HasWebhooks, IReadOnlyList<string> Hosts, string? WebhookKey);

    public async Task<View> RunAsync(CancellationToken ct)
    {
        var me = actor.AccountId ?? throw new InvalidOperationException("Only a person has settings.");
        var wishes = await db.Set<NoticeSettings>().AsNoTracking().FirstOrDefaultAsync(row => row.AccountId == me, ct) ?? new NoticeSettings { AccountId = me };
        var chosen = (await db.Set<NoticeChoice>().AsNoTracking().Where(row => row.AccountId == me).ToListAsync(ct)).ToDictionary(row => (row.Kind, row.Channel), row => row.On);
        var rows = kinds.Where(kind => kind.Order >= 0).OrderBy(kind => kind.Order)
            .Select(kind => new Row(kind, Enum.GetValues<NoticeChannel>().Where(channel => chosen.TryGetValue((kind.Name, channel), out var on) ? on : kind.IsOn(channel)).ToHashSet()));
        var key = options.HasWebhooks && wishes.Webhook is not null ? webhooks.KeyOf(district.Code, me, wishes.WebhookKey) : null;
        return new(wishes, [.. rows], options.Mail is not null, options.HasWebhooks, options.WebhookHosts, key);
    }
}
