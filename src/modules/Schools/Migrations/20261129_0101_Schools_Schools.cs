using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Schools.Migrations;

/// <summary>Schools with what they are and what they have.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261129_0101_Schools_Schools")]
internal sealed class SchoolsSchools : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Schools(migrationBuilder);
        Premises(migrationBuilder);
    }

    private static void Schools(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("schools_schools", table => new
        {
            id = table.Column<Guid>(),
            code = table.Column<string>(),
            credit_code = table.Column<string>(),
            opened_on = table.Column<DateOnly>(),
            closed_on = table.Column<DateOnly>(nullable: true),
            merged_into_id = table.Column<Guid>(nullable: true),
            planned_in = table.Column<int>(nullable: true),
            is_of_estate = table.Column<bool>(),
            is_township_centre = table.Column<bool>(),
            division = table.Column<string>(),
            address = table.Column<string>(),
            post_code = table.Column<string>(),
            phone = table.Column<string>(),
            latitude = table.Column<double>(nullable: true),
            longitude = table.Column<double>(nullable: true),
            catchment = table.Column<string>(),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_schools", row => row.id);
            table.ForeignKey("FK_schools_schools_schools_schools_merged_into_id", row => row.merged_into_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_schools_code", "schools_schools", "code");
        migrationBuilder.CreateIndex("IX_schools_schools_merged_into_id", "schools_schools", "merged_into_id");

        migrationBuilder.CreateTable("schools_school_spans", table => new
        {
            id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            kind = table.Column<string>(),
            ownership = table.Column<string>(),
            locality = table.Column<string>(),
            is_boarding = table.Column<bool>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_school_spans", row => row.id);
            table.ForeignKey("FK_schools_school_spans_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_school_spans_school_id_since", "schools_school_spans", ["school_id", "since"], unique: true);

        migrationBuilder.CreateTable("schools_school_parts", table => new
        {
            id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            stage = table.Column<string>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            seats = table.Column<int>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_school_parts", row => row.id);
            table.ForeignKey("FK_schools_school_parts_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_school_parts_school_id_stage_since", "schools_school_parts", ["school_id", "stage", "since"], unique: true);

        migrationBuilder.CreateTable("schools_campuses", table => new
        {
            id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            code = table.Column<string>(),
            name = table.Column<string>(),
            address = table.Column<string>(),
            latitude = table.Column<double>(nullable: true),
            longitude = table.Column<double>(nullable: true),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_campuses", row => row.id);
            table.ForeignKey("FK_schools_campuses_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_campuses_school_id", "schools_campuses", "school_id");
    }

    private static void Premises(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("schools_premises", table => new
        {
            id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            site_area = table.Column<long>(),
            floor_area = table.Column<long>(),
            teaching_area = table.Column<long>(),
            sports_ground_area = table.Column<long>(),
            gym_area = table.Column<long>(),
            play_area = table.Column<long>(),
            activity_room_area = table.Column<long>(),
            green_area = table.Column<long>(),
            dangerous_area = table.Column<long>(),
            equipment_value = table.Column<long>(),
            books = table.Column<int>(),
            computers = table.Column<int>(),
            cameras = table.Column<int>(),
            guards = table.Column<int>(),
            buses = table.Column<int>(),
            kitchens = table.Column<int>(),
            has_open_kitchen = table.Column<bool>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_premises", row => row.id);
            table.ForeignKey("FK_schools_premises_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_premises_school_id_since", "schools_premises", ["school_id", "since"], unique: true);

        migrationBuilder.CreateTable("schools_funds", table => new
        {
            id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            year = table.Column<int>(),
            operating = table.Column<long>(),
            funded_pupils = table.Column<int>(),
            operating_budget = table.Column<long>(),
            training_budget = table.Column<long>(),
            subsidy = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_funds", row => row.id);
            table.ForeignKey("FK_schools_funds_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_funds_school_id_year", "schools_funds", ["school_id", "year"], unique: true);

        migrationBuilder.CreateTable("schools_rooms", table => new
        {
            id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            campus_id = table.Column<Guid>(nullable: true),
            code = table.Column<string>(),
            name = table.Column<string>(),
            kind = table.Column<string>(),
            area = table.Column<long>(),
            seats = table.Column<int>(),
            is_multimedia = table.Column<bool>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_rooms", row => row.id);
            table.ForeignKey("FK_schools_rooms_schools_campuses_campus_id", row => row.campus_id, "schools_campuses", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_schools_rooms_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_rooms_campus_id", "schools_rooms", "campus_id");
        migrationBuilder.CreateIndex("IX_schools_rooms_school_id_code", "schools_rooms", ["school_id", "code"]);
    }
}
