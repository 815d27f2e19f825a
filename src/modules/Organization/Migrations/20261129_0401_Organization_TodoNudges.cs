using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Organization.Migrations;

/// <summary>Reminders of to-dos that wait for others.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261129_0401_Organization_TodoNudges")]
internal sealed class OrganizationTodoNudges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_todo_nudges", table => new
        {
            id = table.Column<Guid>(),
            about = table.Column<string>(),
            title = table.Column<string>(),
            to_id = table.Column<Guid>(),
            by_id = table.Column<Guid>(),
            by = table.Column<string>(),
            on = table.Column<DateOnly>(),
            at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_organization_todo_nudges", row => row.id));
        migrationBuilder.CreateIndex("IX_organization_todo_nudges_to_id_about_on", "organization_todo_nudges", ["to_id", "about", "on"], unique: true);
    }
}
