using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>Looks at files and imports of them, as their pages show them.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261129_0601_Platform_ImportRuns")]
internal sealed class PlatformImportRuns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("platform_import_runs", table => new
        {
            id = table.Column<Guid>(),
            roll = table.Column<string>(),
            file_id = table.Column<Guid>(),
            account_id = table.Column<Guid>(nullable: true),
            at = table.Column<DateTime>(),
            import_id = table.Column<Guid>(nullable: true),
            read = table.Column<int>(),
            added = table.Column<int>(),
            changed = table.Column<int>(),
            unchanged = table.Column<int>(),
            refused = table.Column<int>(),
            warned = table.Column<int>(),
            sheet = table.Column<int>(),
            head_row = table.Column<int>(),
            heads = table.Column<string>(),
            problems = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_platform_import_runs", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_import_runs_file_id", "platform_import_runs", "file_id");
    }
}
