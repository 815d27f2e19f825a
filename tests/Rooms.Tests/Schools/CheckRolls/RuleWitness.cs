using Shuren.Contracts.Schools;
using Shuren.Kernel.Identifiers;
using Shuren.Schools.Model;

namespace Shuren.Rooms.Tests.Schools.CheckRolls;

/// <summary>The rules a second time: plain C# over the rows, with the identifier checks of the kernel. Nothing here knows windows, formulas or SQL.</summary>
internal sealed class RuleWitness(RollPicture all)
{
    private readonly List<School> open = [.. all.Schools.Where(school => school.IsOpenOn(all.Today))];
    private readonly List<(Enrolment Row, Pupil Pupil)> roll = [.. all.Enrolments.Where(row => row.Until is null && row.Since <= all.Today).Select(row => (row, all.Pupils.Single(pupil => pupil.Id == row.PupilId)))];
    private readonly List<SchoolClass> classes = [.. all.Classes.Where(taught => taught.Since <= all.Today && (taught.Until is null || taught.Until > all.Today))];
    private readonly List<(TeacherPost Post, Teacher Teacher)> staff = [.. all.Posts.Where(post => post.Until is null && post.Since <= all.Today).Select(post => (post, all.Teachers.Single(teacher => teacher.Id == post.TeacherId)))];
    private readonly List<Room> rooms = [.. all.Rooms.Where(room => room.Until is null && room.Since <= all.Today)];

    /// <summary>The rows that break a rule, each with its school.</summary>
    public IEnumerable<(Guid Row, Guid School)> Of(string rule) => rule.Split('-')[0] switch
    {
        "school" => open.Where(school => Breaks(rule, school)).Select(school => (school.Id, school.Id)),
        "class" => classes.Where(taught => Breaks(rule, taught)).Select(taught => (taught.Id, taught.SchoolId)),
        "pupil" => roll.Where(one => Breaks(rule, one.Pupil, one.Row)).Select(one => (one.Pupil.Id, one.Row.SchoolId)),
        "teacher" => staff.Where(one => Breaks(rule, one.Teacher, one.Post)).Select(one => (one.Teacher.Id, one.Post.SchoolId)),
        "room" => rooms.Where(room => Breaks(rule, room)).Select(room => (room.Id, room.SchoolId)),
        _ => throw new InvalidOperationException(rule),
    };

    private bool Breaks(string rule, School school)
    {
        var kinds = all.Spans.Where(span => span.SchoolId == school.Id && span.Until is null).ToList();
        var kind = kinds.Count == 0 ? (SchoolKind?)null : kinds.MaxBy(span => span.Kind.ToString(), StringComparer.Ordinal)!.Kind;
        var parts = all.Parts.Where(part => part.SchoolId == school.Id && part.Until is null).ToList();
        var pupils = all.Enrolments.Count(row => row.SchoolId == school.Id && row.Until is null);
        var teachers = all.Posts.Count(post => post.SchoolId == school.Id && post.Until is null && post.Category == StaffCategory.Teacher);
        var teaches = kind is not null and not SchoolKind.Institution;
        var isAbroad = school is { Latitude: { } north, Longitude: { } east } && !(north is >= 3 and <= 54 && east is >= 73 and <= 136);
        return rule switch
        {
            "school-code-missing" => school.Code.Length == 0,
            "school-code-wrong" => school.Code.Length > 0 && SchoolCode.FaultOf(school.Code) is not null,
            "school-code-twice" => school.Code.Length > 0 && all.Schools.Count(other => other.Code == school.Code) > 1,
            "school-credit-wrong" => school.CreditCode.Length > 0 && CreditCode.FaultOf(school.CreditCode) is not null,
            "school-credit-twice" => school.CreditCode.Length > 0 && all.Schools.Count(other => other.CreditCode == school.CreditCode) > 1,
            "school-not-described" => kinds.Count != 1,
            "school-parts-differ" => teaches && kind != SchoolKind.Special && !parts.Select(part => part.Stage).ToHashSet().SetEquals(Grades.StagesOf(kind!.Value)),
            "school-place-unknown" => school.Latitude is null || school.Longitude is null,
            "school-place-wrong" => isAbroad,
            "school-place-far" => !isAbroad && school.Latitude is not null && school.Longitude is not null && Math.Max(Math.Abs(school.Latitude.Value - Middle(one => one.Latitude)), Math.Abs(school.Longitude.Value - Middle(one => one.Longitude))) > 1,
            "school-premises-missing" => teaches && !all.Premises.Exists(row => row.SchoolId == school.Id && row.Until is null),
            "school-rooms-missing" => teaches && !all.Rooms.Exists(row => row.SchoolId == school.Id && row.Until is null),
            "school-head-missing" => teaches && kind != SchoolKind.TeachingPoint && !all.Leaders.Exists(term => term.SchoolId == school.Id && term.Post == LeaderPost.Principal && term.Since <= all.Today && (term.Until is null || term.Until > all.Today)),
            "school-pupils-without-teachers" => pupils >= 100 && teachers == 0,
            "school-few-teachers" => teachers > 0 && pupils > 40 * teachers,
            "school-empty" => teaches && pupils == 0,
            "school-over-seats" => parts.Count > 0 && parts.TrueForAll(part => part.Seats is not null) && parts.Sum(part => part.Seats) is > 0 and var seats && pupils > 1.2 * seats,
            _ => throw new InvalidOperationException($"{rule} has no witness."),
        };
    }

