using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;
using Shuren.Indicators.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Indicators;

/// <summary>Rolls as the worked examples of the two national measures have them, school by school, teacher by teacher, pupil by pupil.</summary>
internal sealed class WorkedRolls : IAsyncDisposable
{
    private static readonly DateOnly Since = new(2025, 9, 1);
    private readonly List<object> rows = [];
    private int count;

    private WorkedRolls(TestHouse house, SmallCounty county) => (House, County) = (house, county);

    public TestHouse House { get; }

    public SmallCounty County { get; }

    /// <summary>The schools by their letter or number.</summary>
    public Dictionary<string, Guid> Schools { get; } = [];

    /// <summary>Section 1: five primary and three junior units, and a teaching point that does not count.</summary>
    public static async Task<WorkedRolls> BalancedAsync(TestDatabase database)
    {
        var rolls = await NewAsync(database, [.. "ABCDEFGK".Select(letter => letter.ToString())], UnitKind.School);
        rolls.Section("A", SchoolKind.Primary, Stage.Primary, 1200, [60, 14, 12], [5640, 9240, 2_760_000, 30]);
        rolls.Section("B", SchoolKind.Primary, Stage.Primary, 900, [40, 9, 9], [4230, 5985, 1_890_000, 22]);
        rolls.Section("C", SchoolKind.Primary, Stage.Primary, 450, [20, 4, 5], [2025, 4500, 900_000, 11]);
        rolls.Section("D", SchoolKind.Primary, Stage.Primary, 120, [8, 1, 1], [900, 1500, 420_000, 6]);
        rolls.Section("E", SchoolKind.NineYear, Stage.Primary, 600, [27, 6, 6], [5720, 9360, 2_392_000, 26]);
        rolls.Section("E", null, Stage.Junior, 400, [22, 5, 4], null);
        rolls.Section("F", SchoolKind.Junior, Stage.Junior, 1500, [90, 18, 15], [9000, 16_500, 3_900_000, 38]);
        rolls.Section("G", SchoolKind.CompleteSecondary, Stage.Junior, 800, [44, 8, 8], [12_000, 20_800, 5_200_000, 50]);
        rolls.Section("G", null, Stage.Senior, 1000, [], null);
        rolls.Section("K", SchoolKind.TeachingPoint, Stage.Primary, 30, [3, 0, 0], [100, 100, 1000, 1]);
        await rolls.PourAsync();
        return rolls;
    }

