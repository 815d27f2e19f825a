using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;
using Shuren.Indicators.Model;
using Shuren.Organization.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Rooms.Tests.Schools;
using Shuren.Schools.Model;

namespace Shuren.Rooms.Tests.Indicators.ByHand;

/// <summary>Schools that are easily counted wrongly, on top of a generated district: one at each limit and one just beyond it, what was closed, what changed in the year.</summary>
internal static class HandMadeSchools
{
    private static readonly DateOnly Year = new(2025, 9, 1);

    public static async Task AddAsync(GeneratedDistrict district, int seed)
    {
        await using var scope = district.House.Enter();
        var (db, rolls) = (scope.ServiceProvider.GetRequiredService<ShurenDb>(), new HandMadeRolls(seed));
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.hand-made-schools");
        SmallSchools(rolls);
        Classes(rolls);
        ThroughTrain(rolls);
        Ended(rolls);
        Children(rolls);
        Staff(rolls);
        Kindergartens(rolls);
        OutOfCount(rolls);
        var bureau = await db.Set<Unit>().Where(unit => unit.Kind == UnitKind.Bureau).Select(unit => unit.Id).SingleAsync();
        var added = await scope.ServiceProvider.GetRequiredService<IUnitKeeper>().AddAsync([.. rolls.Units.Select(unit => new NewUnit(unit.Name, unit.Kind, bureau, null) { Id = unit.Id })], "test", CancellationToken.None);
        Assert.True(added.Succeeded);
        // What was taken in has no unit any more, what was only closed still has one.
        var closed = rolls.Units.Single(unit => unit.Name == "撤并小学").Id;
        db.Set<Unit>().Local.Single(unit => unit.Id == closed).Close(new(2026, 3, 1));
        foreach (var span in db.Set<UnitSpan>().Local.Where(span => span.UnitId == closed))
            span.Until = new(2026, 3, 1);
        Figures(db, bureau, seed);
        await FundsAsync(db, rolls, seed);
        rolls.Write(db);
        await db.SaveAsync(CancellationToken.None);
    }

    // Without pupils, of one grade, at 49 and 50 pupils, at 99 and 100.
    private static void SmallSchools(HandMadeRolls rolls)
    {
        var empty = rolls.School("空山小学", SchoolKind.Primary);
        rolls.Premises(empty, 60);
        rolls.Fund(empty, 2026, 0, 100);
        rolls.Staff(empty, Stage.Primary, 1);
        rolls.School("未招生小学", SchoolKind.Primary, locality: Locality.MainUrban); // not even premises
        rolls.Class(rolls.Equipped("一年级小学", SchoolKind.Primary, 30), 11, 30);
        foreach (var pupils in (int[])[49, 50])
            rolls.Class(rolls.Equipped($"{pupils}人教学点", SchoolKind.TeachingPoint, pupils), 13, pupils, ClassKind.Mixed);
        // Fifty stand on the roll, one of them is suspended: 49 are taught.
        rolls.Class(rolls.Equipped("休学教学点", SchoolKind.TeachingPoint, 50), 12, 50)[0].Status = EnrolmentStatus.Suspended;
        foreach (var pupils in (int[])[99, 100])
            rolls.Class(rolls.Equipped($"{pupils}人村小", SchoolKind.Primary, pupils), 11, pupils);
    }

    private static void Classes(HandMadeRolls rolls)
    {
        var (primary, junior) = (rolls.Equipped("班额小学", SchoolKind.Primary, 300, locality: Locality.TownCentre), rolls.Equipped("班额初中", SchoolKind.Junior, 300, locality: Locality.UrbanFringe));
        foreach (var size in (int[])[45, 46, 55, 56, 65, 66])
            rolls.Class(primary, 11, size);
        foreach (var size in (int[])[50, 51, 56])
            rolls.Class(junior, 21, size);
        // Forty-six on the list of whom one is suspended are too many; who left before is none of them.
        rolls.Class(primary, 16, 46)[0].Status = EnrolmentStatus.Suspended;
        rolls.Class(primary, 15, 46)[0].End(new(2026, 1, 10), EnrolmentEnd.TransferredOut);
        rolls.Class(primary, 14, 12).ForEach(row => row.ClassId = null); // a class that nobody was put into, and pupils without one
    }

