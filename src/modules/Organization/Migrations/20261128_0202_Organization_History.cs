using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Organization.Migrations;

/// <summary>Units over time, kinds of groups, posts and who held them, who looks after which school.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0202_Organization_History")]
internal sealed class OrganizationHistory : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Units(migrationBuilder);
        Posts(migrationBuilder);
        Links(migrationBuilder);
    }

    private static void Units(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_unit_spans", table => new
        {
            id = table.Column<Guid>(),
            unit_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            name = table.Column<string>(),
            short_name = table.Column<string>(),
            parent_id = table.Column<Guid>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_unit_spans", row => row.id);
            table.ForeignKey("FK_organization_unit_spans_organization_units_unit_id", row => row.unit_id, "organization_units", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_organization_unit_spans_organization_units_parent_id", row => row.parent_id, "organization_units", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_organization_unit_spans_parent_id", "organization_unit_spans", "parent_id");
        migrationBuilder.CreateIndex("IX_organization_unit_spans_unit_id_since", "organization_unit_spans", ["unit_id", "since"], unique: true);

        migrationBuilder.CreateTable("organization_unit_events", table => new
        {
            id = table.Column<Guid>(),
            unit_id = table.Column<Guid>(),
            on = table.Column<DateOnly>(),
            kind = table.Column<string>(),
            other_unit_id = table.Column<Guid>(nullable: true),
            before = table.Column<string>(),
            after = table.Column<string>(),
            why = table.Column<string>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_unit_events", row => row.id);
            table.ForeignKey("FK_organization_unit_events_organization_units_unit_id", row => row.unit_id, "organization_units", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_unit_events_unit_id", "organization_unit_events", "unit_id");

        migrationBuilder.CreateTable("organization_school_groups", table => new
        {
            id = table.Column<Guid>(),
            kind = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_school_groups", row => row.id);
            table.ForeignKey("FK_organization_school_groups_organization_units_id", row => row.id, "organization_units", "id", onDelete: ReferentialAction.Cascade);
        });
    }

    private static void Posts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_unit_posts", table => new
        {
            id = table.Column<Guid>(),
            unit_id = table.Column<Guid>(),
            title = table.Column<string>(),
            position = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_unit_posts", row => row.id);
            table.ForeignKey("FK_organization_unit_posts_organization_units_unit_id", row => row.unit_id, "organization_units", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_unit_posts_unit_id_title", "organization_unit_posts", ["unit_id", "title"], unique: true);

        migrationBuilder.CreateTable("organization_post_holdings", table => new
        {
            id = table.Column<Guid>(),
            post_id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            is_stand_in = table.Column<bool>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            why = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_post_holdings", row => row.id);
            table.ForeignKey("FK_organization_post_holdings_organization_unit_posts_post_id", row => row.post_id, "organization_unit_posts", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_organization_post_holdings_organization_accounts_account_id", row => row.account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_post_holdings_account_id", "organization_post_holdings", "account_id");
        migrationBuilder.CreateIndex("IX_organization_post_holdings_post_id", "organization_post_holdings", "post_id");
    }

    private static void Links(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_school_links", table => new
        {
            id = table.Column<Guid>(),
            kind = table.Column<string>(),
            account_id = table.Column<Guid>(),
            unit_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_school_links", row => row.id);
            table.ForeignKey("FK_organization_school_links_organization_accounts_account_id", row => row.account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_organization_school_links_organization_units_unit_id", row => row.unit_id, "organization_units", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_school_links_account_id", "organization_school_links", "account_id");
        migrationBuilder.CreateIndex("IX_organization_school_links_unit_id", "organization_school_links", "unit_id");
    }
}
