using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Planning.Migrations;

/// <summary>Which indicator measures which target.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261201_0700_Planning_Bindings")]
internal sealed class PlanningBindings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("planning_target_bindings", table => new
        {
            id = table.Column<Guid>(),
            target_id = table.Column<Guid>(),
            indicator = table.Column<string>(),
            unit_id = table.Column<Guid>(nullable: true),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_target_bindings", row => row.id);
            table.ForeignKey("FK_planning_target_bindings_planning_targets_target_id", row => row.target_id, "planning_targets", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_target_bindings_target_id", "planning_target_bindings", "target_id", unique: true);
        migrationBuilder.CreateIndex("IX_planning_target_bindings_indicator", "planning_target_bindings", "indicator");
    }
}
