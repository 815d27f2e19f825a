using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Organization.Migrations;

/// <summary>Units with their duties and groups, accounts and the roles they hold.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261124_0002_Organization_People")]
internal sealed class OrganizationPeople : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Units(migrationBuilder);
        Accounts(migrationBuilder);
    }

    private static void Units(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_units", table => new
        {
            id = table.Column<Guid>(),
            name = table.Column<string>(),
            short_name = table.Column<string>(),
            kind = table.Column<string>(),
            parent_id = table.Column<Guid>(nullable: true),
            position = table.Column<int>(),
            closed_on = table.Column<DateOnly>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_units", row => row.id);
            table.ForeignKey("FK_organization_units_organization_units_parent_id", row => row.parent_id, "organization_units", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_organization_units_parent_id", "organization_units", "parent_id");

        migrationBuilder.CreateTable("organization_unit_duties", table => new
        {
            id = table.Column<Guid>(),
            unit_id = table.Column<Guid>(),
            position = table.Column<int>(),
            phrase = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_unit_duties", row => row.id);
            table.ForeignKey("FK_organization_unit_duties_organization_units_unit_id", row => row.unit_id, "organization_units", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_unit_duties_unit_id", "organization_unit_duties", "unit_id");

        migrationBuilder.CreateTable("organization_group_memberships", table => new
        {
            id = table.Column<Guid>(),
            group_id = table.Column<Guid>(),
            unit_id = table.Column<Guid>(),
            is_lead = table.Column<bool>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_group_memberships", row => row.id);
            table.ForeignKey("FK_organization_group_memberships_organization_units_group_id", row => row.group_id, "organization_units", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_organization_group_memberships_organization_units_unit_id", row => row.unit_id, "organization_units", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_group_memberships_group_id", "organization_group_memberships", "group_id");
        migrationBuilder.CreateIndex("IX_organization_group_memberships_unit_id", "organization_group_memberships", "unit_id");
    }

    private static void Accounts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_accounts", table => new
        {
            id = table.Column<Guid>(),
            sign_in_name = table.Column<string>(),
            name = table.Column<string>(),
            password_hash = table.Column<string>(),
            must_change_password = table.Column<bool>(),
            stamp = table.Column<Guid>(),
            failures = table.Column<int>(),
            locked_until = table.Column<DateTime>(nullable: true),
            closed_on = table.Column<DateOnly>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_accounts", row => row.id);
        });
        migrationBuilder.CreateIndex("IX_organization_accounts_sign_in_name", "organization_accounts", "sign_in_name", unique: true);

        migrationBuilder.CreateTable("organization_role_holdings", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            role = table.Column<string>(),
            unit_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_role_holdings", row => row.id);
            table.ForeignKey("FK_organization_role_holdings_organization_accounts_account_id", row => row.account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_organization_role_holdings_organization_units_unit_id", row => row.unit_id, "organization_units", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_role_holdings_account_id", "organization_role_holdings", "account_id");
        migrationBuilder.CreateIndex("IX_organization_role_holdings_unit_id", "organization_role_holdings", "unit_id");
    }
}
