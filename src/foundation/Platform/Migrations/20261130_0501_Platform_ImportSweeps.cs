using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>What imports keep of people is forgotten after a time; when, and how much, stays.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261130_0501_Platform_ImportSweeps")]
internal sealed class PlatformImportSweeps : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("swept_at", "platform_import_runs", nullable: true);
        migrationBuilder.CreateTable("platform_import_sweeps", table => new
        {
            id = table.Column<Guid>(),
            at = table.Column<DateTime>(),
            files = table.Column<int>(),
            runs = table.Column<int>(),
            pictures = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_platform_import_sweeps", row => row.id));
    }
}
