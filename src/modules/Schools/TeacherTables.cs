using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shuren.Schools.Model;

namespace Shuren.Schools;

/// <summary>The tables of teachers.</summary>
internal static class TeacherTables
{
    public static void Add(ModelBuilder model, string open)
    {
        model.Entity<Teacher>(teacher =>
        {
            teacher.ToTable("schools_teachers");
            teacher.HasIndex(row => new { row.Name, row.Id });
            teacher.HasIndex(row => new { row.Initials, row.Id });
            teacher.HasIndex(row => row.IdNumber);
            teacher.HasIndex(row => row.StaffNumber);
        });
        Posts(model, open);
        Qualifications(model, open);
    }

    private static void Posts(ModelBuilder model, string open)
    {
        model.Entity<TeacherPost>(post =>
        {
            post.ToTable("schools_teacher_posts");
            post.HasIndex(row => new { row.SchoolId, row.TeacherId }, "IX_schools_teacher_posts_open_staff").HasFilter(open);
            post.HasIndex(row => new { row.TeacherId, row.Since });
            post.HasIndex(row => new { row.SchoolId, row.Since });
            OfTeacher(post);
            post.HasOne<School>().WithMany().HasForeignKey(row => row.SchoolId).OnDelete(DeleteBehavior.Restrict);
            post.HasOne<School>().WithMany().HasForeignKey(row => row.HomeSchoolId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FormerHead>(head =>
        {
            head.ToTable("schools_former_heads");
            OfTeacher(head);
            head.HasOne<SchoolClass>().WithMany().HasForeignKey(row => row.ClassId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<LeaderTerm>(term =>
        {
            term.ToTable("schools_leader_terms");
            OfTeacher(term);
            term.HasOne<School>().WithMany().HasForeignKey(row => row.SchoolId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Qualifications(ModelBuilder model, string open)
    {
        model.Entity<TeacherStanding>(standing =>
        {
            standing.ToTable("schools_teacher_standings");
            standing.HasIndex(row => row.TeacherId, "IX_schools_teacher_standings_open").IsUnique().HasFilter(open);
            standing.HasIndex(row => new { row.TeacherId, row.Since }).IsUnique();
            OfTeacher(standing);
        });
        model.Entity<TeacherCertificate>(certificate =>
        {
            certificate.ToTable("schools_teacher_certificates");
            OfTeacher(certificate);
        });
        model.Entity<TeacherTraining>(training =>
        {
            training.ToTable("schools_teacher_trainings");
            training.HasIndex(row => new { row.TeacherId, row.On });
            OfTeacher(training);
        });
        model.Entity<EthicsRecord>(record =>
        {
            record.ToTable("schools_ethics_records");
            OfTeacher(record);
        });
    }

    private static void OfTeacher<T>(EntityTypeBuilder<T> row) where T : class => row.HasOne<Teacher>().WithMany().HasForeignKey("TeacherId").OnDelete(DeleteBehavior.Cascade);
}
