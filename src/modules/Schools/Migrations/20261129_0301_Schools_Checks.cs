using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Schools.Migrations;

/// <summary>What the rules for the rolls found, and what was accepted.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261129_0301_Schools_Checks")]
internal sealed class SchoolsChecks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("schools_checks", table => new
        {
            id = table.Column<Guid>(),
            at = table.Column<DateTime>(),
            day = table.Column<DateOnly>(),
            rules = table.Column<int>(),
            open = table.Column<int>(),
            found = table.Column<int>(),
            gone = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_schools_checks", row => row.id));
        migrationBuilder.CreateTable("schools_findings", table => new
        {
            id = table.Column<Guid>(),
            rule = table.Column<string>(),
            row_id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            found_at = table.Column<DateTime>(),
            gone_at = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_schools_findings", row => row.id));
        migrationBuilder.CreateIndex("IX_schools_findings_open", "schools_findings", ["rule", "row_id", "school_id"], unique: true, filter: "gone_at IS NULL");
        migrationBuilder.CreateIndex("IX_schools_findings_school_id", "schools_findings", "school_id");
        migrationBuilder.CreateIndex("IX_schools_findings_row_id", "schools_findings", "row_id");
        migrationBuilder.CreateTable("schools_allowances", table => new
        {
            id = table.Column<Guid>(),
            rule = table.Column<string>(),
            row_id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            reason = table.Column<string>(),
            by = table.Column<string>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(),
        }, constraints: table => table.PrimaryKey("PK_schools_allowances", row => row.id));
        migrationBuilder.CreateIndex("IX_schools_allowances_rule_row_id", "schools_allowances", ["rule", "row_id"]);
    }
}
