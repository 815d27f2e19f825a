using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Organization.Migrations;

/// <summary>Keys by which programs act as an account, and when each was last used.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0601_Organization_AccessTokens")]
internal sealed class OrganizationAccessTokens : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_access_tokens", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            stamp = table.Column<Guid>(),
            name = table.Column<string>(),
            hash = table.Column<string>(),
            scopes = table.Column<string>(),
            made_at = table.Column<DateTime>(),
            last_day = table.Column<DateOnly>(),
            ended_at = table.Column<DateTime>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_access_tokens", row => row.id);
            table.ForeignKey("FK_organization_access_tokens_organization_accounts_account_id", row => row.account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_access_tokens_account_id", "organization_access_tokens", "account_id");
        migrationBuilder.CreateIndex("IX_organization_access_tokens_hash", "organization_access_tokens", "hash", unique: true);

        migrationBuilder.CreateTable("organization_access_token_uses", table => new
        {
            id = table.Column<Guid>(),
            used_on = table.Column<DateOnly>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_organization_access_token_uses", row => row.id));
    }
}
