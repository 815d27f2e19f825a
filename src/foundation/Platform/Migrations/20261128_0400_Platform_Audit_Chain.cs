using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>Evidence of an act, and the chain that seals the audit.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0400_Platform_Audit_Chain")]
internal sealed class PlatformAuditChain : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("evidence", "platform_processes", nullable: true);

        migrationBuilder.CreateTable("platform_audit_blocks", table => new
        {
            number = table.Column<long>(),
            process_id = table.Column<Guid>(),
            entries = table.Column<long>(),
            sealed_at = table.Column<DateTime>(),
            hash = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_platform_audit_blocks", row => row.number));
        migrationBuilder.CreateIndex("IX_platform_audit_blocks_process_id", "platform_audit_blocks", "process_id", unique: true);

        migrationBuilder.CreateTable("platform_audit_heads", table => new
        {
            id = table.Column<Guid>(),
            number = table.Column<long>(),
            hash = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_platform_audit_heads", row => row.id));
    }
}
