using Microsoft.EntityFrameworkCore;
using Shuren.Schools.Model;

namespace Shuren.Schools;

/// <summary>The tables of the rules for the rolls. A row that is found may be of any roll and may be gone, so no key points at it.</summary>
internal static class CheckTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<RollCheck>(check => check.ToTable("schools_checks"));
        model.Entity<RollFinding>(finding =>
        {
            finding.ToTable("schools_findings");
            finding.HasIndex(row => new { row.Rule, row.RowId, row.SchoolId }, "IX_schools_findings_open").IsUnique().HasFilter("gone_at IS NULL");
            finding.HasIndex(row => row.SchoolId);
            finding.HasIndex(row => row.RowId);
        });
        model.Entity<RollAllowance>(allowance =>
        {
            allowance.ToTable("schools_allowances");
            allowance.HasIndex(row => new { row.Rule, row.RowId });
        });
    }
}
