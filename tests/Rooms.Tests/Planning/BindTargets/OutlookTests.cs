using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Indicators;
using Shuren.Indicators.Model;
using Shuren.Kernel;
using Shuren.Planning.BindTargets;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.PlanText;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.BindTargets;

/// <summary>Whether a target will be met by its day, from the kept readings to the target's and the indicator's page.</summary>
public class OutlookTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly DateOnly Today = new(2026, 4, 15);

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task It_is_today_and_the_median_of_the_paces_times_the_days_left(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var target = acts.County.Targets[0].Id;
        await FigureAsync(acts, 55);
        Acts.Good(await acts.As<BindTarget, Outcome<Done>>("office", act => act.RunAsync(target, "S1", null, Ct)));
        var first = await RowAsync(acts, target);
        Assert.Equal((55d, ForecastState.TooLittleHistory, GoalOutlook.Unknown), (first.Target.Last!.Value, first.Outlook!.State, first.Outlook.Outlook));

        (DateOnly Day, double Value)[] past = [(new(2025, 11, 30), 51), (new(2025, 12, 31), 51.5), (new(2026, 1, 31), 90), (new(2026, 2, 28), 53.5), (new(2026, 3, 31), 54.2)];
        await PastAsync(acts, past);
        var row = await RowAsync(acts, target);

        (DateOnly Day, double Value)[] all = [.. past, (Today, 55)];
        var slopes = (from one in all from other in all where one.Day < other.Day select (other.Value - one.Value) / (other.Day.DayNumber - one.Day.DayNumber)).Order().ToList();
        Assert.Equal(15, slopes.Count);
        var by = acts.Task("2.1").DueOn!.Value;
        Assert.Equal(by, row.Outlook!.By);
        Assert.Equal(55 + slopes[7] * (by.DayNumber - Today.DayNumber), row.Outlook.Expected!.Value, 1e-9);
        Assert.Equal(ForecastState.Known, row.Outlook.State);

        // The indicator's page says the same of the target.
        var goal = (await acts.As<IGoalsOfIndicators, IReadOnlyList<IndicatorGoal>>("director", rooms => rooms.OfAsync(new("S1", null), Ct))).Single();
        Assert.Equal((row.Outlook.Outlook, by, "≥58%", "55%"), (goal.Outlook, goal.By, goal.Goal, goal.Value));
        Assert.Empty(await acts.As<IGoalsOfIndicators, IReadOnlyList<IndicatorGoal>>("principal", rooms => rooms.OfAsync(new("S1", null), Ct)));
    }

    [Theory]
    [InlineData(TargetKind.Floor, ">=", 60d, GoalOutlook.Will)]
    [InlineData(TargetKind.Floor, ">=", 65d, GoalOutlook.May)]
    [InlineData(TargetKind.Floor, ">=", 90d, GoalOutlook.WillNot)]
    [InlineData(TargetKind.Ceiling, "<=", 60d, GoalOutlook.WillNot)]
    [InlineData(TargetKind.Ceiling, "<=", 90d, GoalOutlook.Will)]
    [InlineData(TargetKind.Increase, "increase", 10d, GoalOutlook.Will)]
    [InlineData(TargetKind.Decrease, "decrease", 10d, GoalOutlook.WillNot)]
    [InlineData(TargetKind.Decrease, "decrease", -16d, GoalOutlook.May)]
    [InlineData(TargetKind.Direction, "decrease", null, GoalOutlook.WillNot)]
    [InlineData(TargetKind.Direction, "increase", null, GoalOutlook.Will)]
    [InlineData(TargetKind.Direction, null, null, GoalOutlook.Unknown)]
    public void Met_at_all_paces_it_will_at_none_it_will_not(TargetKind kind, string? comparator, double? goal, GoalOutlook outlook)
    {
        var card = new IndicatorCard("X", "指标", "指标", "", "%", "%", BetterWay.Up, false, IndicatorPlaces.District, new("indicators", "indicator", Guid.Empty), "indicators/X");
        var target = new TargetLine { Id = Guid.Empty, Indicator = "", Quote = "", Kind = kind, Comparator = comparator, Value = goal, Baseline = 50, Unit = kind is TargetKind.Increase or TargetKind.Decrease ? "个百分点" : "%", Computed = new("指标", null, "%", new(55, Today), null) };
        var forecast = new IndicatorForecast(ForecastState.Known, new(2026, 12, 31), 66, 62, 70, 8, new(2025, 11, 30), 6);

        var ahead = TargetOutlook.Of(target, Measure.Between(card, target).Value, forecast);

        Assert.Equal(outlook, ahead.Outlook);
        Assert.True(ahead.Low <= ahead.Expected && ahead.Expected <= ahead.High);
    }

    [Theory]
    [InlineData("8月20日前", "2026-08-20")]
    [InlineData(null, "2026-11-30")]
    [InlineData("持续", "2026-11-30")]
    public void Its_own_words_go_before_the_day_of_its_task(string? words, string day)
    {
        var plan = new PlanHead(Guid.Empty, "", default, "", null, 2026, 2026, "", true, default);
        var target = new TargetLine { Id = Guid.Empty, Indicator = "", Quote = "", Kind = TargetKind.Floor, Unit = "%", Deadline = words };

        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TargetDay.Of(target, new(2026, 11, 30), plan));
        Assert.Equal(new DateOnly(2026, 12, 31), TargetDay.Of(target with { Deadline = null }, null, plan));
    }

    private static async Task FigureAsync(Acts acts, double percent)
    {
        var bureau = acts.County.UnitId("青禾县教育局");
        await acts.House.WriteAsync(db =>
        {
            foreach (var (item, value) in ((string, double)[])[("survey_answers", 1_000), ("survey_satisfied", percent * 10)])
            {
                var figure = new ReportedFigure { Item = item, UnitId = bureau, Since = new(2026, 4, 1), Value = value, Evidence = "问卷", ReportedBy = "周晓岚", ReportedAt = acts.House.Clock.Now.UtcDateTime };
                db.Add(figure);
                db.Add(new FigureConfirmation { FigureId = figure.Id, By = "邱雪梅", At = acts.House.Clock.Now.UtcDateTime });
            }
        });
    }

    private static Task PastAsync(Acts acts, IEnumerable<(DateOnly Day, double Value)> past) =>
        acts.House.WriteAsync(db => db.AddRange(past.Select(point => new Reading { Indicator = "S1", UnitId = acts.County.UnitId("青禾县教育局"), Day = point.Day, Value = point.Value })));

    private static async Task<FindTargets.Row> RowAsync(Acts acts, Guid target) =>
        (await acts.As<FindTargets, FindTargets.View?>("director", act => act.RunAsync(acts.County.Plan.Id, new(), Ct)))!.Rows.Single(row => row.Target.Id == target);
}
