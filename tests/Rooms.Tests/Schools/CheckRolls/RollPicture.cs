using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;
using Shuren.Schools.Model;

namespace Shuren.Rooms.Tests.Schools.CheckRolls;

/// <summary>All rows of the rolls in memory, so that rules can be reckoned a second time in plain C#.</summary>
internal sealed record RollPicture(
    DateOnly Today, List<School> Schools, List<SchoolSpan> Spans, List<SchoolPart> Parts, List<SchoolPremises> Premises, List<Room> Rooms, List<SchoolClass> Classes, List<Pupil> Pupils, List<Enrolment> Enrolments,
    List<Guardian> Guardians, List<PupilCare> Cares, List<Teacher> Teachers, List<TeacherPost> Posts, List<TeacherStanding> Standings, List<TeacherCertificate> Certificates, List<LeaderTerm> Leaders)
{
    /// <param name="db">The district.</param>
    /// <param name="today">The day as of which it is looked at.</param>
    /// <param name="tracked">True where the rows are to be changed.</param>
    public static async Task<RollPicture> OfAsync(ShurenDb db, DateOnly today, bool tracked = false) => new(
        today, await All<School>(db, tracked), await All<SchoolSpan>(db, tracked), await All<SchoolPart>(db, tracked), await All<SchoolPremises>(db, tracked), await All<Room>(db, tracked), await All<SchoolClass>(db, tracked),
        await All<Pupil>(db, tracked), await All<Enrolment>(db, tracked), await All<Guardian>(db, tracked), await All<PupilCare>(db, tracked), await All<Teacher>(db, tracked), await All<TeacherPost>(db, tracked),
        await All<TeacherStanding>(db, tracked), await All<TeacherCertificate>(db, tracked), await All<LeaderTerm>(db, tracked));

    private static Task<List<T>> All<T>(ShurenDb db, bool tracked) where T : class => (tracked ? db.Set<T>().AsTracking() : db.Set<T>().AsNoTracking()).OrderBy(row => EF.Property<Guid>(row, "Id")).ToListAsync();
}
