using System.Globalization;
using Shuren.Contracts.Schools;
using Shuren.Kernel.Identifiers;
using Shuren.Schools.Model;

namespace Shuren.Schools.Generate;

/// <summary>The rows of a school itself: what it is, what it has, its rooms.</summary>
internal sealed class SchoolRows(PlannedSchool plan, Chance chance, DateOnly since)
{
    private int All => plan.Pupils.Values.Sum();

    public School School()
    {
        var opened = new DateOnly(chance.Between(1952, 2019), 9, 1);
        return new()
        {
            Id = plan.Id, Code = $"{Category}11{900_000 + plan.Index:000000}", CreditCode = Credit(plan.Ownership == Ownership.Public ? "12" : "52"),
            OpenedOn = opened, PlannedIn = plan.Kind == SchoolKind.Kindergarten ? opened.Year - 1 : null, IsOfEstate = plan.Kind == SchoolKind.Kindergarten && plan.IsUrban && chance.Is(0.4),
            IsTownshipCentre = plan.Name.Contains("中心", StringComparison.Ordinal) && !plan.IsUrban, Division = "999999", Address = $"{plan.Name[..Math.Min(4, plan.Name.Length)]}学府路{chance.Between(1, 300)}号", PostCode = "999999",
            Phone = $"0999-{chance.Between(2_000_000, 8_999_999)}", Latitude = plan.Latitude, Longitude = plan.Longitude,
            Catchment = plan.Ownership == Ownership.Public && plan.Pupils.Keys.Any(stage => stage is Stage.Primary or Stage.Junior) ? Around() : "",
        };
    }

    public IEnumerable<SchoolSpan> Spans()
    {
        yield return new()
        {
            Id = chance.Id(since), SchoolId = plan.Id, Since = since, Kind = plan.Kind, Ownership = plan.Ownership, Locality = plan.Locality,
            IsBoarding = plan.Pupils.ContainsKey(Stage.Senior) || plan.Pupils.ContainsKey(Stage.Vocational) || plan.IsRural && plan.Pupils.ContainsKey(Stage.Junior),
        };
    }

    public IEnumerable<SchoolPart> Parts() => plan.Pupils.Keys.Order().Select(stage => new SchoolPart
    {
        Id = chance.Id(since), SchoolId = plan.Id, Stage = stage, Since = since, Seats = (int)(plan.Pupils[stage] * (plan.IsUrban ? 0.95 : 1.3)) / 45 * 45 + 45,
    });

    // Per pupil, in 0.01 m² and 分: about the standard of the stage, unevenly met.
    public SchoolPremises Premises()
    {
        var junior = plan.Pupils.ContainsKey(Stage.Junior) || plan.Pupils.ContainsKey(Stage.Senior);
        var room = Math.Max(All, 30) * (plan.IsUrban ? 0.92 : plan.IsRural ? 1.5 : 1.05);
        var isKindergarten = plan.Kind == SchoolKind.Kindergarten;
        return new()
        {
            Id = chance.Id(since), SchoolId = plan.Id, Since = since,
            SiteArea = Area(room, isKindergarten ? 15 : 24), FloorArea = Area(room, isKindergarten ? 11.5 : 9.5), TeachingArea = isKindergarten ? 0 : Area(room, junior ? 6.4 : 5.1),
            SportsGroundArea = isKindergarten ? 0 : Area(room, junior ? 10.6 : 7.9), GymArea = isKindergarten || plan.IsRural ? 0 : Area(room, 0.7), PlayArea = isKindergarten ? Area(room, 4.6) : 0,
            ActivityRoomArea = isKindergarten ? Area(room, 8.9) : 0, GreenArea = Area(room, 4), DangerousArea = 0, EquipmentValue = (long)(All * 100 * (junior ? 2_900 : 2_300) * chance.Around(0.22)),
            Books = (int)(All * (junior ? 32 : 24) * chance.Around(0.15)), Computers = (int)(All * 0.13 * chance.Around(0.2)), Cameras = 8 + All / 25, Guards = All < 100 ? 1 : All < 1000 ? 2 : 3 + (All - 1000) / 500,
            Buses = plan.IsRural && chance.Is(0.3) ? chance.Between(1, 4) : 0, Kitchens = All > 60 ? 1 : 0, HasOpenKitchen = All > 60 && chance.Is(0.93),
        };
    }

