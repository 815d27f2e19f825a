using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Schools.Migrations;

/// <summary>No table changes: windows do, and are made anew with a migration (docs/decisions/0152). What a school has and who works there counts no longer than the school.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261130_0402_Schools_Windows")]
internal sealed class SchoolsWindows : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
    }
}
