using Microsoft.Extensions.DependencyInjection;
using Shuren.Indicators.ReadReadings;
using Shuren.Indicators.ReportFigures;
using Shuren.Kernel;
using Shuren.Rooms.Tests.Schools;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Indicators;

/// <summary>A reported figure counts when somebody else has confirmed it, and no longer than its item allows.</summary>
public class ReportFiguresTests
{
    private static readonly DateOnly Today = new(2026, 4, 15);

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task It_counts_from_the_moment_of_its_confirmation(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var pay = await ReportAsync(house, county.AccountId("chief-basic"), "teacher_pay", "101,200");
        await ReportAsync(house, county.AccountId("chief-basic"), "servant_pay", "９８６００");
        Assert.Null(await ValueAsync(house, "G8"));

        Assert.Equal("FigureOwn", Code(await JudgeAsync(house, county.AccountId("chief-basic"), pay, null)));
        Assert.Equal("", Code(await JudgeAsync(house, county.AccountId("office"), pay, null)));
        Assert.Null(await ValueAsync(house, "G8"));
        await using (var scope = await house.EnterAsAsync(county.AccountId("office")))
        {
            var waits = (await scope.ServiceProvider.GetRequiredService<ReadFigures>().RunAsync(CancellationToken.None)).Single(line => line.Item.Code == "servant_pay").Waits!;
            Assert.Equal("", Code(await scope.ServiceProvider.GetRequiredService<JudgeFigure>().RunAsync(waits.Id, null, CancellationToken.None)));
        }
        Assert.Equal(100d * 101_200 / 98_600, (await ValueAsync(house, "G8"))!.Value, 1e-9);
        Assert.Equal("FigureGone", Code(await JudgeAsync(house, county.AccountId("office"), pay, null)));

        // After a year and a half it is too old to count.
        house.Clock.GoTo(2027, 10, 14);
        Assert.NotNull(await ValueAsync(house, "G8"));
        house.Clock.GoTo(2027, 10, 15);
        Assert.Null(await ValueAsync(house, "G8"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_newer_one_takes_its_place_and_one_that_was_sent_back_never_counts(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var (chief, office) = (county.AccountId("chief-basic"), county.AccountId("office"));
        await JudgeAsync(house, office, await ReportAsync(house, chief, "G1_documents", "否", Today.AddDays(-10)), null);
        Assert.Equal(0, await ValueAsync(house, "G1"));
        var second = await ReportAsync(house, chief, "G1_documents", "是");
        Assert.Equal("FigureWhy", Code(await JudgeAsync(house, office, second, " ")));
        await JudgeAsync(house, office, second, "缺批复文件");
        Assert.Equal(0, await ValueAsync(house, "G1"));
        await JudgeAsync(house, office, await ReportAsync(house, chief, "G1_documents", "yes"), null);
        Assert.Equal(1, await ValueAsync(house, "G1"));
    }

    [Theory]
    [InlineData("nothing", "1", "FigureUnknown")]
    [InlineData("teacher_pay", "", "FigureNumber")]
    [InlineData("teacher_pay", "约十万", "FigureNumber")]
    [InlineData("teacher_pay", "-1", "FigureNumber")]
    [InlineData("teacher_pay", "1e5", "FigureNumber")]
    [InlineData("teacher_pay", "1000000000000", "FigureNumber")]
    [InlineData("G1_documents", "3", "FigureAnswer")]
    public async Task What_is_no_answer_is_refused(string item, string value, string code)
    {
        await using var house = await TestHouse.WithCountyAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();

        Assert.Equal(code, Code(await scope.ServiceProvider.GetRequiredService<ReportFigure>().RunAsync(item, value, Today, "统计表", CancellationToken.None)));
    }

    [Fact]
    public async Task A_day_to_come_no_evidence_and_a_second_one_that_waits_are_refused()
    {
        await using var house = await TestHouse.WithCountyAsync(TestDatabase.Sqlite);
        var county = house.County;
        await using var scope = await house.EnterAsAsync(county.AccountId("chief-basic"));
        var report = scope.ServiceProvider.GetRequiredService<ReportFigure>();

        var wrong = await report.RunAsync("teacher_pay", "x", Today.AddDays(1), " ", CancellationToken.None);
        Assert.Equal(["FigureNumber", "FigureSince", "FigureEvidence"], wrong.Refusals.Select(refusal => refusal.Code));
        Assert.True((await report.RunAsync("teacher_pay", "1", Today, "工资表", CancellationToken.None)).Succeeded);
        Assert.Equal("FigureWaits", Code(await report.RunAsync("teacher_pay", "2", Today, "工资表", CancellationToken.None)));
    }

    [Fact]
    public async Task A_school_neither_reports_nor_confirms_for_the_district()
    {
        await using var house = await TestHouse.WithCountyAsync(TestDatabase.Sqlite);
        var county = house.County;
        var figure = await ReportAsync(house, county.AccountId("chief-basic"), "teacher_pay", "1");
        await using var scope = await house.EnterAsAsync(county.AccountId("principal"));

        Assert.Equal("FigureNotYours", Code(await scope.ServiceProvider.GetRequiredService<ReportFigure>().RunAsync("servant_pay", "1", Today, "工资表", CancellationToken.None)));
        Assert.Equal("FigureNotYours", Code(await scope.ServiceProvider.GetRequiredService<JudgeFigure>().RunAsync(figure, null, CancellationToken.None)));
    }

    private static async Task<Guid> ReportAsync(TestHouse house, Guid account, string item, string value, DateOnly? since = null)
    {
        await using var scope = await house.EnterAsAsync(account);
        return (await scope.ServiceProvider.GetRequiredService<ReportFigure>().RunAsync(item, value, since ?? Today, "2025年统计表", CancellationToken.None)).Value;
    }

    private static async Task<Outcome<Done>> JudgeAsync(TestHouse house, Guid account, Guid figure, string? why)
    {
        await using var scope = await house.EnterAsAsync(account);
        return await scope.ServiceProvider.GetRequiredService<JudgeFigure>().RunAsync(figure, why, CancellationToken.None);
    }

    private static async Task<double?> ValueAsync(TestHouse house, string code)
    {
        await using var scope = house.Enter();
        return (await scope.ServiceProvider.GetRequiredService<AskValues>().RunAsync("balanced", "青禾县教育局", null, CancellationToken.None)).Value.Single(row => row.Indicator.Code == code).Value;
    }
}
