using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Organization.Migrations;

/// <summary>Tries of sign-ins, sights of sessions, addresses for the way back and the links that go there.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0801_Organization_Recovery")]
internal sealed class OrganizationRecovery : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_sign_in_tries", table => new
        {
            id = table.Column<Guid>(),
            at = table.Column<DateTime>(),
            name_mark = table.Column<string>(),
            password_mark = table.Column<string>(),
            address = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_organization_sign_in_tries", row => row.id));

        migrationBuilder.CreateTable("organization_session_sights", table => new
        {
            id = table.Column<Guid>(),
            seen_at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_organization_session_sights", row => row.id));

        migrationBuilder.CreateTable("organization_recovery_addresses", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            email = table.Column<string>(),
            asked_at = table.Column<DateTime>(),
            confirmed_at = table.Column<DateTime>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_recovery_addresses", row => row.id);
            table.ForeignKey("FK_organization_recovery_addresses_organization_accounts_account_id", row => row.account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_recovery_addresses_account_id", "organization_recovery_addresses", "account_id");

        migrationBuilder.CreateTable("organization_mailed_links", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            stamp = table.Column<Guid>(),
            confirms_id = table.Column<Guid>(nullable: true),
            mark = table.Column<string>(),
            sent_at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_organization_mailed_links", row => row.id));
        migrationBuilder.CreateIndex("IX_organization_mailed_links_mark", "organization_mailed_links", "mark", unique: true);
        migrationBuilder.CreateIndex("IX_organization_mailed_links_account_id", "organization_mailed_links", "account_id");
    }
}
