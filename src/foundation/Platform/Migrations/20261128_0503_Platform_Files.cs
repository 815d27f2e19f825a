using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>What a file is, how many a district takes, and whether they are whole.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0503_Platform_Files")]
internal sealed class PlatformFiles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("media_type", "platform_files", nullable: true);
        migrationBuilder.CreateIndex("IX_platform_files_hash_size", "platform_files", ["hash", "size"]);

        migrationBuilder.CreateTable("platform_file_limits", table => new
        {
            id = table.Column<Guid>(),
            largest_mb = table.Column<int>(),
            most_per_thing = table.Column<int>(),
            quota_mb = table.Column<int>(),
            version = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_platform_file_limits", row => row.id));

        migrationBuilder.CreateTable("platform_file_checks", table => new
        {
            id = table.Column<Guid>(),
            started_at = table.Column<DateTime>(),
            ended_at = table.Column<DateTime>(nullable: true),
            contents = table.Column<long>(),
            bytes = table.Column<long>(),
            faults = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_platform_file_checks", row => row.id));

        migrationBuilder.CreateTable("platform_file_faults", table => new
        {
            id = table.Column<Guid>(),
            check_id = table.Column<Guid>(),
            file_id = table.Column<Guid>(),
            kind = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_platform_file_faults", row => row.id));
        migrationBuilder.CreateIndex("IX_platform_file_faults_check_id", "platform_file_faults", "check_id");
    }
}
