using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>What people are told, how it leaves the house, and what they chose.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0501_Platform_Notices")]
internal sealed class PlatformNotices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("platform_notices", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            kind = table.Column<string>(),
            subject = table.Column<string>(),
            day = table.Column<DateOnly>(),
            title = table.Column<string>(),
            why = table.Column<string>(),
            href = table.Column<string>(),
            at = table.Column<DateTime>(),
            hidden = table.Column<bool>(),
            read_at = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_platform_notices", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_notices_account_id_kind_subject_day", "platform_notices", ["account_id", "kind", "subject", "day"], unique: true);
        migrationBuilder.CreateIndex("IX_platform_notices_account_id_read_at", "platform_notices", ["account_id", "read_at"]);

        migrationBuilder.CreateTable("platform_notice_deliveries", table => new
        {
            id = table.Column<Guid>(),
            notice_id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            channel = table.Column<string>(),
            in_digest = table.Column<bool>(),
            sent_at = table.Column<DateTime>(nullable: true),
            failure = table.Column<string>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_platform_notice_deliveries", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_notice_deliveries_notice_id", "platform_notice_deliveries", "notice_id");
        migrationBuilder.CreateIndex("IX_platform_notice_deliveries_account_id", "platform_notice_deliveries", "account_id");

        migrationBuilder.CreateTable("platform_notice_settings", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            email = table.Column<string>(nullable: true),
            language = table.Column<string>(),
            webhook = table.Column<string>(nullable: true),
            webhook_key = table.Column<int>(),
            quiet_from = table.Column<int>(nullable: true),
            quiet_until = table.Column<int>(nullable: true),
            digest = table.Column<bool>(),
            version = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_platform_notice_settings", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_notice_settings_account_id", "platform_notice_settings", "account_id", unique: true);

        migrationBuilder.CreateTable("platform_notice_choices", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            kind = table.Column<string>(),
            channel = table.Column<string>(),
            on = table.Column<bool>(),
        }, constraints: table => table.PrimaryKey("PK_platform_notice_choices", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_notice_choices_account_id_kind_channel", "platform_notice_choices", ["account_id", "kind", "channel"], unique: true);
    }
}
