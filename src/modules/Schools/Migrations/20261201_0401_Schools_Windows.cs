using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Schools.Migrations;

/// <summary>No table changes: windows do, and are made anew with a migration (docs/decisions/0152). Classes, trainings and teachers of one school are read without those of all.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261201_0401_Schools_Windows")]
internal sealed class SchoolsNarrowWindows : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
    }
}
