using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.EditInExcel;
using Shuren.Planning.EditInExcel.Milestones;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.EditInExcel;

public class MilestoneSheetTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Steps_are_moved_ticked_off_removed_and_added_in_one_sheet(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var reading = await ReadAsync(acts, (title, head, value) => (title, head) switch
        {
            ("两所在建园主体封顶", "完成日期") => new DateOnly(2026, 4, 14),
            ("配套园移交并完成招生", "节点日期") => new DateOnly(2026, 9, 1),
            ("形成初稿", "时间节点" or "节点日期") => null,
            _ => value,
        }, new Dictionary<string, object?> { ["任务编号"] = "1.2", ["时间节点"] = "完成初评", ["节点日期"] = new DateOnly(2026, 9, 30) });
        Assert.Empty(reading.Problems);
        Assert.Equal(4, reading.Changes.Count);

        Assert.Equal("SheetReason", (await ApplyAsync(acts, reading, "")).Refusals.Single().Code);
        Assert.Equal(4, (await ApplyAsync(acts, reading, "开工晚了")).Value);

        var steps = await acts.Look(db => db.Milestones.OrderBy(step => step.DueOn).ToListAsync());
        Assert.Equal([("两所在建园主体封顶", new DateOnly(2026, 4, 17), (DateOnly?)new DateOnly(2026, 4, 14)), ("配套园移交并完成招生", new(2026, 9, 1), null), ("完成初评", new(2026, 9, 30), null)],
            steps.Select(step => (step.Title, step.DueOn, step.DoneOn)));
        Assert.Equal(acts.Task("1.2").Id, steps[2].TaskId);
        // What is ticked off is no change of the plan.
        Assert.Equal(3, await acts.House.CountAsync("planning_amendments where field = 'milestone' and reason = '开工晚了'"));
        Assert.Equal(1, await acts.House.CountAsync("planning_amendments where before = '2026年8月20日 配套园移交并完成招生' and after = '2026年9月1日 配套园移交并完成招生'"));
    }

    [Fact]
    public async Task A_sheet_that_comes_back_as_it_went_out_changes_nothing()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);

        var reading = await ReadAsync(acts, (_, _, value) => value);

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Changes);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_cell()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);

        var reading = await ReadAsync(acts, (title, head, value) => (title, head) switch
        {
            ("两所在建园主体封顶", "节点日期") => new DateOnly(2027, 2, 1),
            ("配套园移交并完成招生", "时间节点") => null,
            ("形成初稿", "完成日期") => new DateOnly(2026, 12, 1),
            _ => value,
        }, new Dictionary<string, object?> { ["任务编号"] = "9.9", ["时间节点"] = "没有的任务", ["节点日期"] = new DateOnly(2026, 9, 30) });

        Assert.Equal(4, reading.Problems.Count);
        Assert.Contains(reading.Problems, problem => problem.Text.Contains("9.9") && problem.Text.Contains("文本格式"));
        Assert.Contains(reading.Problems, problem => problem.Text.Contains("2026年12月31日"));
    }

    private static async Task<SheetReading<MilestoneChange>> ReadAsync(Acts acts, Func<string, string, object?, object?> edit, params IReadOnlyDictionary<string, object?>[] added)
    {
        var plan = acts.County.Plan.Id;
        var view = (await acts.As<FindMilestones, FindMilestones.View?>("office", find => find.RunAsync(plan, Ct)))!;
        var sheet = EditedSheet.Of(MilestoneSheet.Write(view), "时间节点", edit, added);
        return Acts.Good(await acts.As<ReadMilestoneSheet, Outcome<SheetReading<MilestoneChange>>>("office", read => read.RunAsync(plan, new MemoryStream(sheet), "节点.xlsx", Ct)));
    }

    private static Task<Outcome<int>> ApplyAsync(Acts acts, SheetReading<MilestoneChange> reading, string reason) =>
        acts.As<ApplyMilestoneSheet, Outcome<int>>("office", act => act.RunAsync(acts.County.Plan.Id, SheetChanges.Read<MilestoneChange>(reading.Preview().Changes)!, reason, Ct));
}
