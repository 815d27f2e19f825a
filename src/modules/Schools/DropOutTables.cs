using Microsoft.EntityFrameworkCore;
using Shuren.Schools.Model;

namespace Shuren.Schools;

/// <summary>The tables of the ledger of who stays away.</summary>
internal static class DropOutTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<DropOut>(entry =>
        {
            entry.ToTable("schools_drop_outs");
            entry.Ignore(row => row.IsIncomplete);
            entry.HasIndex(row => new { row.PupilId, row.Since }).IsUnique();
            entry.HasOne<Pupil>().WithMany().HasForeignKey(row => row.PupilId).OnDelete(DeleteBehavior.Cascade);
            entry.HasOne<School>().WithMany().HasForeignKey(row => row.SchoolId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<HomeVisit>(visit =>
        {
            visit.ToTable("schools_home_visits");
            visit.HasIndex(row => new { row.DropOutId, row.Number }).IsUnique();
            visit.HasOne<DropOut>().WithMany().HasForeignKey(row => row.DropOutId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<DropOutEscalation>(escalation =>
        {
            escalation.ToTable("schools_drop_out_escalations");
            escalation.HasOne<DropOut>().WithMany().HasForeignKey(row => row.DropOutId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