    public SchoolFunds Funds() => new()
    {
        Id = chance.Id(since), SchoolId = plan.Id, Year = since.Year, FundedPupils = Math.Max(All, plan.Kind == SchoolKind.Kindergarten ? 0 : 100),
        Operating = Math.Max(All, 100) * PerPupil * 100L, OperatingBudget = Math.Max(All, 100) * PerPupil * 100L,
        TrainingBudget = (long)(Math.Max(All, 100) * PerPupil * 100L * (0.05 + 0.02 * chance.Share())), Subsidy = plan.Ownership == Ownership.Inclusive ? All * 600_00L : 0,
    };

    public IEnumerable<Room> Rooms(int classes)
    {
        var number = 0;
        foreach (var (kind, count, area, seats) in Wanted(classes))
        {
            for (var at = 0; at < count; at++)
            {
                yield return new()
                {
                    Id = chance.Id(since), SchoolId = plan.Id, Code = (101 + number / 12 * 100 + number++ % 12).ToString(CultureInfo.InvariantCulture), Kind = kind,
                    Area = (long)(area * 100 * chance.Around(0.08)), Seats = seats, IsMultimedia = kind == RoomKind.Classroom && chance.Is(plan.IsRural ? 0.86 : 0.98), Since = since,
                };
            }
        }
    }

    private IEnumerable<(RoomKind Kind, int Count, double Area, int Seats)> Wanted(int classes)
    {
        if (plan.Kind == SchoolKind.Kindergarten)
            return [(RoomKind.Activity, classes, 75, 30), (RoomKind.Nap, classes, 55, 30), (RoomKind.Health, 1, 18, 0), (RoomKind.Office, 2, 20, 0), (RoomKind.Kitchen, 1, 60, 0)];
        var sets = (classes + 11) / 12;
        // Every third village school has no art room, and some music rooms are small: what the standard asks is not met everywhere.
        return
        [
            (RoomKind.Classroom, classes + classes / 10, 62, 48), (RoomKind.Music, sets, plan.IsRural ? 93 : 102, 50), (RoomKind.Art, plan.IsRural && chance.Is(0.33) ? 0 : sets, 96, 50),
            (RoomKind.Science, plan.Pupils.ContainsKey(Stage.Primary) ? sets : 0, 86, 50), (RoomKind.Physics, plan.Pupils.ContainsKey(Stage.Junior) ? sets : 0, 90, 50),
            (RoomKind.Chemistry, plan.Pupils.ContainsKey(Stage.Junior) ? sets : 0, 90, 50), (RoomKind.Computer, sets, 88, 50), (RoomKind.Library, 1, 60 + classes * 6, 60),
            (RoomKind.Counselling, 1, 24, 4), (RoomKind.Health, 1, 20, 2), (RoomKind.Office, 2 + classes / 6, 30, 6), (RoomKind.Kitchen, All > 60 ? 1 : 0, 120, 0),
            (RoomKind.DiningHall, All > 60 ? 1 : 0, 80 + All * 0.6, 0), (RoomKind.Gym, All > 900 && !plan.IsRural ? 1 : 0, 820, 0),
        ];
    }

    private int PerPupil => plan.Kind switch { SchoolKind.Kindergarten => 600, SchoolKind.Special => 7000, SchoolKind.Primary or SchoolKind.TeachingPoint => 720, _ => 940 };

    private string Category => plan.Kind switch
    {
        SchoolKind.Kindergarten => "11",
        SchoolKind.Primary or SchoolKind.TeachingPoint => "21",
        SchoolKind.Junior or SchoolKind.NineYear => "31",
        SchoolKind.Vocational => "36",
        SchoolKind.Special => "51",
        _ => "34",
    };

    private long Area(double room, double perPupil) => (long)(room * perPupil * 100 * chance.Around(0.2));

    private string Credit(string kind)
    {
        var serial = plan.Index.ToString("00000000", CultureInfo.InvariantCulture);
        var body = $"{kind}999999{serial}{OrganisationCode.CheckCharacterOf(serial)}";
        return body + CreditCode.CheckCharacterOf(body);
    }

    // A square of a kilometre or three around the school.
    private string Around()
    {
        var half = plan.IsUrban ? 0.006 : 0.016;
        string Point(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"[{plan.Longitude + x:0.######},{plan.Latitude + y:0.######}]");
        return $"{{\"type\":\"Polygon\",\"coordinates\":[[{Point(-half, -half)},{Point(half, -half)},{Point(half, half)},{Point(-half, half)},{Point(-half, -half)}]]}}";
    }
}
