using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Organization.Migrations;

/// <summary>The district's own days, school years and terms.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0201_Organization_Calendar")]
internal sealed class OrganizationCalendar : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Days(migrationBuilder);
        Terms(migrationBuilder);
    }

    private static void Days(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_calendar_years", table => new
        {
            id = table.Column<Guid>(),
            year = table.Column<int>(),
            is_complete = table.Column<bool>(),
            source = table.Column<string>(),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_calendar_years", row => row.id);
        });
        migrationBuilder.CreateIndex("IX_organization_calendar_years_year", "organization_calendar_years", "year", unique: true);

        migrationBuilder.CreateTable("organization_calendar_days", table => new
        {
            id = table.Column<Guid>(),
            year_id = table.Column<Guid>(),
            day = table.Column<DateOnly>(),
            works = table.Column<bool>(),
            name = table.Column<string>(),
            is_local = table.Column<bool>(),
            set_on = table.Column<DateOnly>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_calendar_days", row => row.id);
            table.ForeignKey("FK_organization_calendar_days_organization_calendar_years_year_id", row => row.year_id, "organization_calendar_years", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_calendar_days_day", "organization_calendar_days", "day", unique: true);
        migrationBuilder.CreateIndex("IX_organization_calendar_days_year_id", "organization_calendar_days", "year_id");
    }

    private static void Terms(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_school_years", table => new
        {
            id = table.Column<Guid>(),
            begins_in = table.Column<int>(),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_school_years", row => row.id);
        });
        migrationBuilder.CreateIndex("IX_organization_school_years_begins_in", "organization_school_years", "begins_in", unique: true);

        migrationBuilder.CreateTable("organization_terms", table => new
        {
            id = table.Column<Guid>(),
            school_year_id = table.Column<Guid>(),
            number = table.Column<int>(),
            name = table.Column<string>(),
            first = table.Column<DateOnly>(),
            last = table.Column<DateOnly>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_terms", row => row.id);
            table.ForeignKey("FK_organization_terms_organization_school_years_school_year_id", row => row.school_year_id, "organization_school_years", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_terms_school_year_id_number", "organization_terms", ["school_year_id", "number"], unique: true);
    }
}
