using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;
using Shuren.Platform.Data;
using Shuren.Schools.Model;

namespace Shuren.Rooms.Tests.Indicators.ByHand;

/// <summary>Rows of schools, classes, children and teachers as a test wants them. What no test names is drawn from the seed, so that no two districts are alike.</summary>
internal sealed class HandMadeRolls(int seed)
{
    private static readonly DateOnly Long = new(2000, 9, 1);
    private static readonly DateOnly Year = new(2025, 9, 1);

    private readonly Random chance = new(seed);
    private readonly List<School> schools = [];
    private readonly List<SchoolSpan> spans = [];
    private readonly List<SchoolPremises> premises = [];
    private readonly List<SchoolFunds> funds = [];
    private readonly List<Room> rooms = [];
    private readonly List<SchoolClass> classes = [];
    private readonly List<Pupil> pupils = [];
    private readonly List<PupilCare> cares = [];
    private readonly List<DropOut> dropOuts = [];
    private readonly List<Teacher> teachers = [];
    private readonly List<TeacherPost> posts = [];
    private readonly List<TeacherStanding> standings = [];
    private readonly List<TeacherCertificate> certificates = [];
    private readonly List<TeacherTraining> trainings = [];
    private readonly List<LeaderTerm> leaders = [];

    public List<(Guid Id, string Name, UnitKind Kind)> Units { get; } = [];

    public List<Enrolment> Enrolments { get; } = [];

    public Guid School(string name, SchoolKind kind, Ownership ownership = Ownership.Public, Locality locality = Locality.Village, DateOnly? openedOn = null)
    {
        var school = new School { Id = Guid.CreateVersion7(), OpenedOn = openedOn ?? Long };
        Units.Add((school.Id, name, kind == SchoolKind.Kindergarten ? UnitKind.Kindergarten : UnitKind.School));
        schools.Add(school);
        spans.Add(new() { SchoolId = school.Id, Since = school.OpenedOn, Kind = kind, Ownership = ownership, Locality = locality });
        return school.Id;
    }

    /// <summary>A school with premises, money, rooms and a few teachers of its first stage.</summary>
    public Guid Equipped(string name, SchoolKind kind, int size, Ownership ownership = Ownership.Public, Locality locality = Locality.Village, DateOnly? openedOn = null)
    {
        var school = School(name, kind, ownership, locality, openedOn);
        Premises(school, size);
        Fund(school, 2026, 720_00 * size, chance.Next(90, 110));
        Fund(school, 2025, 700_00 * size, 99 + chance.Next(3));
        var stages = Grades.StagesOf(kind);
        if (stages.Count > 0)
            Staff(school, stages[0], 2 + size / 15);
        for (var at = 0; at < 1 + size / 25; at++)
            Room(school, RoomKind.Classroom, 6_000, chance.Next(5) > 0);
        Room(school, RoomKind.Music, 9_599 + chance.Next(2), false);
        Room(school, RoomKind.Art, 8_999 + chance.Next(4), false);
        Room(school, RoomKind.Computer, 8_000, true).Until = new(2026, 4, 1);
        return school;
    }

    public School Of(Guid school) => schools.Single(row => row.Id == school);

    public SchoolSpan SpanOf(Guid school) => spans.Single(row => row.SchoolId == school);

    public void Become(Guid school, DateOnly on, SchoolKind kind, Ownership ownership, Locality locality)
    {
        SpanOf(school).Until = on;
        spans.Add(new() { SchoolId = school, Since = on, Kind = kind, Ownership = ownership, Locality = locality });
    }

    public SchoolPremises Premises(Guid school, int size, DateOnly? since = null)
    {
        premises.Add(new()
        {
            SchoolId = school, Since = since ?? Long, TeachingArea = size * (long)chance.Next(380, 700), SportsGroundArea = size * (long)chance.Next(600, 1_100), GymArea = size * (long)chance.Next(0, 90),
            FloorArea = size * (long)chance.Next(900, 1_300), PlayArea = size * 400L, ActivityRoomArea = size * 817L, EquipmentValue = size * (long)chance.Next(170_000, 300_000), Books = size * chance.Next(10, 40),
            Computers = size / chance.Next(5, 12), Guards = chance.Next(3), Kitchens = chance.Next(2), HasOpenKitchen = chance.Next(4) > 0,
        });
        return premises[^1];
    }

