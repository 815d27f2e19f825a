using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.Notices;

/// <summary>Changes how I want to be told. Kept are only the choices that differ from what holds by default.</summary>
internal sealed class SaveNoticeSettings(ShurenDb db, IEnumerable<NoticeKind> kinds, NoticeOptions options, WebhookSender webhooks, Process process, Actor actor) : IHandler
{
    private static readonly string[] Languages = [NoticeSettings.DefaultLanguage, "en"];

    /// <returns>Done, or <c>EmailForm</c>, <c>QuietForm</c>, or what <see cref="WebhookSender.RefusalOf"/> refuses.</returns>
    public async Task<Outcome<Done>> RunAsync(NoticeSettingsForm form, CancellationToken ct)
    {
        if (form.Email != "" && !MailAddress.IsValid(form.Email))
            return new Refusal("EmailForm", "Email");
        if (form.QuietFrom is null != form.QuietUntil is null || form.QuietFrom is not null && form.QuietFrom == form.QuietUntil)
            return new Refusal("QuietForm", "QuietFrom");
        if (form.Webhook != "" && webhooks.RefusalOf(form.Webhook) is { } refusal)
            return refusal with { Field = "Webhook" };
        var wishes = await MineAsync(ct);
        process.Begin("organization.notice-settings", new Ref("organization", "account", wishes.AccountId));
        wishes.WebhookKey += form.Webhook != "" && wishes.WebhookKey == 0 ? 1 : 0;
        (wishes.Email, wishes.Webhook, wishes.Digest) = (form.Email == "" ? null : form.Email, form.Webhook == "" ? null : form.Webhook, form.Digest);
        (wishes.QuietFrom, wishes.QuietUntil) = (form.QuietFrom, form.QuietUntil);
        wishes.Language = Languages.Contains(form.Language) ? form.Language : NoticeSettings.DefaultLanguage;
        await ChooseAsync(wishes.AccountId, form, ct);
        await db.SaveAsync(ct);
        return new Done();
    }

    /// <summary>Gives the webhook a new key: what is signed with the old one is worthless from now on.</summary>
    public async Task<Outcome<Done>> RenewKeyAsync(CancellationToken ct)
    {
        var wishes = await MineAsync(ct);
        process.Begin("organization.renew-webhook-key", new Ref("organization", "account", wishes.AccountId));
        wishes.WebhookKey++;
        await db.SaveAsync(ct);
        return new Done();
    }

    private async Task<NoticeSettings> MineAsync(CancellationToken ct)
    {
        var me = actor.AccountId ?? throw new InvalidOperationException("Only a person has settings.");
        if (await db.Set<NoticeSettings>().FirstOrDefaultAsync(row => row.AccountId == me, ct) is { } there)
            return there;
        var wishes = new NoticeSettings { AccountId = me };
        db.Add(wishes);
        return wishes;
    }

    private async Task ChooseAsync(Guid me, NoticeSettingsForm form, CancellationToken ct)
    {
        var kept = (await db.Set<NoticeChoice>().Where(row => row.AccountId == me).ToListAsync(ct)).ToDictionary(row => (row.Kind, row.Channel));
        foreach (var kind in kinds.Where(kind => kind.Order >= 0))
        {
            foreach (var channel in Enum.GetValues<NoticeChannel>().Where(IsOffered))
            {
                var on = form.Ticked.Contains((kind.Name, channel));
                if (kept.TryGetValue((kind.Name, channel), out var choice))
                    choice.On = on;
                else if (on != kind.IsOn(channel))
                    db.Add(new NoticeChoice { AccountId = me, Kind = kind.Name, Channel = channel, On = on });
            }
        }
    }

    // A channel that the page does not show has no ticks: nothing is said about it.
    private bool IsOffered(NoticeChannel channel) => channel != NoticeChannel.Webhook || options.HasWebhooks;
}