    // The middle one of the schools that are open, of two the lower.
    private double Middle(Func<School, double?> of) => all.Schools.Where(school => school is { ClosedOn: null, Latitude: not null, Longitude: not null }).Select(school => of(school)!.Value).Order().ToList() is var values ? values[(values.Count + 1) / 2 - 1] : 0;

    private bool Breaks(string rule, SchoolClass taught)
    {
        var pupils = all.Enrolments.Where(row => row.ClassId == taught.Id && row.Until is null).ToList();
        var (stage, ordinary) = (Grades.StageOf(taught.Grade), taught.Kind == ClassKind.Ordinary);
        return rule switch
        {
            "class-above-standard" => ordinary && pupils.Count <= 55 && (stage == Stage.Primary && pupils.Count > 45 || stage is Stage.Junior or Stage.Senior && pupils.Count > 50),
            "class-large" => ordinary && stage is Stage.Primary or Stage.Junior or Stage.Senior && pupils.Count > 55,
            "class-large-kindergarten" => taught.Grade is >= 1 and <= 4 && pupils.Count > new[] { 25, 30, 35, 30 }[taught.Grade - 1],
            "class-without-head" => taught.HeadTeacherId is null,
            "class-head-gone" => taught.HeadTeacherId is { } head && !all.Posts.Exists(post => post.TeacherId == head && post.SchoolId == taught.SchoolId && post.Until is null),
            "class-head-of-several" => taught.HeadTeacherId is { } lead && all.Classes.Exists(other => other.Id != taught.Id && other.HeadTeacherId == lead && other.SchoolYear == taught.SchoolYear && other.Until is null),
            "class-without-pupils" => pupils.Count == 0,
            "class-name-twice" => all.Classes.Count(other => other.SchoolId == taught.SchoolId && other.SchoolYear == taught.SchoolYear && other.Name == taught.Name) > 1,
            "class-stage-unknown" => !Teaches(taught.SchoolId, stage),
            "class-pupils-of-other-grade" => taught.Kind != ClassKind.Mixed && pupils.Exists(row => row.Grade != taught.Grade),
            "class-left-open" => taught.Until is null && taught.SchoolYear < all.Classes.Max(other => other.SchoolYear),
            "class-of-closed-school" => all.Schools.Single(school => school.Id == taught.SchoolId).ClosedOn is not null,
            _ => throw new InvalidOperationException($"{rule} has no witness."),
        };
    }

    private bool Teaches(Guid school, Stage stage) => all.Parts.Exists(part => part.SchoolId == school && part.Stage == stage && part.Until is null);

