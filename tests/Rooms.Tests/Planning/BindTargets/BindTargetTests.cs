using Microsoft.EntityFrameworkCore;
using Shuren.Indicators.Model;
using Shuren.Kernel;
using Shuren.Planning.BindTargets;
using Shuren.Planning.Model;
using Shuren.Planning.ViewTargets;
using Shuren.PlanText;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.BindTargets;

/// <summary>From confirmation on a target's value comes from its indicator, for whoever looks.</summary>
public class BindTargetTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_value_and_the_lamp_come_from_the_indicator_and_follow_it(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var target = acts.County.Targets[0].Id;
        await SurveyAsync(acts, 200, 120);
        await acts.House.WriteAsync(db => db.Add(new TargetValue { TargetId = target, On = new(2026, 4, 1), Value = 56, ReportedBy = "邱雪梅", At = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc) }));
        Assert.Equal((56d, TargetStanding.Short), await StandingAsync(acts, target));

        Acts.Good(await acts.As<BindTarget, Outcome<Done>>("office", act => act.RunAsync(target, "s1", null, Ct)));

        // 120 of 200 by hand.
        Assert.Equal((60d, TargetStanding.Reached), await StandingAsync(acts, target));
        await SurveyAsync(acts, 400, 220);
        Assert.Equal((55d, TargetStanding.Short), await StandingAsync(acts, target));
        var line = (await RowAsync(acts, target)).Target;
        Assert.Equal((56d, 1d, new DateOnly(2026, 4, 15), "S1"), (line.Reported!.Value, line.Computed!.Difference(line.Reported)!.Value, line.Last!.On, line.Bound!.Code));

        Acts.Good(await acts.As<UnbindTarget, Outcome<Done>>("office", act => act.RunAsync(target, Ct)));
        Assert.Equal((56d, TargetStanding.Short), await StandingAsync(acts, target));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_change_is_an_act_with_its_audit_a_repetition_is_none_and_the_thread_keeps_both(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var target = acts.County.Targets[0].Id;
        foreach (var code in (string[])["S1", "S1", "K1_3", "K1_3"])
            Acts.Good(await acts.As<BindTarget, Outcome<Done>>("office", act => act.RunAsync(target, code, null, Ct)));

        var binding = await acts.Look(db => db.Bindings.AsNoTracking().SingleAsync(Ct));
        Assert.Equal(("K1_3", null, "周晓岚"), (binding.Indicator, binding.UnitId, binding.By));
        Assert.Equal(2, await acts.House.CountAsync("platform_processes where kind = 'planning.bind-target'"));
        Acts.Good(await acts.As<UnbindTarget, Outcome<Done>>("office", act => act.RunAsync(target, Ct)));
        Acts.Good(await acts.As<UnbindTarget, Outcome<Done>>("office", act => act.RunAsync(target, Ct)));
        Assert.Equal(1, await acts.House.CountAsync("platform_processes where kind = 'planning.unbind-target'"));
        Assert.Equal(0, await acts.House.CountAsync("planning_target_bindings"));
        var view = (await acts.As<ViewMeasure, ViewMeasure.View?>("office", act => act.RunAsync(target, Ct)))!;
        Assert.Equal(["社会认可度", "公办园在园幼儿占比"], view.Links.Select(link => link.FromTitle));
        // Now it is open again, and the indicator of its own name is near.
        Assert.Equal("K1_3", view.Advices[0].Indicator.Code);
    }

    [Fact]
    public async Task It_is_asked_of_who_may_edit_the_plan_and_only_for_what_fits()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var (share, places, lessons) = (acts.County.Targets[0].Id, acts.County.Targets[1].Id, acts.County.Targets[2].Id);

        Assert.Equal("NotYours", await CodeAsync(acts, "chief-finance", share, "K1_3"));
        Assert.Equal("TargetUnknown", await CodeAsync(acts, "office", Guid.CreateVersion7(), "K1_3"));
        Assert.Equal("IndicatorUnknown", await CodeAsync(acts, "office", share, "no-such"));
        Assert.Equal("IndicatorIsQuestion", await CodeAsync(acts, "office", share, "G1"));
        Assert.Equal("TargetBaselineMissing", await CodeAsync(acts, "office", places, "E_preschool"));
        Assert.Equal("UnitsDoNotFit", await CodeAsync(acts, "office", lessons, "K1_3"));
        Assert.Equal("IndicatorNotThere", await CodeAsync(acts, "office", share, "K1_3", acts.County.UnitId("滨河实验学校")));
        Assert.Equal("IndicatorNotThere", await CodeAsync(acts, "office", share, "K1_3", acts.County.UnitId("基础教育科")));
        Assert.Equal("UnitUnknown", await CodeAsync(acts, "office", share, "K1_3", Guid.CreateVersion7()));
        Assert.Equal("", await CodeAsync(acts, "office", share, "G12", acts.County.UnitId("滨河实验学校")));
        // The bureau is the district.
        Assert.Equal("", await CodeAsync(acts, "office", share, "K1_3", acts.County.UnitId("青禾县教育局")));
        Assert.Null(await acts.Look(db => db.Bindings.AsNoTracking().Select(binding => binding.UnitId).SingleAsync(Ct)));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Confirming_many_leaves_what_a_person_has_set(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var (set, open) = (acts.County.Targets[0].Id, Guid.CreateVersion7());
        var added = Target(acts, "普惠性幼儿园覆盖率", 90);
        await acts.House.WriteAsync(db => db.Add(added));
        Acts.Good(await acts.As<BindTarget, Outcome<Done>>("office", act => act.RunAsync(set, "S1", null, Ct)));

        var done = await acts.As<ConfirmMeasures, Outcome<int>>("office", act => act.RunAsync(acts.County.Plan.Id, new Dictionary<Guid, string> { [set] = "K1_3", [added.Id] = "K1_2" }, Ct));

        Assert.Equal(1, Acts.Good(done));
        Assert.Equal(["K1_2", "S1"], await acts.Look(db => db.Bindings.AsNoTracking().Select(binding => binding.Indicator).Order().ToListAsync(Ct)));
        Assert.Equal("TargetUnknown", (await acts.As<ConfirmMeasures, Outcome<int>>("office", act => act.RunAsync(acts.County.Plan.Id, new Dictionary<Guid, string> { [open] = "K1_3" }, Ct))).Refusals.Single().Code);
        Assert.Equal("NotYours", (await acts.As<ConfirmMeasures, Outcome<int>>("director", act => act.RunAsync(acts.County.Plan.Id, new Dictionary<Guid, string> { [set] = "K1_3" }, Ct))).Refusals.Single().Code);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Many_bound_targets_cost_as_many_queries_as_one(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        await SurveyAsync(acts, 200, 120);
        Acts.Good(await acts.As<BindTarget, Outcome<Done>>("office", act => act.RunAsync(acts.County.Targets[0].Id, "S1", null, Ct)));
        await StandingAsync(acts, acts.County.Targets[0].Id);
        var one = await CostAsync(acts);
        var more = Enumerable.Range(0, 40).Select(number => Target(acts, $"指标{number}", 50 + number)).ToList();
        await acts.House.WriteAsync(db =>
        {
            db.AddRange(more);
            db.AddRange(more.Select((target, at) => new TargetBinding { TargetId = target.Id, Indicator = at % 2 == 0 ? "S1" : "K1_3", By = "周晓岚", At = new(2026, 4, 15, 0, 0, 0, DateTimeKind.Utc) }));
        });
        await StandingAsync(acts, acts.County.Targets[0].Id);

        Assert.Equal(one, await CostAsync(acts));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task It_counts_the_targets_version_up_so_that_who_saw_it_before_is_told(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var target = acts.County.Targets[0].Id;
        var version = await acts.Look(db => db.Targets.Where(row => row.Id == target).Select(row => row.Version).SingleAsync(Ct));

        Acts.Good(await acts.As<BindTarget, Outcome<Done>>("office", act => act.RunAsync(target, "K1_3", null, Ct)));

        Assert.True(await acts.Look(db => db.Targets.Where(row => row.Id == target).Select(row => row.Version).SingleAsync(Ct)) > version);
    }

    private static Target Target(Acts acts, string indicator, double value) => new()
    {
        PlanId = acts.County.Plan.Id, TaskId = acts.Task("2.1").Id, Position = 100, Indicator = indicator, Kind = TargetKind.Floor, Value = value, Unit = "%", Comparator = ">=", Quote = $"{indicator}达到{value}%以上", Status = TargetStatus.Target,
    };

    private static async Task SurveyAsync(Acts acts, double answers, double satisfied)
    {
        var bureau = acts.County.UnitId("青禾县教育局");
        acts.House.Clock.Now += TimeSpan.FromMinutes(1);
        await acts.House.WriteAsync(db =>
        {
            foreach (var (item, value) in ((string, double)[])[("survey_answers", answers), ("survey_satisfied", satisfied)])
            {
                var figure = new ReportedFigure { Item = item, UnitId = bureau, Since = new(2026, 4, 1), Value = value, Evidence = "问卷", ReportedBy = "周晓岚", ReportedAt = acts.House.Clock.Now.UtcDateTime };
                db.Add(figure);
                db.Add(new FigureConfirmation { FigureId = figure.Id, By = "邱雪梅", At = acts.House.Clock.Now.UtcDateTime });
            }
        });
    }

    private static async Task<FindTargets.Row> RowAsync(Acts acts, Guid target) =>
        (await acts.As<FindTargets, FindTargets.View?>("director", act => act.RunAsync(acts.County.Plan.Id, new(), Ct)))!.Rows.Single(row => row.Target.Id == target);

    private static async Task<(double, TargetStanding)> StandingAsync(Acts acts, Guid target) => await RowAsync(acts, target) is var row ? (row.Target.Last!.Value, row.Standing) : default;

    private static async Task<string> CodeAsync(Acts acts, string who, Guid target, string code, Guid? unit = null) =>
        (await acts.As<BindTarget, Outcome<Done>>(who, act => act.RunAsync(target, code, unit, Ct))).Refusals is [var refusal, ..] ? refusal.Code : "";

    private static async Task<int> CostAsync(Acts acts)
    {
        await using var scope = await acts.House.EnterAsAsync(acts.County.AccountId("director"));
        using var commands = new CommandCount();
        await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<FindTargets>(scope.ServiceProvider).RunAsync(acts.County.Plan.Id, new(), Ct);
        return commands.Value;
    }
}
