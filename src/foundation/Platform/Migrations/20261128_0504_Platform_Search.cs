using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>The index of the search; filled from the rows after the migration.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0504_Platform_Search")]
internal sealed class PlatformSearch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("platform_search_entries", table => new
        {
            id = table.Column<Guid>(),
            kind = table.Column<string>(),
            number = table.Column<long>(),
            title = table.Column<string>(),
            text = table.Column<string>(),
            folded = table.Column<string>(),
            initials = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_platform_search_entries", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_search_entries_number", "platform_search_entries", "number");

        migrationBuilder.CreateTable("platform_search_postings", table => new
        {
            token = table.Column<long>(),
            number = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_platform_search_postings", row => new { row.token, row.number }));
    }
}
