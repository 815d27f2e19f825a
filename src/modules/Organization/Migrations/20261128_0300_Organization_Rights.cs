using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Organization.Migrations;

/// <summary>Roles that wait to be granted, and where a district departs from the product's rights.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0300_Organization_Rights")]
internal sealed class OrganizationRightsAsData : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_role_proposals", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            role = table.Column<string>(),
            unit_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_role_proposals", row => row.id);
            table.ForeignKey("FK_organization_role_proposals_organization_accounts_account_id", row => row.account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_organization_role_proposals_organization_units_unit_id", row => row.unit_id, "organization_units", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_role_proposals_account_id", "organization_role_proposals", "account_id");
        migrationBuilder.CreateIndex("IX_organization_role_proposals_unit_id", "organization_role_proposals", "unit_id");

        migrationBuilder.CreateTable("organization_role_rights", table => new
        {
            id = table.Column<Guid>(),
            right = table.Column<string>(),
            role = table.Column<string>(),
            is_granted = table.Column<bool>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_role_rights", row => row.id);
        });
        migrationBuilder.CreateIndex("IX_organization_role_rights_right_role", "organization_role_rights", ["right", "role"], unique: true);
    }
}
