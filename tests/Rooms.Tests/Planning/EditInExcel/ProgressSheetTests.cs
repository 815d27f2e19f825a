using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.EditInExcel;
using Shuren.Planning.EditInExcel.Progress;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.EditInExcel;

public class ProgressSheetTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_chief_reports_on_all_tasks_of_the_section_at_once_and_they_count(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var reading = await ReadAsync(acts, "chief-basic", (number, head, value) => (number, head) switch
        {
            ("1.2", "本次进度%") => 20d,
            ("1.2", "进展说明") => "已评选8节。",
            ("2.1", "本次进度%") => "40%",
            ("2.1", "进展说明") => "两所园主体封顶。",
            ("2.1", "填报日期") => new DateOnly(2026, 4, 10),
            _ => value,
        });
        Assert.Empty(reading.Problems);

        var taken = await acts.As<ApplyProgressSheet, Outcome<int>>("chief-basic", act => act.RunAsync(acts.County.Plan.Id, reading.Changes, Ct));

        Assert.Equal(2, taken.Value);
        var tasks = await acts.Look(db => db.Tasks.ToDictionaryAsync(task => task.Number));
        Assert.Equal((20, 40), (tasks["1.2"].Percent, tasks["2.1"].Percent));
        Assert.Equal(2, await acts.House.CountAsync("planning_report_confirmations where accepted"));
        Assert.Equal(new DateOnly(2026, 4, 10), (await acts.Look(db => db.Reports.SingleAsync(report => report.Percent == 40))).On);
    }

    [Fact]
    public async Task What_somebody_else_than_the_chief_reports_waits_for_the_lead()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var reading = await ReadAsync(acts, "staff-basic", (number, head, value) => (number, head) switch { ("1.2", "本次进度%") => 20d, ("1.2", "进展说明") => "已评选8节。", _ => value });

        await acts.As<ApplyProgressSheet, Outcome<int>>("staff-basic", act => act.RunAsync(acts.County.Plan.Id, reading.Changes, Ct));

        Assert.Equal((1, 0), (await acts.House.CountAsync("planning_progress_reports"), await acts.House.CountAsync("planning_report_confirmations")));
        Assert.Equal(0, (await acts.Look(db => db.Tasks.SingleAsync(task => task.Number == "1.2"))).Percent);
    }

    [Fact]
    public async Task The_sheet_holds_only_what_one_may_report_and_says_what_is_wrong()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var seen = new HashSet<string>();

        var reading = await ReadAsync(acts, "chief-basic", (number, head, value) =>
        {
            seen.Add(number);
            return (number, head) switch { ("1.2", "本次进度%") => 120d, ("2.1", "进展说明") => "只写了话", ("2.2", "本次进度%") => 10d, ("2.2", "填报日期") => new DateOnly(2026, 5, 1), _ => value };
        });

        Assert.Equal(["1.2", "2.1", "2.2", "3.3"], seen.Order());
        Assert.Equal(5, reading.Problems.Count);
        Assert.Empty(await acts.Look(db => db.Reports.ToListAsync()));
    }

    [Fact]
    public async Task A_row_that_was_made_up_on_the_way_is_refused()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);

        var outcome = await acts.As<ApplyProgressSheet, Outcome<int>>("chief-basic",
            act => act.RunAsync(acts.County.Plan.Id, [new(acts.Task("3.1").Id, acts.County.UnitId("安全科"), 100, "别人的任务", new(2026, 4, 15))], Ct));

        Assert.Equal("EditedMeanwhile", outcome.Refusals.Single().Code);
    }

    private static async Task<SheetReading<ProgressChange>> ReadAsync(Acts acts, string who, Func<string, string, object?, object?> edit)
    {
        var plan = acts.County.Plan.Id;
        var view = (await acts.As<FindProgress, FindProgress.View?>(who, find => find.RunAsync(plan, Ct)))!;
        var sheet = EditedSheet.Of(ProgressSheet.Write(view), "编号", edit);
        return Acts.Good(await acts.As<ReadProgressSheet, Outcome<SheetReading<ProgressChange>>>(who, read => read.RunAsync(plan, new MemoryStream(sheet), "进展.xlsx", Ct)));
    }
}
