using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Rooms.Tests.Schools.ImportRolls;
using Shuren.Schools.CheckRolls;
using Shuren.Schools.Model;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Schools.CheckRolls;

/// <summary>The rules over the rolls: what each finds is what plain C# finds; what is new, gone and accepted; who sees it.</summary>
public class CheckRollsTests
{
    private static readonly DateOnly Today = new(2026, 4, 15);

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Every_rule_finds_in_a_spoiled_district_exactly_what_plain_code_finds(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        await SpoilAsync(district, 7);

        Assert.True((await CheckAsync(district)).Succeeded);

        await using var scope = district.House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var witness = new RuleWitness(await RollPicture.OfAsync(db, Today));
        var found = (await db.Set<RollFinding>().Where(finding => finding.GoneAt == null).ToListAsync()).ToLookup(finding => finding.Rule, finding => (finding.RowId, finding.SchoolId));
        foreach (var rule in RuleBook.All)
        {
            var expected = witness.Of(rule.Id).Distinct().Order().ToList();
            Assert.True(expected.Count > 0, $"{rule.Id}: nothing was spoiled for it.");
            Assert.True(expected.SequenceEqual(found[rule.Id].Order()), $"{rule.Id}: {expected.Count} expected, {found[rule.Id].Count()} found, {expected.Except(found[rule.Id]).Count()} missed.");
        }
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_generated_district_breaks_only_the_rules_that_plain_code_says(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);

        await CheckAsync(district);

        await using var scope = district.House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var witness = new RuleWitness(await RollPicture.OfAsync(db, Today));
        var found = await db.Set<RollFinding>().GroupBy(finding => finding.Rule).ToDictionaryAsync(rule => rule.Key, rule => rule.Count());
        Assert.Equal(RuleBook.All.ToDictionary(rule => rule.Id, rule => witness.Of(rule.Id).Distinct().Count()).Where(rule => rule.Value > 0), found.OrderBy(rule => RuleBook.All.ToList().FindIndex(one => one.Id == rule.Key)));
        Assert.DoesNotContain("pupil-number-check-digit", found.Keys);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_is_mended_is_gone_and_what_stays_keeps_its_day(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        await SpoilAsync(district, 3);
        var first = (await CheckAsync(district)).Value;

        district.House.Clock.GoTo(2026, 4, 16);
        await ChangeAsync(district, db => db.Set<Pupil>().Where(pupil => pupil.IdNumber == "").ExecuteUpdateAsync(set => set.SetProperty(pupil => pupil.IdKind, "A").SetProperty(pupil => pupil.IdNumber, "P0000001")));
        var second = (await CheckAsync(district)).Value;

        Assert.Equal(first.Open, first.Found);
        Assert.True(second.Gone > 0);
        Assert.Equal(first.Open + second.Found - second.Gone, second.Open);
        Assert.Equal(0, await district.CountAsync("select count(*) from schools_findings where rule = 'pupil-number-missing' and gone_at is null"));
        Assert.Equal(first.Open - second.Gone, await district.CountAsync($"select count(*) from schools_findings where gone_at is null and found_at < '2026-04-16'"));
        Assert.Equal((0, 0), ((await CheckAsync(district)).Value.Found, (await CheckAsync(district)).Value.Gone));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Of_checks_at_the_same_moment_one_writes_and_the_others_say_so(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        await SpoilAsync(district, 5);

        var checks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CheckAsync(district))));

