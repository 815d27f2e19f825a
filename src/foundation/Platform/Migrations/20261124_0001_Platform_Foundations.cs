using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>Who a namespace belongs to, acts with their audit, the thread and files.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261124_0001_Platform_Foundations")]
internal sealed class PlatformFoundations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("platform_districts", table => new
        {
            id = table.Column<Guid>(),
            code = table.Column<string>(),
            name = table.Column<string>(),
            created_at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_platform_districts", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_districts_code", "platform_districts", "code", unique: true);

        migrationBuilder.CreateTable("platform_processes", table => new
        {
            id = table.Column<Guid>(),
            kind = table.Column<string>(),
            at = table.Column<DateTime>(),
            actor_id = table.Column<Guid>(nullable: true),
            actor_name = table.Column<string>(),
            why = table.Column<string>(),
            about = table.Column<string>(nullable: true),
            once = table.Column<Guid>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_platform_processes", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_processes_once", "platform_processes", "once", unique: true);
        migrationBuilder.CreateIndex("IX_platform_processes_at", "platform_processes", "at");
        migrationBuilder.CreateIndex("IX_platform_processes_about", "platform_processes", "about");

        migrationBuilder.CreateTable("platform_audit_entries", table => new
        {
            id = table.Column<Guid>(),
            process_id = table.Column<Guid>(),
            subject = table.Column<string>(),
            action = table.Column<string>(),
            changes = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_platform_audit_entries", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_audit_entries_process_id", "platform_audit_entries", "process_id");
        migrationBuilder.CreateIndex("IX_platform_audit_entries_subject", "platform_audit_entries", "subject");

        migrationBuilder.CreateTable("platform_thread_links", table => new
        {
            id = table.Column<Guid>(),
            from_ref = table.Column<string>(),
            from_title = table.Column<string>(),
            relation = table.Column<string>(),
            to_ref = table.Column<string>(),
            to_title = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_platform_thread_links", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_thread_links_from_ref", "platform_thread_links", "from_ref");
        migrationBuilder.CreateIndex("IX_platform_thread_links_to_ref", "platform_thread_links", "to_ref");

        migrationBuilder.CreateTable("platform_files", table => new
        {
            id = table.Column<Guid>(),
            hash = table.Column<string>(),
            name = table.Column<string>(),
            size = table.Column<long>(),
            owner = table.Column<string>(),
            added_by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_platform_files", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_files_owner", "platform_files", "owner");
    }
}
