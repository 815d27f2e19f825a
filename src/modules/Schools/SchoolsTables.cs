using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shuren.Schools.Model;

namespace Shuren.Schools;

/// <summary>The tables of schools: what they are, what they have, their classes.</summary>
internal static class SchoolsTables
{
    /// <summary>Rows that hold today: an index over them stays small, however much history is kept.</summary>
    private const string Open = "until IS NULL";

    public static void Add(ModelBuilder model)
    {
        Schools(model);
        Premises(model);
        PupilTables.Add(model, Open);
        TeacherTables.Add(model, Open);
        CheckTables.Add(model);
        HandOverTables.Add(model);
        DropOutTables.Add(model);
        model.Entity<Promotion>(promotion => promotion.ToTable("schools_promotions"));
        model.Entity<Snapshot>(snapshot => snapshot.ToTable("schools_snapshots"));
    }

    private static void Schools(ModelBuilder model)
    {
        model.Entity<School>(school =>
        {
            school.ToTable("schools_schools");
            school.Property(row => row.Id).ValueGeneratedNever();
            school.HasIndex(row => row.Code);
            school.HasOne<School>().WithMany().HasForeignKey(row => row.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SchoolSpan>(span =>
        {
            span.ToTable("schools_school_spans");
            span.HasIndex(row => new { row.SchoolId, row.Since }).IsUnique();
            OfSchool(span, nameof(SchoolSpan.SchoolId));
        });
        model.Entity<SchoolPart>(part =>
        {
            part.ToTable("schools_school_parts");
            part.HasIndex(row => new { row.SchoolId, row.Stage, row.Since }).IsUnique();
            OfSchool(part, nameof(SchoolPart.SchoolId));
        });
        model.Entity<Campus>(campus =>
        {
            campus.ToTable("schools_campuses");
            OfSchool(campus, nameof(Campus.SchoolId));
        });
    }

    private static void Premises(ModelBuilder model)
    {
        model.Entity<SchoolPremises>(premises =>
        {
            premises.ToTable("schools_premises");
            premises.HasIndex(row => new { row.SchoolId, row.Since }).IsUnique();
            OfSchool(premises, nameof(SchoolPremises.SchoolId));
        });
        model.Entity<SchoolFunds>(funds =>
        {
            funds.ToTable("schools_funds");
            funds.HasIndex(row => new { row.SchoolId, row.Year }).IsUnique();
            OfSchool(funds, nameof(SchoolFunds.SchoolId));
        });
        model.Entity<Room>(room =>
        {
            room.ToTable("schools_rooms");
            room.HasIndex(row => new { row.SchoolId, row.Code });
            OfSchool(room, nameof(Room.SchoolId));
            room.HasOne<Campus>().WithMany().HasForeignKey(row => row.CampusId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SchoolClass>(taught =>
        {
            taught.ToTable("schools_classes");
            taught.HasIndex(row => new { row.SchoolId, row.SchoolYear, row.Grade, row.Number }).IsUnique();
            OfSchool(taught, nameof(SchoolClass.SchoolId));
            taught.HasOne<Campus>().WithMany().HasForeignKey(row => row.CampusId).OnDelete(DeleteBehavior.Restrict);
            taught.HasOne<Teacher>().WithMany().HasForeignKey(row => row.HeadTeacherId).OnDelete(DeleteBehavior.Restrict);
            taught.HasOne<SchoolClass>().WithMany().HasForeignKey(row => row.CameFromId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void OfSchool<T>(EntityTypeBuilder<T> row, string key) where T : class => row.HasOne<School>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
