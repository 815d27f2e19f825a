using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Schools.Migrations;

/// <summary>The hand-over from primary to junior school, and how many years a stage lasts.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261129_0201_Schools_HandOver")]
internal sealed class SchoolsHandOver : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("years", "schools_school_parts", nullable: true);
        HandOvers(migrationBuilder);
        Words(migrationBuilder);
    }

    private static void HandOvers(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("schools_hand_overs", table => new
        {
            id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            from_year = table.Column<int>(),
            grade = table.Column<int>(),
            receiver_id = table.Column<Guid>(nullable: true),
            due_on = table.Column<DateOnly>(),
            opened_by_id = table.Column<Guid>(nullable: true),
            opened_by = table.Column<string>(),
            opened_at = table.Column<DateTime>(),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_hand_overs", row => row.id);
            table.ForeignKey("FK_schools_hand_overs_schools_schools_receiver_id", row => row.receiver_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_schools_hand_overs_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_hand_overs_receiver_id", "schools_hand_overs", "receiver_id");
        migrationBuilder.CreateIndex("IX_schools_hand_overs_school_id_from_year", "schools_hand_overs", ["school_id", "from_year"], unique: true);

        migrationBuilder.CreateTable("schools_hand_over_lines", table => new
        {
            id = table.Column<Guid>(),
            hand_over_id = table.Column<Guid>(),
            pupil_id = table.Column<Guid>(),
            receiver_id = table.Column<Guid>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_hand_over_lines", row => row.id);
            table.ForeignKey("FK_schools_hand_over_lines_schools_hand_overs_hand_over_id", row => row.hand_over_id, "schools_hand_overs", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_schools_hand_over_lines_schools_pupils_pupil_id", row => row.pupil_id, "schools_pupils", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_schools_hand_over_lines_schools_schools_receiver_id", row => row.receiver_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_hand_over_lines_hand_over_id_pupil_id", "schools_hand_over_lines", ["hand_over_id", "pupil_id"], unique: true);
        migrationBuilder.CreateIndex("IX_schools_hand_over_lines_pupil_id", "schools_hand_over_lines", "pupil_id");
        migrationBuilder.CreateIndex("IX_schools_hand_over_lines_receiver_id", "schools_hand_over_lines", "receiver_id");
    }

    private static void Words(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("schools_hand_over_words", table => new
        {
            id = table.Column<Guid>(),
            line_id = table.Column<Guid>(),
            number = table.Column<int>(),
            kind = table.Column<string>(),
            school_id = table.Column<Guid>(nullable: true),
            why = table.Column<string>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_hand_over_words", row => row.id);
            table.ForeignKey("FK_schools_hand_over_words_schools_hand_over_lines_line_id", row => row.line_id, "schools_hand_over_lines", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_schools_hand_over_words_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_hand_over_words_line_id_number", "schools_hand_over_words", ["line_id", "number"], unique: true);
        migrationBuilder.CreateIndex("IX_schools_hand_over_words_school_id", "schools_hand_over_words", "school_id");

        migrationBuilder.CreateTable("schools_hand_over_closures", table => new
        {
            id = table.Column<Guid>(),
            hand_over_id = table.Column<Guid>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_hand_over_closures", row => row.id);
            table.ForeignKey("FK_schools_hand_over_closures_schools_hand_overs_hand_over_id", row => row.hand_over_id, "schools_hand_overs", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_hand_over_closures_hand_over_id", "schools_hand_over_closures", "hand_over_id");
    }
}
