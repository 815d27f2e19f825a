using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning.Model;
using Shuren.Planning.ViewTargets;
using Shuren.PlanText;
using Shuren.Testing;
using Target = Shuren.Planning.Model.Target;

namespace Shuren.Rooms.Tests.Planning.ViewTargets;

public class FindTargetsTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_latest_day_counts_and_of_one_day_the_later_word(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        await house.WriteAsync(db => db.AddRange(Value(county.Targets[0], 4, 1, 54.9, hour: 9), Value(county.Targets[0], 4, 9, 55.1, hour: 8), Value(county.Targets[0], 4, 9, 55.4, hour: 10), Value(county.Targets[0], 3, 1, 60, hour: 23)));

        await using var scope = await house.EnterAsAsync(county.AccountId("chief-basic"));
        var view = (await scope.ServiceProvider.GetRequiredService<FindTargets>().RunAsync(county.Plan.Id, new(), CancellationToken.None))!;

        Assert.Equal(new LastValue(55.4, new(2026, 4, 9)), view.Rows[0].Target.Last);
        Assert.Equal((await house.AllAsync<Target>()).OrderBy(target => target.Position).Select(target => target.Indicator), view.Rows.Select(row => row.Target.Indicator));
        Assert.Null(view.Rows[1].Target.Last);
        Assert.Equal(2, view.Counts[TargetStanding.Unreported]);
        Assert.Equal("2.1", view.Rows[0].TaskNumber);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Filters_narrow_by_standing_lead_and_words(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        await house.WriteAsync(db => db.Add(Value(county.Targets[0], 4, 1, 59, hour: 9)));

        Assert.Equal(["公办园在园幼儿占比"], await FoundAsync(house, county, new() { Standing = TargetStanding.Reached }));
        Assert.Equal(["公办园在园幼儿占比", "新增公办学位", "县级精品课例"], await FoundAsync(house, county, new() { Lead = county.UnitId("基础教育科") }));
        Assert.Equal(["新增公办学位"], await FoundAsync(house, county, new() { Words = "学位" }));
        Assert.Empty(await FoundAsync(house, county, new() { Lead = county.UnitId("安全科") }));
    }

    [Theory]
    [InlineData(TargetKind.Floor, ">=", 58, "%", 58.0, 0.3, "Reached")]
    [InlineData(TargetKind.Floor, ">=", 58, "%", 55.4, 0.3, "Short")]
    [InlineData(TargetKind.Floor, ">=", 58, "%", 55.4, 1.0, "Behind")]
    [InlineData(TargetKind.Ceiling, "<=", 40, "%", 39.0, 0.3, "Reached")]
    [InlineData(TargetKind.Ceiling, "<=", 40, "%", 41.0, 0.3, "Short")]
    [InlineData(TargetKind.Count, "=", 40, "节", 20.0, 0.5, "OnPace")]
    [InlineData(TargetKind.Count, "=", 40, "节", 12.0, 0.5, "Short")]
    [InlineData(TargetKind.Count, "=", 40, "节", 9.0, 0.5, "Behind")]
    [InlineData(TargetKind.Rank, null, 3, "名次", 2.0, 0.5, "Reached")]
    [InlineData(TargetKind.Rank, null, 3, "名次", 4.0, 0.5, "Short")]
    public void A_value_stands_to_its_goal_as_one_would_say(TargetKind kind, string? comparator, double goal, string unit, double value, double elapsed, string standing)
    {
        var target = new TargetLine { Id = Guid.Empty, Indicator = "", Kind = kind, Comparator = comparator, Value = goal, Unit = unit, Quote = "", Reported = new(value, new(2026, 4, 1)) };

        Assert.Equal(standing, target.StandingAt(elapsed).ToString());
        Assert.Equal(TargetStanding.Unreported, (target with { Reported = null }).StandingAt(elapsed));
    }

    private static TargetValue Value(Target target, int month, int day, double value, int hour) =>
        new() { TargetId = target.Id, On = new(2026, month, day), Value = value, ReportedBy = "邱雪梅", At = new(2026, 4, 10, hour, 0, 0, DateTimeKind.Utc) };

    private static async Task<IEnumerable<string>> FoundAsync(TestHouse house, SmallCounty county, TargetFilter filter)
    {
        await using var scope = house.Enter();
        return (await scope.ServiceProvider.GetRequiredService<FindTargets>().RunAsync(county.Plan.Id, filter, CancellationToken.None))!.Rows.Select(row => row.Target.Indicator);
    }
}
