using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>A figure of a district below stands once. Where two reports had come at the same moment, the later one stays.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0802_Platform_BelowOnce")]
internal sealed class PlatformBelowOnce : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            DELETE FROM platform_below_figures WHERE EXISTS (
                SELECT 1 FROM platform_below_figures AS later
                WHERE later.below = platform_below_figures.below AND later.kind = platform_below_figures.kind AND later."key" = platform_below_figures."key"
                  AND (later.at > platform_below_figures.at OR (later.at = platform_below_figures.at AND later.id > platform_below_figures.id)))
            """);
        migrationBuilder.DropIndex("IX_platform_below_figures_below_kind", "platform_below_figures");
        migrationBuilder.CreateIndex("IX_platform_below_figures_below_kind_key", "platform_below_figures", ["below", "kind", "key"], unique: true);
    }
}