    private bool Breaks(string rule, Pupil pupil, Enrolment row)
    {
        var isCard = pupil.IdKind is "" or "1" && pupil.IdNumber.Length > 0;
        var fault = isCard ? CitizenNumber.FaultOf(pupil.IdNumber) : null;
        var isRead = isCard && fault is null or IdentifierFault.CheckDigit or IdentifierFault.Province;
        var age = row.SchoolYear - pupil.BornOn.Year - (pupil.BornOn.Month > 8 ? 1 : 0);
        var (stage, usual) = (Grades.StageOf(row.Grade), Grades.AgeIn(row.Grade));
        var isSchool = stage is Stage.Primary or Stage.Junior or Stage.Senior;
        var own = all.Guardians.Where(guardian => guardian.PupilId == pupil.Id).ToList();
        return rule switch
        {
            "pupil-number-missing" => pupil.IdNumber.Length == 0,
            "pupil-number-wrong" => fault is not null and not IdentifierFault.CheckDigit,
            "pupil-number-check-digit" => fault is IdentifierFault.CheckDigit,
            "pupil-number-twice" => pupil.IdNumber.Length > 0 && all.Pupils.Count(other => other.IdNumber == pupil.IdNumber) > 1,
            "pupil-born-differs" => isRead && CitizenNumber.BornOn(pupil.IdNumber) != pupil.BornOn,
            "pupil-sex-differs" => isRead && pupil.Sex is Sex.Male or Sex.Female && CitizenNumber.IsMale(pupil.IdNumber) != (pupil.Sex == Sex.Male),
            "pupil-roll-number-wrong" => pupil.PupilNumber.Length > 0 && PupilNumber.FaultOf(pupil.PupilNumber) is not null,
            "pupil-roll-number-twice" => pupil.PupilNumber.Length > 0 && all.Pupils.Count(other => other.PupilNumber == pupil.PupilNumber) > 1,
            "pupil-age-impossible" => age is < 2 or > 25,
            "pupil-too-young" => isSchool && age >= 2 && age < usual,
            "pupil-too-old" => isSchool && age <= 25 && age > usual + 2,
            "pupil-without-class" => row.Status == EnrolmentStatus.Attending && row.ClassId is null,
            "pupil-class-differs" => row.ClassId is { } id && all.Classes.Single(taught => taught.Id == id) is var taught && (taught.SchoolId, taught.Grade, taught.SchoolYear) != (row.SchoolId, row.Grade, row.SchoolYear),
            "pupil-not-promoted" => row.SchoolYear < all.Enrolments.Where(other => other.Until is null).Max(other => other.SchoolYear),
            "pupil-without-guardian" => stage is Stage.Preschool or Stage.Primary or Stage.Junior or Stage.Special && own.Count == 0,
            "pupil-guardian-not-chosen" => own.Count > 0 && own.Count(guardian => guardian.IsMain) != 1,
            "pupil-out-of-reach" => pupil.Phone.Length == 0 && own.TrueForAll(guardian => guardian.Phone.Length == 0),
            "pupil-care-without-guardian" => own.Count == 0 && all.Cares.Exists(care => care.PupilId == pupil.Id && care.Until is null),
            "pupil-roll-torn" => IsTorn(pupil.Id),
            "pupil-roll-overlaps" => Overlaps(pupil.Id),
            "pupil-stage-unknown" => !Teaches(row.SchoolId, stage),
            "pupil-of-closed-school" => all.Schools.Single(school => school.Id == row.SchoolId).ClosedOn is not null,
            _ => throw new InvalidOperationException($"{rule} has no witness."),
        };
    }

    private bool IsTorn(Guid pupil)
    {
        var rows = all.Enrolments.Where(row => row.PupilId == pupil).ToList();
        return rows.Exists(row => row is { Until: { } end, Ended: EnrolmentEnd.Promoted or EnrolmentEnd.Suspended or EnrolmentEnd.Returned or EnrolmentEnd.DroppedOut or EnrolmentEnd.Changed or EnrolmentEnd.Repeated }
            && !rows.Exists(next => next.Since == end));
    }

    // Day by day, as nobody would in SQL: two rows that hold on one day.
    private bool Overlaps(Guid pupil)
    {
        var rows = all.Enrolments.Where(row => row.PupilId == pupil).ToList();
        return rows.Count > 1 && rows.SelectMany(row => new[] { row.Since, row.Until ?? all.Today }).Distinct().Any(day => rows.Count(row => row.Since <= day && (row.Until is null || row.Until > day)) > 1);
    }

