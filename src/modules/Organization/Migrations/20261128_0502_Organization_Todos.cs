using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Organization.Migrations;

/// <summary>What people ask of each other about to-dos: countersigning, opinions, handing over, nudges.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0502_Organization_Todos")]
internal sealed class OrganizationTodos : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_todo_requests", table => new
        {
            id = table.Column<Guid>(),
            kind = table.Column<string>(),
            about = table.Column<string>(),
            title = table.Column<string>(),
            href = table.Column<string>(),
            words = table.Column<string>(),
            by_id = table.Column<Guid>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
            due_on = table.Column<DateOnly>(nullable: true),
            ending = table.Column<string>(nullable: true),
            ended_at = table.Column<DateTime>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_organization_todo_requests", row => row.id));
        migrationBuilder.CreateIndex("IX_organization_todo_requests_about", "organization_todo_requests", "about");
        migrationBuilder.CreateIndex("IX_organization_todo_requests_by_id", "organization_todo_requests", "by_id");

        migrationBuilder.CreateTable("organization_todo_replies", table => new
        {
            id = table.Column<Guid>(),
            request_id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            name = table.Column<string>(),
            answered_at = table.Column<DateTime>(nullable: true),
            agrees = table.Column<bool>(nullable: true),
            remark = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_todo_replies", row => row.id);
            table.ForeignKey("FK_organization_todo_replies_organization_todo_requests_request_id", row => row.request_id, "organization_todo_requests", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_todo_replies_request_id", "organization_todo_replies", "request_id");
        migrationBuilder.CreateIndex("IX_organization_todo_replies_account_id", "organization_todo_replies", "account_id");

        migrationBuilder.CreateTable("organization_nudges", table => new
        {
            id = table.Column<Guid>(),
            request_id = table.Column<Guid>(),
            about = table.Column<string>(),
            to_id = table.Column<Guid>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_nudges", row => row.id);
            table.ForeignKey("FK_organization_nudges_organization_todo_requests_request_id", row => row.request_id, "organization_todo_requests", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_nudges_request_id", "organization_nudges", "request_id");
    }
}
