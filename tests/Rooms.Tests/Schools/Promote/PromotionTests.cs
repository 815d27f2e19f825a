using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Schools;
using Shuren.Schools.Model;
using Shuren.Schools.Promote;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.Promote;

/// <summary>The promotion: no child is lost or doubled, and the way back leads exactly to where it came from.</summary>
public class PromotionTests
{
    private const string Roll = "select pupil_id, school_id, class_id, grade, status, since, until, ended from schools_enrolments order by pupil_id, since, id";

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Every_child_goes_on_graduates_or_waits_to_be_handed_over_and_is_on_the_roll_once(TestDatabase database)
    {
        await using var district = await InSeptemberAsync(database);
        var leaving = await district.CountAsync("""
            select count(*) from schools_enrolments e where status = 'Attending' and grade in (3, 23, 33, 43, 59)
            """);
        var waiting = await district.CountAsync("""
            select count(*) from schools_enrolments e where status = 'Attending' and grade = 16 and not exists (select 1 from schools_school_parts p where p.school_id = e.school_id and p.stage = 'Junior')
            """);

        var done = await ActAsync(district);

        Assert.Equal((leaving, waiting), ((long)done.Graduated, (long)done.Waiting));
        Assert.Equal(1_500, done.Promoted + done.Graduated + done.Carried + done.Waiting);
        Assert.Equal(1_500 - leaving, await district.CountAsync("select count(*) from schools_enrolments where until is null"));
        Assert.Equal(0, await district.CountAsync("select count(*) from (select pupil_id from schools_enrolments where until is null group by pupil_id having count(*) > 1) twice"));
        Assert.Equal(waiting, await district.CountAsync("select count(*) from schools_enrolments where school_year = 2025 and until is null and grade = 16 and status = 'Attending'"));
        Assert.Equal(waiting, await district.CountAsync("select count(*) from schools_enrolments where school_year = 2025 and until is null"));
        // Whole classes go on together, one grade higher.
        Assert.Equal(0, await district.CountAsync("""
            select count(*) from schools_enrolments n join schools_enrolments o on o.pupil_id = n.pupil_id and o.until = n.since join schools_classes c on c.id = n.class_id
            where n.began = 'Promoted' and (c.came_from_id <> o.class_id or n.grade <> case o.grade when 16 then 21 when 4 then 4 else o.grade + 1 end or c.grade <> n.grade)
            """));
        Assert.Equal(1_500, await district.CountAsync("select count(*) from ds_pupils where since <= '2026-08-31' and (until is null or until > '2026-08-31')"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_way_back_leads_to_where_it_came_from(TestDatabase database)
    {
        await using var district = await InSeptemberAsync(database);
        var (before, classes) = (await district.AskAsync(Roll), await district.AskAsync("select id, grade, until from schools_classes order by id"));
        await ActAsync(district);

        await using (var scope = district.House.Enter())
            Assert.True((await scope.ServiceProvider.GetRequiredService<UndoPromotion>().RunAsync(await LastAsync(district), CancellationToken.None)).Succeeded);

        Assert.Equal(before, await district.AskAsync(Roll));
        Assert.Equal(classes, await district.AskAsync("select id, grade, until from schools_classes order by id"));
        Assert.Equal(1_500, (await ActAsync(district)) is var again ? again.Promoted + again.Graduated + again.Carried + again.Waiting : 0);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Where_junior_school_lasts_four_years_the_third_is_not_the_last(TestDatabase database)
    {
        await using var district = await InSeptemberAsync(database);
        var school = (await district.AskAsync("select school_id from schools_enrolments where until is null and grade = 23 and status = 'Attending' group by school_id order by count(*) desc, school_id limit 1"))[0];
        var (third, others) = (await district.CountAsync($"select count(*) from schools_enrolments where until is null and grade = 23 and status = 'Attending' and {GeneratedDistrict.Is("school_id", Guid.Parse(school))}"),
            await district.CountAsync($"select count(*) from schools_enrolments where until is null and grade = 23 and status = 'Attending' and not {GeneratedDistrict.Is("school_id", Guid.Parse(school))}"));
        await using (var scope = district.House.Enter())
            await scope.ServiceProvider.GetRequiredService<SchoolsDb>().SchoolParts.Where(part => part.SchoolId == Guid.Parse(school) && part.Stage == Shuren.Contracts.Schools.Stage.Junior).ExecuteUpdateAsync(set => set.SetProperty(part => part.Years, (int?)4));

        await ActAsync(district);

        Assert.True(third > 0);
        Assert.Equal(third, await district.CountAsync($"select count(*) from schools_enrolments where until is null and grade = 24 and school_year = 2026 and {GeneratedDistrict.Is("school_id", Guid.Parse(school))}"));
        Assert.Equal(0, await district.CountAsync("select count(*) from schools_enrolments e where e.grade = 23 and e.ended = 'Graduated' and e.school_id in (select p.school_id from schools_school_parts p where p.years = 4)"));
        Assert.Equal(others, await district.CountAsync("select count(*) from schools_enrolments where grade = 23 and ended = 'Graduated'"));
    }

    [Fact]
    public async Task What_was_built_on_is_not_taken_back()
    {
        await using var district = await InSeptemberAsync(TestDatabase.Sqlite);
        await ActAsync(district);
        await using (var scope = district.House.Enter())
        {
            scope.ServiceProvider.GetRequiredService<Process>().Begin("test.leave");
            var row = await scope.ServiceProvider.GetRequiredService<SchoolsDb>().Enrolments.FirstAsync(one => one.Until == null);
            row.End(new(2026, 9, 2), EnrolmentEnd.TransferredOut);
            await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(CancellationToken.None);
        }
        var before = await district.AskAsync(Roll);

        await using var undoing = district.House.Enter();
        var undone = await undoing.ServiceProvider.GetRequiredService<UndoPromotion>().RunAsync(await LastAsync(district), CancellationToken.None);

        Assert.Equal("PromotionBuiltOn", undone.Refusals[0].Code);
        Assert.Equal(before, await district.AskAsync(Roll));
    }

    [Fact]
    public async Task There_is_nothing_to_promote_before_the_year_ends_or_twice()
    {
        await using var district = await GeneratedDistrict.NewAsync(TestDatabase.Sqlite);
        await using (var early = district.House.Enter())
            Assert.Equal("PromotionNothing", (await early.ServiceProvider.GetRequiredService<PromoteDistrict>().RunAsync(CancellationToken.None)).Refusals[0].Code);
        district.House.Clock.GoTo(2026, 9, 1);
        await ActAsync(district);

        await using var late = district.House.Enter();
        Assert.Equal("PromotionNothing", (await late.ServiceProvider.GetRequiredService<PromoteDistrict>().RunAsync(CancellationToken.None)).Refusals[0].Code);
    }

    [Fact]
    public async Task A_school_does_not_promote_the_district()
    {
        await using var district = await InSeptemberAsync(TestDatabase.Sqlite);
        await using var principal = await district.House.EnterAsAsync(district.County.AccountId("principal"));

        Assert.Equal("PromotionNotYours", (await principal.ServiceProvider.GetRequiredService<PromoteDistrict>().RunAsync(CancellationToken.None)).Refusals[0].Code);
    }

    // A model of one child's way: whatever grade and status, the rules lose nobody and lead nobody backwards.
    [Fact]
    public void Year_after_year_a_child_rises_graduates_or_waits() => Prop.ForAll(
        (from grade in Gen.Elements(0, 1, 2, 3, 4, 11, 12, 13, 14, 15, 16, 21, 22, 23, 24, 31, 32, 33, 41, 42, 43, 51, 58, 59)
         from status in Gen.Elements(Enum.GetValues<EnrolmentStatus>())
         from straight in Gen.Elements(true, false)
         from four in Gen.Elements(true, false)
         select (grade, status, straight, four)).ToArbitrary(), drawn =>
        {
            var school = Guid.CreateVersion7();
            var plan = new PromotionPlan(drawn.straight ? new HashSet<Guid> { school } : [], new HashSet<Guid>(), new HashSet<Guid>(), drawn.four ? new HashSet<Guid> { school } : []);
            var row = new Enrolment { PupilId = Guid.CreateVersion7(), SchoolId = school, SchoolYear = 2025, Grade = drawn.grade, Since = new(2025, 9, 1), Began = EnrolmentStart.Registered, Status = drawn.status };
            for (var year = 2026; year < 2045; year++)
            {
                if (plan.NextOf(row, new(year, 9, 1), new Dictionary<Guid, Guid>()) is not { } next)
                {
                    Assert.True(PromotionPlan.LastGrades.Contains(row.Grade) || (row.Grade == 16 && !drawn.straight));
                    Assert.True(row.Grade != 23 || !drawn.four);
                    Assert.Equal(row.Grade == 16 ? PromotionStep.HandOver : PromotionStep.Graduate, plan.StepOf(row));
                    Assert.Equal(EnrolmentStatus.Attending, row.Status);
                    return;
                }
                Assert.Equal((row.PupilId, row.SchoolId, row.Status), (next.PupilId, next.SchoolId, next.Status));
                Assert.True(row.Status == EnrolmentStatus.Attending && row.Grade != 4 ? next.Grade > row.Grade : next.Grade == row.Grade);
                row = next;
            }
            Assert.True(drawn.status != EnrolmentStatus.Attending || drawn.grade == 4);
        }).QuickCheckThrowOnFailure();

    private static async Task<GeneratedDistrict> InSeptemberAsync(TestDatabase database)
    {
        var district = await GeneratedDistrict.NewAsync(database);
        district.House.Clock.GoTo(2026, 9, 1);
        return district;
    }

    private static async Task<PromoteDistrict.Counts> ActAsync(GeneratedDistrict district)
    {
        await using var scope = district.House.Enter();
        return (await scope.ServiceProvider.GetRequiredService<PromoteDistrict>().RunAsync(CancellationToken.None)).Value;
    }

    private static async Task<Guid> LastAsync(GeneratedDistrict district) => Guid.Parse((await district.AskAsync("select id from schools_promotions order by id desc limit 1"))[0]);
}
