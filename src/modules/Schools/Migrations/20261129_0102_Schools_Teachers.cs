using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Schools.Migrations;

/// <summary>Teachers, their posts, what they are qualified for, terms of leaders, records of ethics.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261129_0102_Schools_Teachers")]
internal sealed class SchoolsTeachers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Posts(migrationBuilder);
        Qualifications(migrationBuilder);
    }

    private static void Posts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("schools_teachers", table => new
        {
            id = table.Column<Guid>(),
            staff_number = table.Column<string>(),
            name = table.Column<string>(),
            initials = table.Column<string>(),
            sex = table.Column<string>(),
            born_on = table.Column<DateOnly>(),
            id_kind = table.Column<string>(),
            id_number = table.Column<string>(),
            ethnicity = table.Column<string>(),
            political = table.Column<string>(),
            phone = table.Column<string>(),
            working_since = table.Column<DateOnly>(nullable: true),
            teaching_since = table.Column<DateOnly>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_teachers", row => row.id);
        });
        migrationBuilder.CreateIndex("IX_schools_teachers_id_number", "schools_teachers", "id_number");
        migrationBuilder.CreateIndex("IX_schools_teachers_initials_id", "schools_teachers", ["initials", "id"]);
        migrationBuilder.CreateIndex("IX_schools_teachers_name_id", "schools_teachers", ["name", "id"]);
        migrationBuilder.CreateIndex("IX_schools_teachers_staff_number", "schools_teachers", "staff_number");

        migrationBuilder.CreateTable("schools_teacher_posts", table => new
        {
            id = table.Column<Guid>(),
            teacher_id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            category = table.Column<string>(),
            is_established = table.Column<bool>(),
            stage = table.Column<string>(nullable: true),
            subject = table.Column<string>(),
            began = table.Column<string>(),
            ended = table.Column<string>(nullable: true),
            home_school_id = table.Column<Guid>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_teacher_posts", row => row.id);
            table.ForeignKey("FK_schools_teacher_posts_schools_schools_home_school_id", row => row.home_school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_schools_teacher_posts_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_schools_teacher_posts_schools_teachers_teacher_id", row => row.teacher_id, "schools_teachers", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_teacher_posts_home_school_id", "schools_teacher_posts", "home_school_id");
        migrationBuilder.CreateIndex("IX_schools_teacher_posts_open_staff", "schools_teacher_posts", ["school_id", "teacher_id"], filter: "until IS NULL");
        migrationBuilder.CreateIndex("IX_schools_teacher_posts_school_id_since", "schools_teacher_posts", ["school_id", "since"]);
        migrationBuilder.CreateIndex("IX_schools_teacher_posts_teacher_id_since", "schools_teacher_posts", ["teacher_id", "since"]);

        migrationBuilder.CreateTable("schools_leader_terms", table => new
        {
            id = table.Column<Guid>(),
            teacher_id = table.Column<Guid>(),
            school_id = table.Column<Guid>(),
            post = table.Column<string>(),
            number = table.Column<int>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_leader_terms", row => row.id);
            table.ForeignKey("FK_schools_leader_terms_schools_schools_school_id", row => row.school_id, "schools_schools", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_schools_leader_terms_schools_teachers_teacher_id", row => row.teacher_id, "schools_teachers", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_leader_terms_school_id", "schools_leader_terms", "school_id");
        migrationBuilder.CreateIndex("IX_schools_leader_terms_teacher_id", "schools_leader_terms", "teacher_id");
    }

    private static void Qualifications(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("schools_teacher_standings", table => new
        {
            id = table.Column<Guid>(),
            teacher_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(nullable: true),
            degree = table.Column<string>(),
            title = table.Column<string>(),
            backbone = table.Column<string>(),
            backbone_name = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_teacher_standings", row => row.id);
            table.ForeignKey("FK_schools_teacher_standings_schools_teachers_teacher_id", row => row.teacher_id, "schools_teachers", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_teacher_standings_open", "schools_teacher_standings", "teacher_id", unique: true, filter: "until IS NULL");
        migrationBuilder.CreateIndex("IX_schools_teacher_standings_teacher_id_since", "schools_teacher_standings", ["teacher_id", "since"], unique: true);

        migrationBuilder.CreateTable("schools_teacher_certificates", table => new
        {
            id = table.Column<Guid>(),
            teacher_id = table.Column<Guid>(),
            number = table.Column<string>(),
            stage = table.Column<string>(),
            subject = table.Column<string>(),
            issued_on = table.Column<DateOnly>(),
            registered_until = table.Column<DateOnly>(nullable: true),
            registration = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_teacher_certificates", row => row.id);
            table.ForeignKey("FK_schools_teacher_certificates_schools_teachers_teacher_id", row => row.teacher_id, "schools_teachers", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_teacher_certificates_teacher_id", "schools_teacher_certificates", "teacher_id");

        migrationBuilder.CreateTable("schools_teacher_trainings", table => new
        {
            id = table.Column<Guid>(),
            teacher_id = table.Column<Guid>(),
            on = table.Column<DateOnly>(),
            hours = table.Column<int>(),
            what = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_teacher_trainings", row => row.id);
            table.ForeignKey("FK_schools_teacher_trainings_schools_teachers_teacher_id", row => row.teacher_id, "schools_teachers", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_teacher_trainings_teacher_id_on", "schools_teacher_trainings", ["teacher_id", "on"]);

        migrationBuilder.CreateTable("schools_ethics_records", table => new
        {
            id = table.Column<Guid>(),
            teacher_id = table.Column<Guid>(),
            on = table.Column<DateOnly>(),
            rule = table.Column<int>(),
            what = table.Column<string>(),
            decision = table.Column<string>(),
            until = table.Column<DateOnly>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_ethics_records", row => row.id);
            table.ForeignKey("FK_schools_ethics_records_schools_teachers_teacher_id", row => row.teacher_id, "schools_teachers", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_ethics_records_teacher_id", "schools_ethics_records", "teacher_id");
    }
}
