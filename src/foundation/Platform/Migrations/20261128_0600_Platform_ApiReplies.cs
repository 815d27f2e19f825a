using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>Answers of the API that are said again to who repeats a post.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0600_Platform_ApiReplies")]
internal sealed class PlatformApiReplies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("platform_api_replies", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            key = table.Column<string>(),
            request = table.Column<string>(),
            status = table.Column<int>(),
            location = table.Column<string>(nullable: true),
            etag = table.Column<string>(nullable: true),
            media_type = table.Column<string>(nullable: true),
            body = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_platform_api_replies", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_api_replies_account_id_key", "platform_api_replies", ["account_id", "key"], unique: true);
        migrationBuilder.CreateIndex("IX_platform_api_replies_at", "platform_api_replies", "at");
    }
}
