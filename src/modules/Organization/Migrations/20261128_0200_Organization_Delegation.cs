using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Organization.Migrations;

/// <summary>Roles that are lent for a time, and who acts in whose name.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0200_Organization_Delegation")]
internal sealed class OrganizationDelegation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_delegations", table => new
        {
            id = table.Column<Guid>(),
            from_account_id = table.Column<Guid>(),
            to_account_id = table.Column<Guid>(),
            role = table.Column<string>(),
            unit_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(),
            reason = table.Column<string>(),
            ended_at = table.Column<DateTime>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_delegations", row => row.id);
            table.ForeignKey("FK_organization_delegations_organization_accounts_from_account_id", row => row.from_account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_organization_delegations_organization_accounts_to_account_id", row => row.to_account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_organization_delegations_organization_units_unit_id", row => row.unit_id, "organization_units", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_delegations_from_account_id", "organization_delegations", "from_account_id");
        migrationBuilder.CreateIndex("IX_organization_delegations_to_account_id", "organization_delegations", "to_account_id");
        migrationBuilder.CreateIndex("IX_organization_delegations_unit_id", "organization_delegations", "unit_id");

        migrationBuilder.CreateTable("organization_acting_in_names", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            delegation_id = table.Column<Guid>(),
            since = table.Column<DateTime>(),
            until = table.Column<DateTime>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_acting_in_names", row => row.id);
            table.ForeignKey("FK_organization_acting_in_names_organization_accounts_account_id", row => row.account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_organization_acting_in_names_organization_delegations_delega~", row => row.delegation_id, "organization_delegations", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_acting_in_names_account_id", "organization_acting_in_names", "account_id");
        migrationBuilder.CreateIndex("IX_organization_acting_in_names_delegation_id", "organization_acting_in_names", "delegation_id");
    }
}
