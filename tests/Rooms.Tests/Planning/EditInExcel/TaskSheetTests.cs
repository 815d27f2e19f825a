using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning.EditInExcel;
using Shuren.Planning.EditInExcel.Tasks;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTasks;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.EditInExcel;

public class TaskSheetTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_sheet_that_comes_back_as_it_went_out_changes_nothing(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;

        var reading = await ReadAsync(house, county, await SheetAsync(house, county, (_, _, value) => value));

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Changes);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Only_differences_are_written_and_a_published_plan_keeps_what_stood_there(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        await house.PublishAsync(county.Plan.Id);
        var edited = await SheetAsync(house, county, (number, head, value) => (number, head) switch
        {
            ("2.3", "牵头单位") => "规划财务科",
            ("2.3", "配合单位") => "基础教育科，安全科",
            ("2.2", "完成期限") => "2026年5月8日",
            ("2.2", "责任人") => "陶文彬",
            _ => value,
        });
        var reading = await ReadAsync(house, county, edited);
        Assert.Empty(reading.Problems);
        Assert.Equal([county.Tasks[3].Id, county.Tasks[4].Id], reading.Changes.Select(change => change.Task));
        Assert.Equal(4, reading.Differences.Count);

        await using (var scope = await house.EnterAsAsync(county.AccountId("office")))
        {
            var apply = scope.ServiceProvider.GetRequiredService<ApplyTaskSheet>();
            Assert.Equal("SheetReason", (await apply.RunAsync(county.Plan.Id, reading.Changes, " ", CancellationToken.None)).Refusals.Single().Code);
            Assert.Equal(2, (await apply.RunAsync(county.Plan.Id, reading.Changes, "会议纪要第5号", CancellationToken.None)).Value);
        }

        var tasks = (await house.AllAsync<WorkTask>()).ToDictionary(task => task.Number);
        Assert.Equal((county.UnitId("规划财务科"), true), (tasks["2.3"].LeadUnitId, tasks["2.3"].LeadIsSet));
        Assert.Equal((new DateOnly(2026, 5, 8), county.AccountId("chief-finance")), (tasks["2.2"].DueOn, tasks["2.2"].AccountableId));
        Assert.Equal(new[] { county.UnitId("基础教育科"), county.UnitId("安全科") }.ToHashSet(), (await house.AllAsync<TaskSupport>()).Where(support => support.TaskId == tasks["2.3"].Id).Select(support => support.UnitId).ToHashSet());
        Assert.Equal(["accountable", "due", "lead", "support"], (await house.AllAsync<Amendment>()).Select(amendment => amendment.Field).Order());
        Assert.Equal("2026年4月13日", (await house.AllAsync<Amendment>()).Single(amendment => amendment.Field == "due").Before);
        Assert.All(tasks.Values.Where(task => task.Number is not ("2.2" or "2.3")), task => Assert.Equal(0, task.Version));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_is_wrong_is_said_at_its_cell_and_nothing_is_written(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var edited = await SheetAsync(house, county, (number, head, value) => (number, head) switch
        {
            ("1.1", "牵头单位") => "不存在的科",
            ("1.2", "完成期限") => "下个月",
            ("2.1", "责任人") => "查无此人",
            ("2.1", "配合单位") => "基础教育科",
            ("2.2", "公开") => "大概",
            ("3.1", "系统编号") => Guid.CreateVersion7().ToString(),
            _ => value,
        });

        var reading = await ReadAsync(house, county, edited);

        Assert.Equal(6, reading.Problems.Count);
        Assert.All(reading.Problems, problem => Assert.Matches("^[A-H][0-9]+$", problem.Cell));
        Assert.Contains(reading.Problems, problem => problem.Text.Contains("不存在的科") && problem.Text.Contains("下拉列表"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Files_that_are_no_task_sheet_and_people_who_may_not_are_refused(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;

        Assert.Equal("SheetNotRead", await RefusedAsync(house, county, "office", [0x50, 0x4B, 3, 4, 1, 2, 3]));
        Assert.Equal("SheetHeads", await RefusedAsync(house, county, "office", "姓名,年龄\n甲,3\n"u8.ToArray()));
        Assert.Equal("NotYours", await RefusedAsync(house, county, "chief-basic", []));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Who_checked_an_older_state_is_told_instead_of_overwriting(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var reading = await ReadAsync(house, county, await SheetAsync(house, county, (number, head, value) => (number, head) == ("2.3", "牵头单位") ? "安全科" : value));
        await house.WriteAsync(db => db.Set<WorkTask>().Single(task => task.Number == "2.3").Title = "别人改过");

        await using var scope = await house.EnterAsAsync(county.AccountId("office"));
        var outcome = await scope.ServiceProvider.GetRequiredService<ApplyTaskSheet>().RunAsync(county.Plan.Id, reading.Changes, "", CancellationToken.None);

        Assert.Equal("EditedMeanwhile", outcome.Refusals.Single().Code);
        Assert.Equal(1, await house.CountAsync("planning_tasks where lead_unit_id is null"));
    }

    /// <summary>The sheet as an office sends it back: each cell given to the editor with its task's number and its head.</summary>
    private static async Task<byte[]> SheetAsync(TestHouse house, SmallCounty county, Func<string, string, object?, object?> edit)
    {
        await using var scope = await house.EnterAsAsync(county.AccountId("office"));
        var view = (await scope.ServiceProvider.GetRequiredService<FindTasks>().RunAsync(county.Plan.Id, new TaskFilter(), CancellationToken.None))!;
        return EditedSheet.Of(TaskSheet.Write(view, await scope.ServiceProvider.GetRequiredService<ReadPeople>().RunAsync(CancellationToken.None)), "编号", edit);
    }

    private static async Task<SheetReading<TaskChange>> ReadAsync(TestHouse house, SmallCounty county, byte[] sheet)
    {
        await using var scope = await house.EnterAsAsync(county.AccountId("office"));
        return (await scope.ServiceProvider.GetRequiredService<ReadTaskSheet>().RunAsync(county.Plan.Id, new MemoryStream(sheet), "任务.xlsx", CancellationToken.None)).Value;
    }

    private static async Task<string> RefusedAsync(TestHouse house, SmallCounty county, string who, byte[] file)
    {
        await using var scope = await house.EnterAsAsync(county.AccountId(who));
        return (await scope.ServiceProvider.GetRequiredService<ReadTaskSheet>().RunAsync(county.Plan.Id, new MemoryStream(file), "任务.csv", CancellationToken.None)).Refusals[0].Code;
    }
}