        Assert.Contains(checks, check => check.Succeeded);
        Assert.All(checks.Where(check => !check.Succeeded), check => Assert.Equal("CheckGoesOn", check.Refusals[0].Code));
        Assert.Equal(checks.First(check => check.Succeeded).Value.Open, await district.CountAsync("select count(*) from schools_findings where gone_at is null"));
        Assert.Equal((0, 0), ((await CheckAsync(district)).Value.Found, (await CheckAsync(district)).Value.Gone));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_school_checks_and_sees_its_own_rows_only(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        await SpoilAsync(district, 5);
        await CheckAsync(district);
        var own = district.County.UnitId("青禾县实验小学");

        await using var principal = await district.House.EnterAsAsync(district.County.AccountId("principal"));
        var services = principal.ServiceProvider;
        var view = await services.GetRequiredService<ReadChecks>().RunAsync(null, CancellationToken.None);
        var rows = await services.GetRequiredService<FindFindings>().RunAsync("pupil-number-twice", null, null, 500, CancellationToken.None);

        Assert.Equal("CheckNotYours", (await services.GetRequiredService<Shuren.Schools.CheckRolls.CheckRolls>().RunAsync(null, CancellationToken.None)).Refusals[0].Code);
        Assert.True((await services.GetRequiredService<Shuren.Schools.CheckRolls.CheckRolls>().RunAsync(own, CancellationToken.None)).Succeeded);
        Assert.Equal([own], view.Schools.Select(school => school.Id));
        Assert.Equal(await district.CountAsync($"select count(*) from schools_findings where gone_at is null and {Is("school_id", own)}"), view.Rules.Sum(line => line.Open));
        Assert.All(rows!.Rows, row => Assert.Equal(own, row.SchoolId));
        Assert.DoesNotContain(rows.Rows, row => row.Detail.Length == 18 && row.Detail.All(char.IsAsciiDigit));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task That_a_child_needs_care_is_found_for_nobody_who_may_not_see_care(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        await SpoilAsync(district, 5);
        await CheckAsync(district);

        await using var staff = await district.House.EnterAsAsync(district.County.AccountId("staff-basic"));
        await using var chief = await district.House.EnterAsAsync(district.County.AccountId("chief-basic"));

        Assert.Null(await staff.ServiceProvider.GetRequiredService<FindFindings>().RunAsync("pupil-care-without-guardian", null, null, 50, CancellationToken.None));
        Assert.DoesNotContain((await staff.ServiceProvider.GetRequiredService<ReadChecks>().RunAsync(null, CancellationToken.None)).Rules, line => line.Rule.OfCare);
        Assert.NotEmpty((await chief.ServiceProvider.GetRequiredService<FindFindings>().RunAsync("pupil-care-without-guardian", null, null, 50, CancellationToken.None))!.Rows);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_bureau_accepts_an_exception_until_a_day_and_the_school_does_not(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        await SpoilAsync(district, 5);
        await CheckAsync(district);
        var finding = Guid.Parse((await district.AskAsync("select id from schools_findings where gone_at is null and rule like 'pupil-%' order by rule, id limit 1"))[0]);

        Assert.Equal("CheckNotYours", await AllowAsync(district, "principal", finding, "县教育局同意", new(2027, 9, 1)));
        Assert.Equal("AllowReason", await AllowAsync(district, "chief-basic", finding, "好", new(2027, 9, 1)));
        Assert.Equal("AllowUntil", await AllowAsync(district, "chief-basic", finding, "县教育局同意", Today));
        Assert.Equal("", await AllowAsync(district, "chief-basic", finding, "县教育局同意", new(2027, 9, 1)));
        Assert.Equal("AllowedAlready", await AllowAsync(district, "chief-basic", finding, "县教育局同意", new(2027, 9, 1)));

        Assert.Equal(1, await AllowedAsync(district));
        district.House.Clock.GoTo(2027, 9, 1);
        Assert.Equal(0, await AllowedAsync(district));
        Assert.Equal(1, await district.CountAsync("select count(*) from platform_processes where kind = 'schools.allow-finding'"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task An_import_is_followed_by_a_check_and_a_dry_run_is_not(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        var before = await world.CountAsync("select count(*) from platform_jobs where kind = 'schools.check-rolls'");

        await world.ImportAsync("pupils", $"姓名,身份证号,学校名称,年级,班号\n李安,{RollWorld.IdOf(1)},青禾县实验小学,三年级,1\n", dry: true);
        Assert.Equal(before, await world.CountAsync("select count(*) from platform_jobs where kind = 'schools.check-rolls'"));
        await world.ImportAsync("pupils", $"姓名,身份证号,学校名称,年级,班号\n李安,{RollWorld.IdOf(1)},青禾县实验小学,三年级,1\n");

        Assert.Equal(before + 1, await world.CountAsync("select count(*) from platform_jobs where kind = 'schools.check-rolls'"));
    }

    private static async Task<Shuren.Kernel.Outcome<RollCheck>> CheckAsync(GeneratedDistrict district)
    {
        await using var scope = district.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<Shuren.Schools.CheckRolls.CheckRolls>().RunAsync(null, CancellationToken.None);
    }

    private static Task SpoilAsync(GeneratedDistrict district, int seed) => ChangeAsync(district, async db =>
    {
        new Damage(db, await RollPicture.OfAsync(db, Today, tracked: true), seed).Do();
        await db.SaveAsync(CancellationToken.None);
    });

    private static async Task ChangeAsync(GeneratedDistrict district, Func<ShurenDb, Task> change)
    {
        await using var scope = district.House.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.spoil");
        await change(scope.ServiceProvider.GetRequiredService<ShurenDb>());
    }

    private static async Task<string> AllowAsync(GeneratedDistrict district, string who, Guid finding, string reason, DateOnly until)
    {
        await using var scope = await district.House.EnterAsAsync(district.County.AccountId(who));
        var outcome = await scope.ServiceProvider.GetRequiredService<AllowFinding>().RunAsync(finding, reason, until, CancellationToken.None);
        return Code(outcome);
    }

    private static async Task<int> AllowedAsync(GeneratedDistrict district)
    {
        await using var scope = district.House.Enter();
        return (await scope.ServiceProvider.GetRequiredService<ReadChecks>().RunAsync(null, CancellationToken.None)).Rules.Sum(line => line.Allowed);
    }
}
