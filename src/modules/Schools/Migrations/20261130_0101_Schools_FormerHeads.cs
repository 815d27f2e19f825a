using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Schools.Migrations;

/// <summary>Head teachers of a class over time.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261130_0101_Schools_FormerHeads")]
internal sealed class SchoolsFormerHeads : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("head_since", "schools_classes", nullable: true);
        migrationBuilder.CreateTable("schools_former_heads", table => new
        {
            id = table.Column<Guid>(),
            class_id = table.Column<Guid>(),
            teacher_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            until = table.Column<DateOnly>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_schools_former_heads", row => row.id);
            table.ForeignKey("FK_schools_former_heads_schools_classes_class_id", row => row.class_id, "schools_classes", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_schools_former_heads_schools_teachers_teacher_id", row => row.teacher_id, "schools_teachers", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_schools_former_heads_class_id", "schools_former_heads", "class_id");
        migrationBuilder.CreateIndex("IX_schools_former_heads_teacher_id", "schools_former_heads", "teacher_id");
    }
}
