using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Schools.Migrations;

/// <summary>Classes, pupils, where they learn, who cares for them.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261129_0103_Schools_Pupils")]
internal sealed class SchoolsPupils : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Pupils(migrationBuilder);
        Enrolments(migrationBuilder);
    }

    private static void Pupils(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("schools_pupils", table => new
        {
            id = table.Column<Guid>(),
            name = table.Column<string>(),
            initials = table.Column<string>(),
            former_name = table.Column<string>(),
            sex = table.Column<string>(),
            born_on = table.Column<DateOnly>(),
            id_kind = table.Column<string>(),
            id_number = table.Column<string>(),
            pupil_number = table.Column<string>(),
            school_number = table.Column<string>(),
            ethnicity = table.Column<string>(),
            nationality = table.Column<string>(),
            overseas = table.Column<string>(),
            political = table.Column<string>(),
            health = table.Column<string>(),
            household_division = table.Column<string>(),
            household_kind = table.Column<string>(),
            birth_division = table.Column<string>(),
            native_place = table.Column<string>(),
            address = table.Column<string>(),
            phone = table.Column<string>(),
            is_only_child = table.Column<bool>(),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_pupils", row => row.id);
        });
        migrationBuilder.CreateIndex("IX_schools_pupils_id_number", "schools_pupils", "id_number");
        migrationBuilder.CreateIndex("IX_schools_pupils_initials_id", "schools_pupils", ["initials", "id"]);
        migrationBuilder.CreateIndex("IX_schools_pupils_name_id", "schools_pupils", ["name", "id"]);
        migrationBuilder.CreateIndex("IX_schools_pupils_pupil_number", "schools_pupils", "pupil_number");

        migrationBuilder.CreateTable("schools_guardians", table => new
        {
            id = table.Column<Guid>(),
            pupil_id = table.Column<Guid>(),
            name = table.Column<string>(),
            relation = table.Column<string>(),
            phone = table.Column<string>(),
            id_number = table.Column<string>(),
            address = table.Column<string>(),
            workplace = table.Column<string>(),
            is_main = table.Column<bool>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_guardians", row => row.id);
            table.ForeignKey("FK_schools_guardians_schools_pupils_pupil_id", row => row.pupil_id, "schools_pupils", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_guardians_pupil_id", "schools_guardians", "pupil_id");

        migrationBuilder.CreateTable("schools_sibling_links", table => new
        {
            id = table.Column<Guid>(),
            pupil_id = table.Column<Guid>(),
            other_pupil_id = table.Column<Guid>(),
            are_twins = table.Column<bool>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_sibling_links", row => row.id);
            table.ForeignKey("FK_schools_sibling_links_schools_pupils_other_pupil_id", row => row.other_pupil_id, "schools_pupils", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_schools_sibling_links_schools_pupils_pupil_id", row => row.pupil_id, "schools_pupils", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_sibling_links_other_pupil_id", "schools_sibling_links", "other_pupil_id");
        migrationBuilder.CreateIndex("IX_schools_sibling_links_pupil_id_other_pupil_id", "schools_sibling_links", ["pupil_id", "other_pupil_id"], unique: true);

        migrationBuilder.CreateTable("schools_cares", table => new
        {
            id = table.Column<Guid>(),
            pupil_id = table.Column<Guid>(),
            kind = table.Column<string>(),
            detail = table.Column<string>(),
            is_taught_at_home = table.Column<bool>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_cares", row => row.id);
            table.ForeignKey("FK_schools_cares_schools_pupils_pupil_id", row => row.pupil_id, "schools_pupils", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_cares_pupil_id_kind_since", "schools_cares", ["pupil_id", "kind", "since"], unique: true);
    }

    private static void Enrolments(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("schools_classes", table => new
        {
            id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            campus_id = table.Column<Guid>(nullable: true),
            school_year = table.Column<int>(),
            grade = table.Column<int>(),
            number = table.Column<int>(),
            name = table.Column<string>(),
            kind = table.Column<string>(),
            head_teacher_id = table.Column<Guid>(nullable: true),
            came_from_id = table.Column<Guid>(nullable: true),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_classes", row => row.id);
            table.ForeignKey("FK_schools_classes_schools_campuses_campus_id", row => row.campus_id, "schools_campuses", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_schools_classes_schools_classes_came_from_id", row => row.came_from_id, "schools_classes", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_schools_classes_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_schools_classes_schools_teachers_head_teacher_id", row => row.head_teacher_id, "schools_teachers", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_classes_came_from_id", "schools_classes", "came_from_id");
        migrationBuilder.CreateIndex("IX_schools_classes_campus_id", "schools_classes", "campus_id");
        migrationBuilder.CreateIndex("IX_schools_classes_head_teacher_id", "schools_classes", "head_teacher_id");
        migrationBuilder.CreateIndex("IX_schools_classes_school_id_school_year_grade_number", "schools_classes", ["school_id", "school_year", "grade", "number"], unique: true);

        migrationBuilder.CreateTable("schools_enrolments", table => new
        {
            id = table.Column<Guid>(),
            pupil_id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            class_id = table.Column<Guid>(nullable: true),
            school_year = table.Column<int>(),
            grade = table.Column<int>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            status = table.Column<string>(),
            residence = table.Column<string>(),
            has_permit = table.Column<bool>(),
            is_boarder = table.Column<bool>(),
            rides_bus = table.Column<bool>(),
            is_purchased_place = table.Column<bool>(),
            entry = table.Column<string>(),
            began = table.Column<string>(),
            ended = table.Column<string>(nullable: true),
            elsewhere = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_enrolments", row => row.id);
            table.ForeignKey("FK_schools_enrolments_schools_classes_class_id", row => row.class_id, "schools_classes", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_schools_enrolments_schools_pupils_pupil_id", row => row.pupil_id, "schools_pupils", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_schools_enrolments_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_schools_enrolments_class_id", "schools_enrolments", "class_id");
        migrationBuilder.CreateIndex("IX_schools_enrolments_open_pupil", "schools_enrolments", "pupil_id", unique: true, filter: "until IS NULL");
        migrationBuilder.CreateIndex("IX_schools_enrolments_open_roll", "schools_enrolments", ["school_id", "grade", "class_id", "pupil_id"], filter: "until IS NULL");
        migrationBuilder.CreateIndex("IX_schools_enrolments_pupil_id_since", "schools_enrolments", ["pupil_id", "since"]);
        migrationBuilder.CreateIndex("IX_schools_enrolments_school_id_since", "schools_enrolments", ["school_id", "since"]);
    }
}
