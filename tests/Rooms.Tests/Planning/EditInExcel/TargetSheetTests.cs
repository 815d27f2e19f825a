using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.EditInExcel;
using Shuren.Planning.EditInExcel.Targets;
using Shuren.Planning.ViewTargets;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.EditInExcel;

public class TargetSheetTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_sheet_that_comes_back_as_it_went_out_changes_nothing(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);

        var reading = await ReadAsync(acts, (_, _, value) => value);

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Changes);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_changed_goal_keeps_the_old_one_and_a_new_value_is_a_report(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var reading = await ReadAsync(acts, (indicator, head, value) => (indicator, head) switch
        {
            ("公办园在园幼儿占比", "目标值") => 60d,
            ("新增公办学位", "最近填报") => 420d,
            ("新增公办学位", "填报日期") => new DateOnly(2026, 4, 10),
            _ => value,
        });
        Assert.Empty(reading.Problems);
        Assert.Equal(2, reading.Changes.Count);

        var silent = await ApplyAsync(acts, reading, " ");
        var done = await ApplyAsync(acts, reading, "县政府会议纪要第5号");

        Assert.Equal("SheetReason", silent.Refusals.Single().Code);
        Assert.Equal(2, done.Value);
        Assert.Equal(60, (await acts.Look(db => db.Targets.SingleAsync(target => target.Indicator == "公办园在园幼儿占比"))).Value);
        var value = await acts.Look(db => db.TargetValues.SingleAsync());
        Assert.Equal((420d, new DateOnly(2026, 4, 10), "周晓岚"), (value.Value, value.On, value.ReportedBy));
        var amendment = await acts.Look(db => db.Amendments.SingleAsync());
        Assert.Equal(("target", "公办园在园幼儿占比 58%", "公办园在园幼儿占比 60%", "县政府会议纪要第5号"), (amendment.Field, amendment.Before, amendment.After, amendment.Reason));
        Assert.Equal(1, await acts.House.CountAsync("planning_target_values where value = 420"));
    }

    [Fact]
    public async Task Values_alone_need_no_reason()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var reading = await ReadAsync(acts, (indicator, head, value) => (indicator, head) == ("县级精品课例", "最近填报") ? 12d : value);

        Assert.Equal(1, (await ApplyAsync(acts, reading, "")).Value);

        Assert.Equal(new DateOnly(2026, 4, 15), (await acts.Look(db => db.TargetValues.SingleAsync())).On);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_cell_and_nothing_is_written()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);

        var reading = await ReadAsync(acts, (indicator, head, value) => (indicator, head) switch
        {
            ("公办园在园幼儿占比", "目标值") => "五成多",
            ("公办园在园幼儿占比", "目标上限") => 70d,
            ("新增公办学位", "目标值") => null,
            ("新增公办学位", "填报日期") => new DateOnly(2027, 1, 1),
            ("县级精品课例", "系统编号") => Guid.CreateVersion7().ToString(),
            _ => value,
        });

        Assert.Equal(6, reading.Problems.Count); // the goal that is no number is also an empty one
        Assert.All(reading.Problems, problem => Assert.Matches("^[A-L][0-9]+$", problem.Cell));
        Assert.Equal(0, await acts.House.CountAsync("planning_target_values"));
    }

    [Theory]
    [InlineData("chief-basic")]
    [InlineData("director")]
    public async Task Who_may_not_edit_plans_is_refused(string who)
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);

        var outcome = await acts.As<ApplyTargetSheet, Outcome<int>>(who, act => act.RunAsync(acts.County.Plan.Id, [], "", Ct));

        Assert.Equal("NotYours", outcome.Refusals.Single().Code);
    }

    private static async Task<SheetReading<TargetChange>> ReadAsync(Acts acts, Func<string, string, object?, object?> edit)
    {
        var plan = acts.County.Plan.Id;
        var view = (await acts.As<FindTargets, FindTargets.View?>("office", find => find.RunAsync(plan, new TargetFilter(), Ct)))!;
        var sheet = EditedSheet.Of(TargetSheet.Write(view), "指标", edit);
        return Acts.Good(await acts.As<ReadTargetSheet, Outcome<SheetReading<TargetChange>>>("office", read => read.RunAsync(plan, new MemoryStream(sheet), "目标.xlsx", Ct)));
    }

    private static Task<Outcome<int>> ApplyAsync(Acts acts, SheetReading<TargetChange> reading, string reason) =>
        acts.As<ApplyTargetSheet, Outcome<int>>("office", act => act.RunAsync(acts.County.Plan.Id, SheetChanges.Read<TargetChange>(reading.Preview().Changes)!, reason, Ct));
}