    private bool Breaks(string rule, Teacher teacher, TeacherPost post)
    {
        var isCard = teacher.IdKind is "" or "1" && teacher.IdNumber.Length > 0;
        var fault = isCard ? CitizenNumber.FaultOf(teacher.IdNumber) : null;
        var certificates = all.Certificates.Where(one => one.TeacherId == teacher.Id).ToList();
        var standing = all.Standings.Find(one => one.TeacherId == teacher.Id && one.Until is null);
        var (teaches, registered) = (post.Category == StaffCategory.Teacher, certificates.Max(one => one.RegisteredUntil));
        return rule switch
        {
            "teacher-number-missing" => teacher.IdNumber.Length == 0,
            "teacher-number-wrong" => fault is not null,
            "teacher-number-twice" => teacher.IdNumber.Length > 0 && all.Teachers.Count(other => other.IdNumber == teacher.IdNumber) > 1,
            "teacher-born-differs" => isCard && fault is null or IdentifierFault.CheckDigit or IdentifierFault.Province && CitizenNumber.BornOn(teacher.IdNumber) != teacher.BornOn,
            "teacher-staff-number-twice" => teacher.StaffNumber.Length > 0 && all.Teachers.Count(other => other.StaffNumber == teacher.StaffNumber) > 1,
            "teacher-without-certificate" => teaches && certificates.Count == 0,
            "teacher-certificate-lower" => teaches && post.Stage is { } stage && certificates.Count > 0 && !certificates.Exists(one => Reaches(one.Stage, stage)),
            "teacher-subject-differs" => teaches && post.Stage is Stage.Junior or Stage.Senior && certificates.Count > 0 && post.Subject.Length > 0 && !certificates.Exists(one => one.Subject.Length == 0 || one.Subject == post.Subject),
            "teacher-registration-over" => teaches && post.IsEstablished && registered <= all.Today,
            "teacher-registration-never" => teaches && post.IsEstablished && certificates.Count > 0 && registered is null,
            "teacher-degree-low" => teaches && standing is not null && post.Stage switch { Stage.Primary => standing.Degree < Degree.Secondary, Stage.Junior => standing.Degree < Degree.College, Stage.Senior => standing.Degree < Degree.Bachelor, _ => false },
            "teacher-without-standing" => standing is null,
            "teacher-without-subject" => teaches && post.Stage is Stage.Primary or Stage.Junior or Stage.Senior && post.Subject.Length == 0,
            "teacher-several-posts" => post.HomeSchoolId is null && all.Posts.Count(other => other.TeacherId == teacher.Id && other.Until is null && other.HomeSchoolId is null) > 1,
            "teacher-of-closed-school" => all.Schools.Single(school => school.Id == post.SchoolId).ClosedOn is not null,
            _ => throw new InvalidOperationException($"{rule} has no witness."),
        };
    }

    // 教师资格条例 art. 5: a certificate holds for its stage and lower ones; special schools take any.
    private static bool Reaches(Stage certificate, Stage taught) => taught switch
    {
        Stage.Special => true,
        Stage.Vocational => certificate is Stage.Vocational or Stage.Senior,
        Stage.Senior => certificate == Stage.Senior,
        _ => certificate != Stage.Special && certificate >= taught,
    };

    private bool Breaks(string rule, Room room) => rule switch
    {
        "room-without-area" => room.Area == 0,
        "room-area-impossible" => room.Kind is RoomKind.Classroom or RoomKind.Music or RoomKind.Art or RoomKind.Dance or RoomKind.Science or RoomKind.Computer or RoomKind.Office && room.Area > 500_00
            || room.Kind == RoomKind.Classroom && room.Area is > 0 and < 10_00,
        "room-number-twice" => all.Rooms.Count(other => other.SchoolId == room.SchoolId && other.Code == room.Code && other.Until is null) > 1,
        _ => throw new InvalidOperationException($"{rule} has no witness."),
    };
}
