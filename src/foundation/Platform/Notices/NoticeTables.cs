using Microsoft.EntityFrameworkCore;

namespace Shuren.Platform.Notices;

/// <summary>The tables of notices.</summary>
internal static class NoticeTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("platform_notices");
            notice.HasIndex(n => new { n.AccountId, n.Kind, n.Subject, n.Day }).IsUnique();
            notice.HasIndex(n => new { n.AccountId, n.ReadAt });
        });
        model.Entity<NoticeDelivery>(delivery =>
        {
            delivery.ToTable("platform_notice_deliveries");
            delivery.HasIndex(d => d.NoticeId);
            delivery.HasIndex(d => d.AccountId);
        });
        model.Entity<NoticeSettings>(settings =>
        {
            settings.ToTable("platform_notice_settings");
            settings.HasIndex(s => s.AccountId).IsUnique();
        });
        model.Entity<NoticeChoice>(choice =>
        {
            choice.ToTable("platform_notice_choices");
            choice.HasIndex(c => new { c.AccountId, c.Kind, c.Channel }).IsUnique();
        });
    }
}
