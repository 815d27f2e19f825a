using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>What is granted to a bureau above, and what has come from the districts below.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0701_Platform_Above")]
internal sealed class PlatformAbove : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("platform_upward_grants", table => new
        {
            id = table.Column<Guid>(),
            upper = table.Column<string>(),
            kind = table.Column<string>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            why = table.Column<string>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
            revoked_at = table.Column<DateTime>(nullable: true),
            revoked_by = table.Column<string>(nullable: true),
            revoked_why = table.Column<string>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_platform_upward_grants", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_upward_grants_upper_kind", "platform_upward_grants", ["upper", "kind"]);

        migrationBuilder.CreateTable("platform_below_figures", table => new
        {
            id = table.Column<Guid>(),
            below = table.Column<string>(),
            below_name = table.Column<string>(),
            kind = table.Column<string>(),
            key = table.Column<string>(),
            value = table.Column<double>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            on = table.Column<DateOnly>(),
            at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_platform_below_figures", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_below_figures_below_kind", "platform_below_figures", ["below", "kind"]);
    }
}
