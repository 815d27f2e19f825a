using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Indicators;
using Shuren.Indicators.Model;
using Shuren.Indicators.SilenceAlerts;
using Shuren.Indicators.ViewAlerts;
using Shuren.Indicators.WatchReadings;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Indicators;

/// <summary>Alerts go from pending to firing to their end as the rules say, are told once, and keep silent in holidays and under silences.</summary>
public class FollowAlertsTests
{
    private static readonly DateOnly LastOfTerm = new(2026, 6, 26);

    /// <summary>An indicator with a value that meets its goal and one that does not, as the document says them.</summary>
    private static readonly (string Rule, string Code, string Unit, double Met, double Missed)[] Watched =
    [
        ("binding_missed", "G1", "青禾县教育局", 1, 0), ("binding_missed", "G8", "青禾县教育局", 100, 99.9), ("binding_missed", "R1_primary_cv", "青禾县教育局", 0.5, 0.51),
        ("school_missed", "R1_primary", "青禾县实验小学", 4.2, 4.1), ("school_missed", "R2_primary", "柳塘镇中心小学", 1, 0.9), ("school_missed", "R3_primary", "滨河实验学校", 0.9, 0.2),
    ];

    [Theory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.Sqlite, 2)]
    [InlineData(TestDatabase.PostgreSql, 3)]
    public async Task Random_histories_come_to_what_a_look_at_the_whole_history_says(TestDatabase database, int seed)
    {
        await using var house = await TestHouse.NewAsync(database);
        var county = await CountyAsync(house);
        var random = new Random(seed);
        var histories = Watched.Select(_ => new List<(DateOnly Day, Finding Finding)>()).ToList();
        var current = Watched.Select(_ => Finding.Well).ToList();
        // A machine that is off for some days, values that stay for a while, days without a value, some days looked at twice.
        for (var day = new DateOnly(2026, 3, 2); day <= new DateOnly(2026, 8, 10); day = day.AddDays(random.Next(10) == 0 ? random.Next(2, 5) : 1))
        {
            house.Clock.GoTo(day.Year, day.Month, day.Day);
            for (var at = 0; at < Watched.Length; at++)
            {
                if (random.Next(6) == 0)
                    current[at] = (Finding)random.Next(3);
                histories[at].Add((day, current[at]));
            }
            await FollowAsync(house, county, day, [.. Watched.Select((one, at) => (one.Code, one.Unit, current[at] switch { Finding.Well => one.Met, Finding.Bad => one.Missed, _ => (double?)null }))]);
            if (random.Next(8) == 0)
                await FollowAsync(house, county, day, []);
        }

        await using var scope = house.Enter();
        var alerts = await scope.ServiceProvider.GetRequiredService<IndicatorsDb>().Alerts.AsNoTracking().ToListAsync();
        var calendar = await scope.ServiceProvider.GetRequiredService<IWorkingDays>().CalendarAsync(CancellationToken.None);
        foreach (var (one, at) in Watched.Select((one, at) => (one, at)))
        {
            var (hold, well) = one.Rule == "binding_missed" ? (5, 3) : (10, 5);
            // The second rule looks away from 15 August on; the walk ends before.
            var expected = new AlertModel(hold, well, calendar.IsWorkingDay, day => day > LastOfTerm).Of(histories[at]);
            var found = alerts.Where(alert => alert.Rule == one.Rule && alert.Subject == one.Code && alert.UnitId == county.UnitId(one.Unit)).OrderBy(alert => alert.Since).Select(alert => new Episode(alert.Since, alert.FiredOn, alert.EndedOn));
            Assert.Equal(expected, found);
        }
        Assert.Contains(alerts, alert => alert is { FiredOn: not null, EndedOn: not null });
        Assert.DoesNotContain(alerts, alert => alert.Rule is "binding_missed" or "school_missed" && alert.FiredOn > LastOfTerm);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_group_is_told_once_to_the_section_and_to_the_school(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        var county = await CountyAsync(house);
        (string, string, double?)[] bad = [("R1_primary", "青禾县实验小学", 1), ("R2_primary", "青禾县实验小学", 0), ("R1_primary", "柳塘镇中心小学", 1), ("G8", "青禾县教育局", 80)];

        // Ten working days after Monday, 13 April lie on Monday, 27 April; five on the 20th.
        for (var day = new DateOnly(2026, 4, 13); day < new DateOnly(2026, 4, 20); day = day.AddDays(1))
            await FollowAsync(house, county, day, bad);
        Assert.Empty(await NoticesAsync(house));
        await FollowAsync(house, county, new(2026, 4, 20), bad);
        Assert.Equal(["chief-basic", "staff-basic"], await ToldAsync(house, county));
        for (var day = new DateOnly(2026, 4, 21); day <= new DateOnly(2026, 4, 27); day = day.AddDays(1))
            await FollowAsync(house, county, day, bad);
        Assert.Equal(["chief-basic", "chief-basic", "principal", "school-staff", "staff-basic", "staff-basic"], await ToldAsync(house, county));
        Assert.Contains((await NoticesAsync(house)).Where(notice => notice.AccountId == county.AccountId("chief-basic")), notice => Sentence(notice.Title) is ["NewsAlerts", "义务教育优质均衡", "3", "2"]);
        Assert.Contains((await NoticesAsync(house)).Where(notice => notice.AccountId == county.AccountId("principal")), notice => Sentence(notice.Title) is ["NewsAlerts", "青禾县实验小学", "2", "1"]);

        // The same goes on: nobody is told again, and what waits stands in the to-do list.
        for (var day = new DateOnly(2026, 4, 27); day <= new DateOnly(2026, 4, 30); day = day.AddDays(1))
            await FollowAsync(house, county, day, bad);
        Assert.Equal(6, (await NoticesAsync(house)).Count);
        Assert.Equal(2, await TodosAsync(house, county.AccountId("chief-basic")));
        Assert.Equal(1, await TodosAsync(house, county.AccountId("principal")));
        Assert.Equal(0, await TodosAsync(house, county.AccountId("director")));
        Assert.Equal(0, await TodosAsync(house, county.AccountId("chief-finance")));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_silence_keeps_quiet_until_its_last_day_or_until_it_is_lifted(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        var county = await CountyAsync(house);
        (string, string, double?)[] bad = [("G8", "青禾县教育局", 80)];
        for (var day = new DateOnly(2026, 4, 13); day <= new DateOnly(2026, 4, 20); day = day.AddDays(1))
            await FollowAsync(house, county, day, bad);
        var alert = await OneAsync(house);
        Assert.Equal(2, (await NoticesAsync(house)).Count);

        Assert.Equal("SilenceNotYours", await SilenceAsync(house, county.AccountId("principal"), alert, SilenceScope.This, new(2026, 4, 22), "不归我管"));
        Assert.Equal("SilenceScope SilenceDay SilenceWhy", await SilenceAsync(house, county.AccountId("office"), alert, null, new(2026, 4, 19), " "));
        Assert.Equal("SilenceDay", await SilenceAsync(house, county.AccountId("office"), alert, SilenceScope.This, new(2026, 12, 31), "太长"));
        Assert.Equal("", await SilenceAsync(house, county.AccountId("office"), alert, SilenceScope.This, new(2026, 4, 22), "人社局下周给新数据"));
        Assert.Equal(0, await TodosAsync(house, county.AccountId("chief-basic")));
        foreach (var day in new[] { 21, 22 })
            await FollowAsync(house, county, new(2026, 4, day), bad);
        Assert.Equal(2, (await NoticesAsync(house)).Count);
        await FollowAsync(house, county, new(2026, 4, 23), bad);
        Assert.Equal(4, (await NoticesAsync(house)).Count);

        Assert.Equal("", await SilenceAsync(house, county.AccountId("chief-basic"), alert, SilenceScope.Subject, new(2026, 5, 22), "数据有误，正在更正"));
        await FollowAsync(house, county, new(2026, 4, 24), bad);
        Assert.Equal(0, await TodosAsync(house, county.AccountId("chief-basic")));
        await LiftAsync(house, county.AccountId("office"));
        Assert.Equal(1, await TodosAsync(house, county.AccountId("chief-basic")));
        await FollowAsync(house, county, new(2026, 4, 27), bad);
        Assert.Equal(6, (await NoticesAsync(house)).Count);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task In_the_holidays_nothing_fires_and_nobody_is_told(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        var county = await CountyAsync(house);

        for (var day = new DateOnly(2026, 6, 23); day <= new DateOnly(2026, 7, 31); day = day.AddDays(1))
            await FollowAsync(house, county, day, [("G8", "青禾县教育局", 80)]);

        await using var scope = house.Enter();
        var alert = await scope.ServiceProvider.GetRequiredService<IndicatorsDb>().Alerts.AsNoTracking().SingleAsync(row => row.Rule == "binding_missed");
        Assert.Equal((new DateOnly(2026, 6, 23), AlertState.Pending), (alert.Since, alert.State));
        Assert.Empty(await NoticesAsync(house));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_figure_is_asked_for_after_its_due_day_and_a_rule_that_is_gone_ends_its_alerts(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        var county = await CountyAsync(house);
        await using (var scope = house.Enter())
        {
            var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
            var gone = new Alert { Rule = "of_last_year", Subject = "G8", UnitId = county.UnitId("青禾县教育局"), Since = new(2026, 4, 1) };
            db.Entry(gone).Property(row => row.FiredOn).CurrentValue = new DateOnly(2026, 4, 2);
            db.AddRange(gone, new Alert { Rule = "of_last_year", Subject = "G1", UnitId = county.UnitId("青禾县教育局"), Since = new(2026, 4, 1) });
            // Confirmed for a year: too old from 21 April on.
            var figure = new ReportedFigure { Item = "teacher_pay", UnitId = county.UnitId("青禾县教育局"), Since = new(2025, 4, 21), ExpiresOn = new(2026, 4, 21), Value = 1, Evidence = "表", ReportedBy = "甲", ReportedAt = new DateTime(2026, 4, 15, 1, 0, 0, DateTimeKind.Utc) };
            db.AddRange(figure, new FigureConfirmation { FigureId = figure.Id, By = "乙", At = new DateTime(2026, 4, 15, 1, 0, 0, DateTimeKind.Utc) });
            scope.ServiceProvider.GetRequiredService<Process>().Begin("test.figures");
            await db.SaveAsync(CancellationToken.None);
        }

        await FollowAsync(house, county, new(2026, 4, 20), []);
        Assert.Equal([("of_last_year", "G8", true)], await AlertsAsync(house));
        await FollowAsync(house, county, new(2026, 4, 21), []);
        await FollowAsync(house, county, new(2026, 4, 24), []);
        Assert.Equal([("not_reported", "teacher_pay", false), ("of_last_year", "G8", true)], await AlertsAsync(house));
        // What was never reported is asked for after the last day of October.
        await FollowAsync(house, county, new(2026, 11, 2), []);
        await FollowAsync(house, county, new(2026, 11, 5), []);
        Assert.Contains(("not_reported", "servant_pay", false), await AlertsAsync(house));
    }

    private static async Task<SmallCounty> CountyAsync(TestHouse house)
    {
        var county = await SmallCounty.InAsync(house);
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.terms");
        var year = new SchoolYear { BeginsIn = 2025 };
        db.AddRange(year, new Term { SchoolYearId = year.Id, Number = 1, Name = "第一学期", First = new(2025, 9, 1), Last = new(2026, 1, 30) }, new Term { SchoolYearId = year.Id, Number = 2, Name = "第二学期", First = new(2026, 3, 2), Last = LastOfTerm });
        await db.SaveAsync(CancellationToken.None);
        return county;
    }

    /// <summary>Writes the readings of a day, where there are none of them yet, and follows.</summary>
    private static async Task FollowAsync(TestHouse house, SmallCounty county, DateOnly day, IReadOnlyList<(string Code, string Unit, double? Value)> values)
    {
        house.Clock.GoTo(day.Year, day.Month, day.Day);
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var there = await db.Set<Reading>().AnyAsync(row => row.Day == day);
        db.AddRange(values.Where(one => one.Value is not null && !there).Select(one => new Reading { Indicator = one.Code, UnitId = county.UnitId(one.Unit), Day = day, Value = one.Value!.Value }));
        await db.SaveAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<FollowAlerts>().RunAsync(day, CancellationToken.None);
    }

    private static async Task<List<Notice>> NoticesAsync(TestHouse house)
    {
        await using var scope = house.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Notice>().AsNoTracking().Where(notice => notice.Kind == TellOfAlerts.Kind).ToListAsync();
    }

    private static async Task<IEnumerable<string>> ToldAsync(TestHouse house, SmallCounty county)
    {
        string[] people = ["director", "deputy", "office", "chief-basic", "chief-finance", "chief-safety", "staff-basic", "principal", "school-staff", "inspector", "teacher"];
        return (await NoticesAsync(house)).Select(notice => people.Single(name => county.AccountId(name) == notice.AccountId)).Order(StringComparer.Ordinal);
    }

    private static string[] Sentence(string kept) => System.Text.Json.JsonSerializer.Deserialize<string[]>(kept)!;

    private static async Task<int> TodosAsync(TestHouse house, Guid account)
    {
        await using var scope = await house.EnterAsAsync(account);
        var services = scope.ServiceProvider;
        return (await services.GetServices<ITodoSource>().OfType<AlertTodos>().Single().ForAsync(services.GetRequiredService<Actor>(), services.GetRequiredService<TimeProvider>().Today(), CancellationToken.None)).Count;
    }

    private static async Task<Guid> OneAsync(TestHouse house)
    {
        await using var scope = house.Enter();
        return await scope.ServiceProvider.GetRequiredService<IndicatorsDb>().Alerts.Where(alert => alert.FiredOn != null).Select(alert => alert.Id).SingleAsync();
    }

    private static async Task<string> SilenceAsync(TestHouse house, Guid account, Guid alert, SilenceScope? reach, DateOnly last, string why)
    {
        await using var scope = await house.EnterAsAsync(account);
        return string.Join(' ', (await scope.ServiceProvider.GetRequiredService<SilenceAlert>().RunAsync(alert, reach, last, why, CancellationToken.None)).Refusals.Select(refusal => refusal.Code));
    }

    private static async Task LiftAsync(TestHouse house, Guid account)
    {
        await using var scope = await house.EnterAsAsync(account);
        var indicators = scope.ServiceProvider.GetRequiredService<IndicatorsDb>();
        var newest = await indicators.AlertSilences.OrderByDescending(row => row.LastDay).Select(row => row.Id).FirstAsync();
        Assert.True((await scope.ServiceProvider.GetRequiredService<LiftSilence>().RunAsync(newest, CancellationToken.None)).Succeeded);
        Assert.Equal("SilenceEnded", (await scope.ServiceProvider.GetRequiredService<LiftSilence>().RunAsync(newest, CancellationToken.None)).Refusals[0].Code);
    }

    private static async Task<IEnumerable<(string, string, bool)>> AlertsAsync(TestHouse house)
    {
        await using var scope = house.Enter();
        return (await scope.ServiceProvider.GetRequiredService<IndicatorsDb>().Alerts.AsNoTracking().Where(alert => alert.FiredOn != null).ToListAsync())
            .Select(alert => (alert.Rule, alert.Subject, alert.IsGone)).Order();
    }
}