    private static void ThroughTrain(HandMadeRolls rolls)
    {
        var (nine, twelve, complete) = (rolls.Equipped("一贯学校", SchoolKind.NineYear, 200), rolls.Equipped("十二年学校", SchoolKind.TwelveYear, 200, Ownership.Private, Locality.MainUrban),
            rolls.Equipped("完全中学", SchoolKind.CompleteSecondary, 150, locality: Locality.TownFringe));
        rolls.SpanOf(complete).IsBoarding = true;
        foreach (var (school, grades) in ((Guid, int[])[])[(nine, [2, 11, 16, 21, 22]), (twelve, [12, 23, 31]), (complete, [21, 32, 33])])
        {
            foreach (var grade in grades)
                rolls.Class(school, grade, 20 + grade);
            foreach (var stage in grades.Select(grade => (Stage)(grade / 10)).Distinct())
                rolls.Staff(school, stage, 6);
        }
        // A nine-year school whose junior part has not begun.
        rolls.Class(rolls.Equipped("半程学校", SchoolKind.NineYear, 40), 11, 40);
    }

    // Closed in the year with rows that nobody ended, merged into another, opened in the year, of another kind since January.
    private static void Ended(HandMadeRolls rolls)
    {
        var into = rolls.Equipped("并入小学", SchoolKind.Primary, 80, locality: Locality.TownCentre);
        rolls.Class(into, 12, 40);
        foreach (var (name, day, target) in ((string, DateOnly, Guid?)[])[("停办小学", new(2026, 2, 28), null), ("撤并小学", new(2026, 3, 1), into)])
        {
            var gone = rolls.Equipped(name, SchoolKind.Primary, 45);
            foreach (var row in rolls.Class(gone, 12, 45))
            {
                row.End(day, target is null ? EnrolmentEnd.TransferredOut : EnrolmentEnd.Changed);
                if (target is { } there)
                    rolls.Enrolments.Add(row.Next(there, null, 2025, 12, day, EnrolmentStart.TransferredIn));
            }
            rolls.Of(gone).Close(day, target);
            rolls.ClassOf(gone).Until = day; // as the act that closes it does; posts, rooms and premises stay as they were
            rolls.PremisesOf(gone).DangerousArea = 12_345;
        }
        var young = rolls.Equipped("新办小学", SchoolKind.Primary, 60, openedOn: new(2026, 3, 1));
        foreach (var row in rolls.Class(young, 11, 60))
            row.Entry = EntryWay.Lottery;
        var changing = rolls.Equipped("改制学校", SchoolKind.Primary, 120, Ownership.Private, Locality.MainUrban);
        rolls.Class(changing, 11, 40);
        rolls.Class(changing, 21, 40);
        rolls.Staff(changing, Stage.Junior, 4);
        rolls.Become(changing, new(2026, 1, 1), SchoolKind.NineYear, Ownership.Public, Locality.MainUrban);
        var premises = rolls.PremisesOf(changing);
        premises.Until = new(2026, 4, 1); // counted again on the day itself
        rolls.Premises(changing, 300, new(2026, 4, 1)).DangerousArea = 700;
    }

