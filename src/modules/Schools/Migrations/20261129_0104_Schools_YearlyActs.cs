using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Schools.Migrations;

/// <summary>Promotions of the whole district, and snapshots of the rolls.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261129_0104_Schools_YearlyActs")]
internal sealed class SchoolsYearlyActs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("schools_promotions", table => new
        {
            id = table.Column<Guid>(),
            from_year = table.Column<int>(),
            on = table.Column<DateOnly>(),
            promoted = table.Column<int>(),
            graduated = table.Column<int>(),
            carried = table.Column<int>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
            undone_at = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_schools_promotions", row => row.id));
        migrationBuilder.CreateTable("schools_snapshots", table => new
        {
            id = table.Column<Guid>(),
            at = table.Column<DateOnly>(),
            taken_at = table.Column<DateTime>(),
            by = table.Column<string>(),
            file = table.Column<string>(),
            hash = table.Column<string>(),
            bytes = table.Column<long>(),
            pupils = table.Column<int>(),
            schools = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_schools_snapshots", row => row.id));
    }
}
