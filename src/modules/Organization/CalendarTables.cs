using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;

namespace Shuren.Organization;

/// <summary>The tables of the district's calendar.</summary>
internal static class CalendarTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<CalendarYear>(year =>
        {
            year.ToTable("organization_calendar_years");
            year.HasIndex(row => row.Year).IsUnique();
        });
        model.Entity<CalendarDay>(day =>
        {
            day.ToTable("organization_calendar_days");
            day.HasIndex(row => row.Day).IsUnique();
            day.HasOne<CalendarYear>().WithMany().HasForeignKey(row => row.YearId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SchoolYear>(year =>
        {
            year.ToTable("organization_school_years");
            year.HasIndex(row => row.BeginsIn).IsUnique();
        });
        model.Entity<Term>(term =>
        {
            term.ToTable("organization_terms");
            term.HasIndex(row => new { row.SchoolYearId, row.Number }).IsUnique();
            term.HasOne<SchoolYear>().WithMany().HasForeignKey(row => row.SchoolYearId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