    // Suspended, away, back again, left for good; cared for; migrant; of last year.
    private static void Children(HandMadeRolls rolls)
    {
        var school = rolls.Equipped("关爱学校", SchoolKind.Primary, 90, locality: Locality.TownCentre);
        var rows = rolls.Class(school, 11, 40);
        rows[0].Status = EnrolmentStatus.Suspended;
        rolls.Away(rows[1], new(2026, 1, 5), back: null);
        rolls.Away(rows[2], new(2026, 1, 5), back: new(2026, 3, 2));
        rolls.Away(rows[3], new(2025, 12, 31), back: new(2026, 4, 1));
        rolls.Away(rows[4], new(2026, 4, 2), back: null);
        rolls.AwayAndGone(rows[5], new(2025, 12, 1), new(2026, 2, 10));
        rolls.Care(rows[6].PupilId, CareKind.LeftBehind, Year, null);
        rolls.Care(rows[7].PupilId, CareKind.LeftBehind, Year, new(2026, 2, 28));
        rolls.Care(rows[0].PupilId, CareKind.LeftBehind, Year, null); // suspended: not taught
        rolls.Care(rows[8].PupilId, CareKind.Orphan, Year, null);
        // Twice in a row, and one that began before: a child is counted once.
        rolls.Care(rows[9].PupilId, CareKind.LeftBehind, Year, null);
        rolls.Care(rows[9].PupilId, CareKind.LeftBehind, new(2025, 10, 1), null);
        var open = rolls.Equipped("民办学位学校", SchoolKind.Primary, 60, Ownership.Private, Locality.MainUrban);
        foreach (var (row, at) in rolls.Class(open, 11, 30).Select((row, at) => (row, at)))
            (row.Residence, row.HasPermit, row.IsPurchasedPlace) = (at % 2 == 0 ? ResidenceClass.Migrant : ResidenceClass.Local, at % 4 == 0, at % 3 == 0);
        foreach (var there in (Guid[])[school, open])
            rolls.LastYear(there, 11, 33);
    }

    // Two posts, standings that changed or are known only later, certificates that run out on the day, training at the edge of five years.
    private static void Staff(HandMadeRolls rolls)
    {
        var (here, there) = (rolls.Equipped("双岗小学", SchoolKind.Primary, 70), rolls.Equipped("双岗中学", SchoolKind.Junior, 70, locality: Locality.TownCentre));
        rolls.Class(here, 12, 50);
        rolls.Class(there, 22, 50);
        var twice = rolls.Teacher(here, Stage.Primary, "11", Degree.Bachelor, BackboneLevel.City);
        rolls.Post(twice, there, Stage.Junior, "11", PostStart.Rotated);
        var both = rolls.Teacher(here, Stage.Primary, "12", Degree.College, BackboneLevel.County);
        rolls.Post(both, here, Stage.Primary, "13");
        rolls.Post(rolls.Teacher(here, Stage.Primary, "1", Degree.Secondary, BackboneLevel.School), rolls.Equipped("双岗二小", SchoolKind.Primary, 20), Stage.Primary, "2");
        var rising = rolls.Person(there, Stage.Junior, "1");
        rolls.Standing(rising, Year, new(2026, 2, 28), Degree.College, BackboneLevel.None, TeacherTitle.First);
        rolls.Standing(rising, new(2026, 2, 28), null, Degree.Master, BackboneLevel.Province, TeacherTitle.Senior);
        var late = rolls.Person(there, Stage.Junior, "2");
        rolls.Standing(late, new(2026, 4, 10), null, Degree.Bachelor, BackboneLevel.National, TeacherTitle.FullSenior);
        rolls.Certificate(late, new(2020, 7, 1), new(2026, 4, 1)); // not on its last day
        rolls.Certificate(rising, new(2026, 4, 1), null); // from its first day
        rolls.Certificate(twice, new(2010, 7, 1), new(2026, 4, 2));
        rolls.Training(twice, new(2020, 12, 31), 60);
        rolls.Training(twice, new(2021, 1, 1), 70);
        rolls.Training(twice, new(2021, 4, 1), 80);
        rolls.Training(twice, new(2021, 4, 2), 90);
        rolls.Training(twice, new(2026, 4, 1), 100);
        var gone = rolls.Teacher(there, Stage.Junior, "13", Degree.Doctor, BackboneLevel.County);
        rolls.PostOf(gone).End(new(2026, 4, 1), PostEnd.Retired);
        rolls.Training(gone, new(2025, 7, 10), 55); // nobody's hours any more, from the day on which it retires
        rolls.Leader(gone, there, LeaderPost.Principal, new(2026, 4, 1));
        rolls.Leader(twice, there, LeaderPost.Deputy, null);
        rolls.Leader(both, here, LeaderPost.Principal, null);
        rolls.Post(rolls.Teacher(here, Stage.Primary, "3", Degree.Bachelor, BackboneLevel.None), here, null, "", category: StaffCategory.Administration);
    }

