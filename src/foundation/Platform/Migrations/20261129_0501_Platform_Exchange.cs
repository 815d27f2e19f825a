using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>Imports, their undo, and the heads that a district has taught.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261129_0501_Platform_Exchange")]
internal sealed class PlatformExchange : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Imports(migrationBuilder);
        migrationBuilder.CreateTable("platform_import_befores", table => new
        {
            id = table.Column<Guid>(),
            import_id = table.Column<Guid>(),
            row_type = table.Column<string>(),
            row_id = table.Column<Guid>(),
            picture = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_platform_import_befores", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_import_befores_import_id", "platform_import_befores", "import_id");
        migrationBuilder.CreateTable("platform_remembered_heads", table => new
        {
            id = table.Column<Guid>(),
            roll = table.Column<string>(),
            head = table.Column<string>(),
            means = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_platform_remembered_heads", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_remembered_heads_roll_head", "platform_remembered_heads", ["roll", "head"], unique: true);
    }

    private static void Imports(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("platform_imports", table => new
        {
            id = table.Column<Guid>(),
            roll = table.Column<string>(),
            file_name = table.Column<string>(),
            process_id = table.Column<Guid>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
            read = table.Column<int>(),
            added = table.Column<int>(),
            changed = table.Column<int>(),
            unchanged = table.Column<int>(),
            refused = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_platform_imports", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_imports_process_id", "platform_imports", "process_id");
        migrationBuilder.CreateTable("platform_import_undos", table => new
        {
            id = table.Column<Guid>(),
            import_id = table.Column<Guid>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_platform_import_undos", row => row.id);
            table.ForeignKey("FK_platform_import_undos_platform_imports_import_id", row => row.import_id, "platform_imports", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_platform_import_undos_import_id", "platform_import_undos", "import_id", unique: true);
    }
}