    /// <summary>Section 2: six kindergartens, and 860 resident children.</summary>
    public static async Task<WorkedRolls> PreschoolAsync(TestDatabase database)
    {
        var rolls = await NewAsync(database, [.. Enumerable.Range(1, 6).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))], UnitKind.Kindergarten);
        (Ownership Ownership, int Planned, string Classes, int Teachers, int Certified, int Heads, int Outdoor)[] all =
        [
            (Ownership.Public, 2018, "s25 s25 m30 m30 l35 l35", 13, 13, 1, 756),
            (Ownership.Public, 2012, "s24 m31 l36", 6, 6, 1, 300),
            (Ownership.Inclusive, 2019, "s25 s22 m30 m28 l34 l33", 12, 12, 1, 700),
            (Ownership.Inclusive, 2010, "x30 x28", 4, 4, 1, 240),
            (Ownership.Private, 2016, "s20 s20 m25 m25 l30 l30", 13, 12, 1, 540),
            (Ownership.Public, 2009, "m30 l35 l35", 6, 6, 0, 420),
        ];
        foreach (var (one, at) in all.Select((one, at) => (one, at)))
            rolls.Kindergarten(rolls.Schools[(at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)], one);
        await rolls.PourAsync();
        await rolls.ConfirmAsync("resident_children", 860);
        return rolls;
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    /// <summary>A figure of the district that somebody else confirmed.</summary>
    public async Task ConfirmAsync(string item, double value)
    {
        await using var scope = House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.figure");
        var figure = new ReportedFigure { Item = item, UnitId = County.UnitId("青禾县教育局"), Since = new(2026, 1, 1), Value = value, Evidence = "统计表", ReportedBy = "甲", ReportedAt = new DateTime(2026, 4, 15, 1, 0, 0, DateTimeKind.Utc) };
        db.AddRange(figure, new FigureConfirmation { FigureId = figure.Id, By = "乙", At = new DateTime(2026, 4, 15, 1, 0, 0, DateTimeKind.Utc) });
        await db.SaveAsync(CancellationToken.None);
    }

    private static async Task<WorkedRolls> NewAsync(TestDatabase database, List<string> names, UnitKind kind)
    {
        var house = await TestHouse.WithCountyAsync(database);
        var rolls = new WorkedRolls(house, house.County);
        await using var scope = house.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.units");
        var bureau = rolls.County.UnitId("青禾县教育局");
        var ids = (await scope.ServiceProvider.GetRequiredService<IUnitKeeper>().AddAsync([.. names.Select(name => new NewUnit($"算例{name}校", kind, bureau, null))], "test", CancellationToken.None)).Value;
        await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(CancellationToken.None);
        foreach (var (name, id) in names.Zip(ids))
            rolls.Schools[name] = id;
        return rolls;
    }

    private async Task PourAsync()
    {
        await using var scope = House.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.rolls");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        Type[] order = [typeof(School), typeof(SchoolSpan), typeof(SchoolPart), typeof(SchoolPremises), typeof(Room), typeof(Teacher), typeof(TeacherPost), typeof(TeacherStanding), typeof(TeacherCertificate), typeof(SchoolClass), typeof(Pupil), typeof(Enrolment)];
        db.Pour(order.Select(type => rows.Where(row => row.GetType() == type).ToList()));
        await db.SaveAsync(CancellationToken.None);
    }

    /// <param name="letter">Which school.</param>
    /// <param name="kind">What it is; null where the school is there already and this is a further stage of it.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="pupils">How many.</param>
    /// <param name="people">Teachers that count for R1, R2 and R3, each for one of them only.</param>
    /// <param name="things">What the whole school has for R4 to R7.</param>
    private void Section(string letter, SchoolKind? kind, Stage stage, int pupils, int[] people, long[]? things)
    {
        var school = Schools[letter];
        if (kind is { } what)
            Found(school, what, Ownership.Public, null);
        rows.Add(new SchoolPart { SchoolId = school, Stage = stage, Since = Since, Seats = pupils });
        if (things is not null)
        {
            rows.Add(new SchoolPremises { SchoolId = school, Since = Since, TeachingArea = things[0] * 100, SportsGroundArea = things[1] * 100, EquipmentValue = things[2] * 100 });
            rows.AddRange(Enumerable.Range(0, (int)things[3]).Select(number => new Room { SchoolId = school, Code = $"M{number}", Kind = RoomKind.Classroom, Area = 60_00, IsMultimedia = true, Since = Since }));
        }
        var grade = stage switch { Stage.Primary => 13, Stage.Junior => 22, _ => 32 };
        Pupils(school, null, grade, pupils);
        var (low, high) = stage == Stage.Primary ? (Degree.Secondary, Degree.College) : (Degree.College, Degree.Bachelor);
        if (people.Length == 0)
            return;
        Teachers(school, stage, people[0], "1", high, BackboneLevel.School, false);
        Teachers(school, stage, people[1], "2", low, BackboneLevel.County, false);
        Teachers(school, stage, people[2], "11", low, BackboneLevel.None, false);
    }

    private void Kindergarten(Guid school, (Ownership Ownership, int Planned, string Classes, int Teachers, int Certified, int Heads, int Outdoor) one)
    {
        Found(school, SchoolKind.Kindergarten, one.Ownership, one.Planned);
        rows.Add(new SchoolPremises { SchoolId = school, Since = Since, PlayArea = one.Outdoor * 100L });
        foreach (var (group, number) in one.Classes.Split(' ').Select((group, number) => (group, number)))
        {
            var grade = group[0] switch { 's' => 1, 'm' => 2, 'l' => 3, _ => 4 };
            var taught = new SchoolClass { SchoolId = school, SchoolYear = 2025, Grade = grade, Number = number + 1, Name = $"{number + 1}班", Since = Since };
            rows.Add(taught);
            Pupils(school, taught.Id, grade, int.Parse(group[1..], System.Globalization.CultureInfo.InvariantCulture));
        }
        Teachers(school, Stage.Preschool, one.Certified, "", Degree.College, BackboneLevel.None, true);
        Teachers(school, Stage.Preschool, one.Teachers - one.Certified, "", Degree.College, BackboneLevel.None, false);
        Teachers(school, null, one.Heads, "", Degree.Bachelor, BackboneLevel.None, true, StaffCategory.KindergartenHead);
    }

    private void Found(Guid school, SchoolKind kind, Ownership ownership, int? planned)
    {
        rows.Add(new School { Id = school, Code = "", CreditCode = "", OpenedOn = Since, PlannedIn = planned, Division = "999999", Address = "", PostCode = "", Phone = "" });
        rows.Add(new SchoolSpan { SchoolId = school, Since = Since, Kind = kind, Ownership = ownership, Locality = Locality.TownCentre });
    }

    private void Pupils(Guid school, Guid? taught, int grade, int pupils)
    {
        for (var at = 0; at < pupils; at++)
        {
            var pupil = new Pupil { Name = "算例", Initials = "SL", Sex = Sex.Male, BornOn = new(2014, 1, 1), IdKind = "Z", IdNumber = $"P{count}", PupilNumber = "", SchoolNumber = $"{count++}", Ethnicity = "01", Political = "13", Health = "1", HouseholdDivision = "999999", HouseholdKind = "1", NativePlace = "", BirthDivision = "999999", Address = "", Phone = "" };
            rows.Add(pupil);
            rows.Add(new Enrolment { PupilId = pupil.Id, SchoolId = school, ClassId = taught, SchoolYear = 2025, Grade = grade, Since = Since, Residence = ResidenceClass.Local, Entry = EntryWay.Zoned, Began = EnrolmentStart.Registered, Status = EnrolmentStatus.Attending });
        }
    }

    private void Teachers(Guid school, Stage? stage, int people, string subject, Degree degree, BackboneLevel backbone, bool certified, StaffCategory category = StaffCategory.Teacher)
    {
        for (var at = 0; at < people; at++)
        {
            var teacher = new Teacher { StaffNumber = $"T{count++}", Name = "算例", Initials = "SL", Sex = Sex.Female, BornOn = new(1985, 1, 1), IdKind = "Z", IdNumber = $"T{count}", Ethnicity = "01", Political = "13", Phone = "" };
            rows.Add(teacher);
            rows.Add(new TeacherPost { TeacherId = teacher.Id, SchoolId = school, Since = Since, Category = category, IsEstablished = true, Stage = stage, Subject = subject, Began = PostStart.Registered });
            rows.Add(new TeacherStanding { TeacherId = teacher.Id, Since = Since, Degree = degree, Title = TeacherTitle.First, Backbone = backbone });
            if (certified)
                rows.Add(new TeacherCertificate { TeacherId = teacher.Id, Number = $"{count}", Stage = Stage.Preschool, IssuedOn = new(2010, 7, 1), Registration = RegistrationResult.Passed });
        }
    }
}
