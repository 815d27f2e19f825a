using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Processes;
using Shuren.Platform.Windows;
using Shuren.Schools.Model;

namespace Shuren.Schools.Facts;

/// <summary>
/// The schools at which the rolls were changed. A row belongs to the school that it names; what is known of a pupil or a teacher is counted wherever the pupil
/// ever was on a roll and the teacher ever had a post, so a change of one of these counts there.
/// </summary>
internal sealed class PlaceRollChanges(SchoolsDb schools) : IPlaceChanges
{
    /// <summary>Where a row belongs; what does not apply is null.</summary>
    private sealed record Place(Guid? School, Guid? Pupil = null, Guid? Teacher = null);

    private static readonly Dictionary<string, Func<SchoolsDb, List<Guid>, IQueryable<Place>>> Places = new()
    {
        [Kind<School>()] = (db, ids) => db.Schools.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.Id, null, null)),
        [Kind<SchoolSpan>()] = (db, ids) => db.SchoolSpans.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.SchoolId, null, null)),
        [Kind<SchoolPart>()] = (db, ids) => db.SchoolParts.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.SchoolId, null, null)),
        [Kind<SchoolPremises>()] = (db, ids) => db.Premises.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.SchoolId, null, null)),
        [Kind<SchoolFunds>()] = (db, ids) => db.Funds.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.SchoolId, null, null)),
        [Kind<Room>()] = (db, ids) => db.Rooms.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.SchoolId, null, null)),
        [Kind<SchoolClass>()] = (db, ids) => db.Classes.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.SchoolId, null, null)),
        [Kind<Enrolment>()] = (db, ids) => db.Enrolments.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.SchoolId, row.PupilId, null)),
        [Kind<Pupil>()] = (db, ids) => db.Pupils.Where(row => ids.Contains(row.Id)).Select(row => new Place(null, row.Id, null)),
        [Kind<PupilCare>()] = (db, ids) => db.Cares.Where(row => ids.Contains(row.Id)).Select(row => new Place(null, row.PupilId, null)),
        [Kind<DropOut>()] = (db, ids) => db.DropOuts.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.SchoolId, row.PupilId, null)),
        [Kind<HomeVisit>()] = (db, ids) => db.HomeVisits.Where(row => ids.Contains(row.Id)).Join(db.DropOuts, visit => visit.DropOutId, entry => entry.Id, (visit, entry) => new Place(entry.SchoolId, null, null)),
        [Kind<TeacherPost>()] = (db, ids) => db.TeacherPosts.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.SchoolId, null, row.TeacherId)),
        [Kind<Teacher>()] = (db, ids) => db.Teachers.Where(row => ids.Contains(row.Id)).Select(row => new Place(null, null, row.Id)),
        [Kind<TeacherStanding>()] = (db, ids) => db.Standings.Where(row => ids.Contains(row.Id)).Select(row => new Place(null, null, row.TeacherId)),
        [Kind<TeacherCertificate>()] = (db, ids) => db.Certificates.Where(row => ids.Contains(row.Id)).Select(row => new Place(null, null, row.TeacherId)),
        [Kind<TeacherTraining>()] = (db, ids) => db.Trainings.Where(row => ids.Contains(row.Id)).Select(row => new Place(null, null, row.TeacherId)),
        [Kind<LeaderTerm>()] = (db, ids) => db.LeaderTerms.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.SchoolId, null, null)),
    };

    /// <summary>Rows that no window shows.</summary>
    private static readonly HashSet<string> Unseen =
    [
        Kind<Campus>(), Kind<FormerHead>(), Kind<Guardian>(), Kind<SiblingLink>(), Kind<EthicsRecord>(), Kind<Promotion>(), Kind<HandOver>(), Kind<HandOverLine>(), Kind<HandOverWord>(), Kind<HandOverClosure>(),
        Kind<DropOutEscalation>(), Kind<Snapshot>(), Kind<RollAllowance>(),
    ];

    public string Room => "schools";

    public async Task<IReadOnlySet<Guid>?> UnitsOfAsync(IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var touched = new Touched();
        foreach (var rows in entries.Where(entry => entry.Action != AuditActions.Seen).Select(entry => (entry, about: Ref.Parse(entry.Subject))).Where(row => !Unseen.Contains(row.about.Kind)).GroupBy(row => row.about.Kind))
        {
            // Rows that came as a whole are named by their act; a kind that nobody placed may be anywhere.
            if (rows.Any(row => row.about.Id == row.entry.ProcessId) || !Places.TryGetValue(rows.Key, out var places))
                return null;
            foreach (var ids in rows.Select(row => row.about.Id).Distinct().Chunk(500))
                touched.Add(await places(schools, [.. ids]).ToListAsync(ct));
            foreach (var (entry, _) in rows)
                touched.Add(entry);
        }
        await SpreadAsync(touched, ct);
        return touched.Schools;
    }

    private async Task SpreadAsync(Touched touched, CancellationToken ct)
    {
        foreach (var ids in touched.Pupils.Chunk(500))
        {
            touched.Schools.UnionWith(await schools.Enrolments.Where(row => ids.Contains(row.PupilId)).Select(row => row.SchoolId).Distinct().ToListAsync(ct));
            touched.Schools.UnionWith(await schools.DropOuts.Where(row => ids.Contains(row.PupilId)).Select(row => row.SchoolId).Distinct().ToListAsync(ct));
        }
        foreach (var ids in touched.Teachers.Chunk(500))
            touched.Schools.UnionWith(await schools.TeacherPosts.Where(row => ids.Contains(row.TeacherId)).Select(row => row.SchoolId).Distinct().ToListAsync(ct));
    }

    private static string Kind<T>() => typeof(T).Name.ToLowerInvariant();

    private sealed class Touched
    {
        public HashSet<Guid> Schools { get; } = [];

        public HashSet<Guid> Pupils { get; } = [];

        public HashSet<Guid> Teachers { get; } = [];

        public void Add(IEnumerable<Place> places)
        {
            foreach (var place in places)
            {
                Add(Schools, place.School);
                Add(Pupils, place.Pupil);
                Add(Teachers, place.Teacher);
            }
        }

        /// <summary>What the row named before and after: where it was taken away, and rows that are gone.</summary>
        public void Add(AuditEntry entry)
        {
            using var changes = JsonDocument.Parse(entry.Changes);
            foreach (var (name, into) in new[] { (nameof(Enrolment.SchoolId), Schools), (nameof(Enrolment.PupilId), Pupils), (nameof(TeacherPost.TeacherId), Teachers) })
            {
                if (!changes.RootElement.TryGetProperty(name, out var sides))
                    continue;
                foreach (var side in sides.EnumerateArray())
                    Add(into, Guid.TryParse(side.GetString(), out var id) ? id : null);
            }
        }

        private static void Add(HashSet<Guid> set, Guid? id)
        {
            if (id is { } known)
                set.Add(known);
        }
    }
}