    private static void Kindergartens(HandMadeRolls rolls)
    {
        foreach (var (name, planned, ownership, children, area) in ((string, int?, Ownership, int, long)[])[("甲幼儿园", 2016, Ownership.Public, 40, 400), ("乙幼儿园", 2017, Ownership.Inclusive, 40, 400),
            ("丙幼儿园", 2020, Ownership.Private, 40, 399), ("丁幼儿园", null, Ownership.Public, 30, 500), ("戊幼儿园", 2019, Ownership.Public, 0, 0)])
        {
            var garden = rolls.School(name, SchoolKind.Kindergarten, ownership, Locality.TownCentre);
            (rolls.Of(garden).PlannedIn, rolls.Of(garden).IsOfEstate, rolls.Of(garden).IsTownshipCentre) = (planned, children == 40, planned != 2016);
            var premises = rolls.Premises(garden, children);
            (premises.PlayArea, premises.ActivityRoomArea, premises.FloorArea) = (area * children, area * 2 * children + 17 * children, area * 2 * children + 244 * children);
            rolls.Fund(garden, 2026, 60_000_00 + children, children);
            if (children > 0)
            {
                rolls.Class(garden, children == 30 ? 4 : 1, children - 10, children == 30 ? ClassKind.Mixed : ClassKind.Ordinary);
                rolls.Class(garden, 3, 10, planned == 2020 ? ClassKind.Mixed : ClassKind.Ordinary);
            }
            rolls.Certificate(rolls.Teacher(garden, Stage.Preschool, "", Degree.College, BackboneLevel.None), new(2015, 7, 1), null);
            rolls.Post(rolls.Person(garden, null, "", StaffCategory.Carer), garden, null, "", category: StaffCategory.KindergartenHead);
        }
        var sizes = rolls.Equipped("班额幼儿园", SchoolKind.Kindergarten, 200);
        foreach (var (grade, size, kind) in ((int, int, ClassKind)[])[(1, 25, ClassKind.Ordinary), (1, 26, ClassKind.Ordinary), (2, 30, ClassKind.Ordinary), (2, 31, ClassKind.Ordinary), (3, 35, ClassKind.Ordinary),
            (3, 36, ClassKind.Ordinary), (4, 30, ClassKind.Mixed), (4, 31, ClassKind.Mixed)])
            rolls.Class(sizes, grade, size, kind);
    }

    private static void OutOfCount(HandMadeRolls rolls)
    {
        rolls.Class(rolls.Equipped("特教学校", SchoolKind.Special, 20), 52, 20, ClassKind.Special);
        rolls.Class(rolls.Equipped("职业学校", SchoolKind.Vocational, 70, locality: Locality.MainUrban), 41, 70);
        rolls.Premises(rolls.School("教育基地", SchoolKind.Institution, locality: Locality.MainUrban), 50).DangerousArea = 900;
    }

    // Money of both years for the generated schools too, some at exactly five percent and some a fen below.
    private static async Task FundsAsync(ShurenDb db, HandMadeRolls rolls, int seed)
    {
        var known = await db.Set<SchoolFunds>().AsNoTracking().OrderBy(row => row.SchoolId).ToListAsync();
        foreach (var (row, at) in known.Select((row, at) => (row, at)).Where(one => (one.at + seed) % 3 > 0))
            rolls.Fund(row.SchoolId, 2026, 100_000_00 + 20 * at, row.FundedPupils - at % 2, 5_000_00 + at - (at % 2));
    }

    private static void Figures(ShurenDb db, Guid bureau, int seed)
    {
        foreach (var (item, value, since, isConfirmed) in ((string, double, DateOnly, bool)[])[("resident_children", 300 + seed, new(2025, 9, 1), true), ("resident_children", 400 + seed, new(2026, 3, 1), true),
            ("resident_children", 999, new(2026, 3, 2), false), ("townships", 4, new(2025, 1, 1), true)])
        {
            var figure = new ReportedFigure { Item = item, UnitId = bureau, Since = since, Value = value, Evidence = "公报", ReportedBy = "方怡", ReportedAt = new(2026, 4, 1, 1, 0, 0, DateTimeKind.Utc) };
            db.Add(figure);
            if (isConfirmed)
                db.Add(new FigureConfirmation { FigureId = figure.Id, By = "邱雪梅", At = new(2026, 4, 2, 1, 0, 0, DateTimeKind.Utc) });
        }
    }
}