    public SchoolPremises PremisesOf(Guid school) => premises.Single(row => row.SchoolId == school);

    /// <param name="school">The school.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="operating">In 分; what is paid and what is planned.</param>
    /// <param name="funded">The pupils it is reckoned for.</param>
    /// <param name="training">In 分; null for exactly five percent or a fen less.</param>
    public void Fund(Guid school, int year, long operating, int funded, long? training = null) => funds.Add(new()
    {
        SchoolId = school, Year = year, Operating = operating, FundedPupils = funded, OperatingBudget = operating, TrainingBudget = training ?? Math.Max(0, operating / 20 - chance.Next(2)), Subsidy = operating / 2,
    });

    public Room Room(Guid school, RoomKind kind, long area, bool isMultimedia)
    {
        rooms.Add(new() { SchoolId = school, Code = rooms.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), Kind = kind, Area = area, IsMultimedia = isMultimedia, Since = Long });
        return rooms[^1];
    }

    /// <summary>A class and who stands in it.</summary>
    public List<Enrolment> Class(Guid school, int grade, int size, ClassKind kind = ClassKind.Ordinary)
    {
        var number = 1 + classes.Count(row => row.SchoolId == school && row.Grade == grade);
        var taught = new SchoolClass { SchoolId = school, SchoolYear = 2025, Grade = grade, Number = number, Name = GradeNames.Class(grade, number), Kind = kind, Since = Of(school).OpenedOn > Year ? Of(school).OpenedOn : Year };
        classes.Add(taught);
        var rows = Enumerable.Range(0, size).Select(_ => Enrolment(school, taught.Id, grade, taught.Since)).ToList();
        Enrolments.AddRange(rows);
        return rows;
    }

    public SchoolClass ClassOf(Guid school) => classes.Single(row => row.SchoolId == school);

    /// <summary>Children of the year before, who have all left.</summary>
    public void LastYear(Guid school, int grade, int size)
    {
        for (var at = 0; at < size; at++)
        {
            var row = Enrolment(school, null, grade, new(2024, 9, 1));
            row.End(new(2025, 7, 1), EnrolmentEnd.TransferredOut);
            Enrolments.Add(row);
        }
    }

    /// <summary>The child stays away from a day on, and is perhaps taught again from another.</summary>
    public void Away(Enrolment row, DateOnly since, DateOnly? back)
    {
        row.End(since, EnrolmentEnd.DroppedOut);
        var gone = row.Next(row.SchoolId, row.ClassId, row.SchoolYear, row.Grade, since, EnrolmentStart.Interrupted);
        gone.Status = EnrolmentStatus.DroppedOut;
        Enrolments.Add(gone);
        Enter(row, since);
        if (back is not { } day)
            return;
        gone.End(day, EnrolmentEnd.Returned);
        var again = row.Next(row.SchoolId, row.ClassId, row.SchoolYear, row.Grade, day, EnrolmentStart.Returned);
        again.Status = EnrolmentStatus.Attending;
        Enrolments.Add(again);
    }

    /// <summary>The child stays away from a day on and has left for good on another.</summary>
    public void AwayAndGone(Enrolment row, DateOnly since, DateOnly left)
    {
        Away(row, since, null);
        Enrolments[^1].End(left, EnrolmentEnd.TransferredOut);
    }

    public void Care(Guid pupil, CareKind kind, DateOnly since, DateOnly? until) => cares.Add(new() { PupilId = pupil, Kind = kind, Since = since, Until = until });

    public void Staff(Guid school, Stage stage, int count)
    {
        for (var at = 0; at < count; at++)
        {
            var teacher = Teacher(school, stage, chance.Next(1, 15).ToString(System.Globalization.CultureInfo.InvariantCulture), (Degree)chance.Next(6), (BackboneLevel)chance.Next(6));
            if (chance.Next(6) > 0)
                Certificate(teacher, new(2018, 7, 1), chance.Next(3) == 0 ? null : Year.AddDays(chance.Next(30, 900)));
            Training(teacher, new(2021 + chance.Next(5), 7, 15), chance.Next(20, 200));
        }
    }

    public Guid Teacher(Guid school, Stage? stage, string subject, Degree degree, BackboneLevel backbone)
    {
        var teacher = Person(school, stage, subject);
        Standing(teacher, Year, null, degree, backbone, (TeacherTitle)chance.Next(6));
        return teacher;
    }

    /// <summary>Somebody with a post, of whom no standing is known.</summary>
    public Guid Person(Guid school, Stage? stage, string subject, StaffCategory category = StaffCategory.Teacher)
    {
        var teacher = new Teacher { Name = "温如玉", Initials = "wry", Sex = Sex.Female, BornOn = new(1990, 1, 1) };
        teachers.Add(teacher);
        Post(teacher.Id, school, stage, subject, category: category);
        return teacher.Id;
    }

    public void Post(Guid teacher, Guid school, Stage? stage, string subject, PostStart began = PostStart.Registered, StaffCategory category = StaffCategory.Teacher) =>
        posts.Add(new() { TeacherId = teacher, SchoolId = school, Since = Year, Category = category, IsEstablished = true, Stage = stage, Subject = subject, Began = began });

    public TeacherPost PostOf(Guid teacher) => posts.Single(row => row.TeacherId == teacher);

    public void Standing(Guid teacher, DateOnly since, DateOnly? until, Degree degree, BackboneLevel backbone, TeacherTitle title) =>
        standings.Add(new() { TeacherId = teacher, Since = since, Until = until, Degree = degree, Backbone = backbone, Title = title });

    public void Certificate(Guid teacher, DateOnly issued, DateOnly? until) => certificates.Add(new() { TeacherId = teacher, Stage = Stage.Primary, IssuedOn = issued, RegisteredUntil = until });

    public void Training(Guid teacher, DateOnly on, int hours) => trainings.Add(new() { TeacherId = teacher, On = on, Hours = hours });

    public void Leader(Guid teacher, Guid school, LeaderPost post, DateOnly? until) => leaders.Add(new() { TeacherId = teacher, SchoolId = school, Post = post, Since = Long, Until = until });

    /// <summary>Puts all of it before the next save, what others point at first.</summary>
    public void Write(ShurenDb db)
    {
        // A school that was taken in names the other.
        db.InsertSet<School>([.. schools.OrderBy(row => row.MergedIntoId is not null)]);
        db.InsertSet(spans);
        db.InsertSet(premises);
        db.InsertSet(funds);
        db.InsertSet(rooms);
        db.InsertSet(teachers);
        db.InsertSet(posts);
        db.InsertSet(standings);
        db.InsertSet(certificates);
        db.InsertSet(trainings);
        db.InsertSet(leaders);
        db.InsertSet(classes);
        db.InsertSet(pupils);
        db.InsertSet(Enrolments);
        db.InsertSet(cares);
        db.InsertSet(dropOuts);
    }

    private Enrolment Enrolment(Guid school, Guid? taught, int grade, DateOnly since)
    {
        var pupil = new Pupil { Name = "方圆", Initials = "fy", Sex = Sex.Male, BornOn = new(2016, 1, 1) };
        pupils.Add(pupil);
        return new()
        {
            PupilId = pupil.Id, SchoolId = school, ClassId = taught, SchoolYear = 2025, Grade = grade, Since = since, Began = EnrolmentStart.Registered,
            Residence = (ResidenceClass)chance.Next(3), HasPermit = chance.Next(2) == 0, IsBoarder = chance.Next(4) == 0, Entry = (EntryWay)chance.Next(3),
        };
    }

    private void Enter(Enrolment row, DateOnly since) => dropOuts.Add(new()
    {
        PupilId = row.PupilId, SchoolId = row.SchoolId, Since = since, Finding = DropOutFinding.Noted, RecordedBy = "葛青", RecordedAt = new(2026, 1, 5, 1, 0, 0, DateTimeKind.Utc), FirstVisitBy = since.AddDays(7),
    });
}
