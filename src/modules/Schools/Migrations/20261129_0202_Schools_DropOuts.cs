using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Schools.Migrations;

/// <summary>The ledger of children who stay away, with home visits and what was reported to the section.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261129_0202_Schools_DropOuts")]
internal sealed class SchoolsDropOuts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("schools_drop_outs", table => new
        {
            id = table.Column<Guid>(),
            pupil_id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            finding = table.Column<string>(),
            reason = table.Column<string>(),
            detail = table.Column<string>(),
            school_person = table.Column<string>(),
            town_person = table.Column<string>(),
            recorded_by = table.Column<string>(),
            recorded_at = table.Column<DateTime>(),
            first_visit_by = table.Column<DateOnly>(),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_drop_outs", row => row.id);
            table.ForeignKey("FK_schools_drop_outs_schools_pupils_pupil_id", row => row.pupil_id, "schools_pupils", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_schools_drop_outs_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_drop_outs_pupil_id_since", "schools_drop_outs", ["pupil_id", "since"], unique: true);
        migrationBuilder.CreateIndex("IX_schools_drop_outs_school_id", "schools_drop_outs", "school_id");

        migrationBuilder.CreateTable("schools_home_visits", table => new
        {
            id = table.Column<Guid>(),
            drop_out_id = table.Column<Guid>(),
            number = table.Column<int>(),
            on = table.Column<DateOnly>(),
            visitors = table.Column<string>(),
            met = table.Column<string>(),
            result = table.Column<string>(),
            agreed = table.Column<string>(),
            next_by = table.Column<DateOnly>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_home_visits", row => row.id);
            table.ForeignKey("FK_schools_home_visits_schools_drop_outs_drop_out_id", row => row.drop_out_id, "schools_drop_outs", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_home_visits_drop_out_id_number", "schools_home_visits", ["drop_out_id", "number"], unique: true);

        migrationBuilder.CreateTable("schools_drop_out_escalations", table => new
        {
            id = table.Column<Guid>(),
            drop_out_id = table.Column<Guid>(),
            why = table.Column<string>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
            measure = table.Column<string>(),
            answered_by = table.Column<string>(),
            answered_at = table.Column<DateTime>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_drop_out_escalations", row => row.id);
            table.ForeignKey("FK_schools_drop_out_escalations_schools_drop_outs_drop_out_id", row => row.drop_out_id, "schools_drop_outs", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_drop_out_escalations_drop_out_id", "schools_drop_out_escalations", "drop_out_id");
    }
}
