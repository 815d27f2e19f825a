using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Platform.Migrations;

/// <summary>The times in which a district is read and not written.</summary>
[DbContext(typeof(ShurenDb))]
[Migration(Id)]
internal sealed class PlatformArchives : Migration
{
    /// <summary>Its place in the order; a namespace that has not had it has no archives to be asked for.</summary>
    public const string Id = "20261128_0700_Platform_Archives";

    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable("platform_district_archives", table => new
        {
            id = table.Column<Guid>(),
            since = table.Column<DateTime>(),
            why = table.Column<string>(),
            by = table.Column<string>(),
            moves_to = table.Column<string>(nullable: true),
            arrived_at = table.Column<DateTime>(nullable: true),
            ended_at = table.Column<DateTime>(nullable: true),
            ended_by = table.Column<string>(nullable: true),
            ended_why = table.Column<string>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_platform_district_archives", row => row.id));
}
