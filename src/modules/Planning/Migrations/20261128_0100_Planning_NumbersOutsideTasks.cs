using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Planning.Migrations;

/// <summary>A number that stands in no task knows its section.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0100_Planning_NumbersOutsideTasks")]
internal sealed class PlanningNumbersOutsideTasks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<Guid>("section_id", "planning_targets", nullable: true);
}
