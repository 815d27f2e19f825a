using Microsoft.EntityFrameworkCore;
using Shuren.Schools.Model;

namespace Shuren.Schools;

/// <summary>The tables of pupils and of where they learn.</summary>
internal static class PupilTables
{
    public static void Add(ModelBuilder model, string open)
    {
        Pupils(model);
        model.Entity<Enrolment>(enrolment =>
        {
            enrolment.ToTable("schools_enrolments");
            // No child twice on today's roll, whatever code writes it; and a roll in its order without the history.
            enrolment.HasIndex(row => row.PupilId, "IX_schools_enrolments_open_pupil").IsUnique().HasFilter(open);
            enrolment.HasIndex(row => new { row.SchoolId, row.Grade, row.ClassId, row.PupilId }, "IX_schools_enrolments_open_roll").HasFilter(open);
            enrolment.HasIndex(row => new { row.PupilId, row.Since });
            enrolment.HasIndex(row => new { row.SchoolId, row.Since });
            enrolment.HasIndex(row => row.ClassId);
            enrolment.HasOne<Pupil>().WithMany().HasForeignKey(row => row.PupilId).OnDelete(DeleteBehavior.Cascade);
            enrolment.HasOne<School>().WithMany().HasForeignKey(row => row.SchoolId).OnDelete(DeleteBehavior.Restrict);
            enrolment.HasOne<SchoolClass>().WithMany().HasForeignKey(row => row.ClassId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Pupils(ModelBuilder model)
    {
        model.Entity<Pupil>(pupil =>
        {
            pupil.ToTable("schools_pupils");
            pupil.HasIndex(row => new { row.Name, row.Id });
            pupil.HasIndex(row => new { row.Initials, row.Id });
            // Not unique: real rolls hold a number twice, and that is a finding to be shown, not a row to be lost.
            pupil.HasIndex(row => row.IdNumber);
            pupil.HasIndex(row => row.PupilNumber);
        });
        model.Entity<Guardian>(guardian =>
        {
            guardian.ToTable("schools_guardians");
            guardian.HasOne<Pupil>().WithMany().HasForeignKey(row => row.PupilId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SiblingLink>(link =>
        {
            link.ToTable("schools_sibling_links");
            link.HasIndex(row => new { row.PupilId, row.OtherPupilId }).IsUnique();
            link.HasOne<Pupil>().WithMany().HasForeignKey(row => row.PupilId).OnDelete(DeleteBehavior.Cascade);
            link.HasOne<Pupil>().WithMany().HasForeignKey(row => row.OtherPupilId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PupilCare>(care =>
        {
            care.ToTable("schools_cares");
            care.HasIndex(row => new { row.PupilId, row.Kind, row.Since }).IsUnique();
            care.HasOne<Pupil>().WithMany().HasForeignKey(row => row.PupilId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
