using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>Background work, what people ordered about it, and events on their way.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0500_Platform_Jobs")]
internal sealed class PlatformJobs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("platform_jobs", table => new
        {
            id = table.Column<Guid>(),
            kind = table.Column<string>(),
            arguments = table.Column<string>(),
            key = table.Column<string>(nullable: true),
            about = table.Column<string>(nullable: true),
            state = table.Column<string>(),
            progress = table.Column<int>(),
            message = table.Column<string>(),
            attempts = table.Column<int>(),
            next_at = table.Column<DateTime>(),
            lease_until = table.Column<DateTime>(nullable: true),
            fence = table.Column<long>(),
            node = table.Column<string>(),
            cancel_asked_at = table.Column<DateTime>(nullable: true),
            created_at = table.Column<DateTime>(),
            created_by = table.Column<string>(),
            started_at = table.Column<DateTime>(nullable: true),
            ended_at = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_platform_jobs", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_jobs_key", "platform_jobs", "key", unique: true);
        migrationBuilder.CreateIndex("IX_platform_jobs_state_next_at", "platform_jobs", ["state", "next_at"]);

        migrationBuilder.CreateTable("platform_job_orders", table => new
        {
            id = table.Column<Guid>(),
            job_id = table.Column<Guid>(),
            kind = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_platform_job_orders", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_job_orders_job_id", "platform_job_orders", "job_id");

        migrationBuilder.CreateTable("platform_outbox_events", table => new
        {
            id = table.Column<Guid>(),
            name = table.Column<string>(),
            body = table.Column<string>(),
            at = table.Column<DateTime>(),
            process_id = table.Column<Guid>(),
        }, constraints: table => table.PrimaryKey("PK_platform_outbox_events", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_outbox_events_at", "platform_outbox_events", "at");
    }
}
