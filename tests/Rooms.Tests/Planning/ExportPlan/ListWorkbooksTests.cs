using System.Net;
using Shuren.Documents.Workbooks;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.ExportPlan;

/// <summary>Every list goes out to Excel, to those who see its page.</summary>
public class ListWorkbooksTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Every_list_is_a_workbook_with_the_rows_of_its_page(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.House.PublishAsync(site.County.Plan.Id);
        var plan = $"planning/plans/{site.County.Plan.Id:N}";
        using var office = await site.SignInAsync("office");
        await office.OpenAsync($"{plan}/meetings");
        await office.SubmitAsync(new() { ["Form.On"] = "2026-04-15", ["Form.TimeAndPlace"] = "14:30，三楼", ["Form.Chair"] = "贺敬文" });
        var meeting = office.Path;

        (string Address, string Head, int Rows)[] lists =
        [
            ("planning/plans.xlsx", "工作要点", 1), ("planning/mine.xlsx", "任务", 8), ($"planning/units/{site.County.UnitId("安全科"):N}.xlsx", "任务", 3), ($"{plan}/milestones.xlsx", "时间节点", 10),
            ($"{plan}/dispatch.xlsx", "任务", 7), ($"{plan}/changes.xlsx", "任务", 0), ($"{plan}/meetings.xlsx", "主持人", 1), ($"{meeting}/agenda.xlsx", "决定", 7),
        ];
        foreach (var (address, head, rows) in lists)
        {
            var file = await office.FetchAsync(address);
            Assert.True(office.Status == HttpStatusCode.OK, $"{address}: {office.Status}");
            var sheet = WorkbookReader.Read(new MemoryStream(file), "x.xlsx").Sheets[0];
            var map = HeaderMap.Find(sheet, [new("head", [head])]);
            Assert.True(map.IsComplete, $"{address}: no {head} among {string.Join(' ', sheet.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text).Take(20))}");
            Assert.True(rows == map.RowsOf(sheet).Count(), $"{address}: {map.RowsOf(sheet).Count()} rows");
        }
    }

    [Fact]
    public async Task A_sheet_to_edit_goes_only_to_those_who_may_edit_that_list()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        await site.House.PublishAsync(site.County.Plan.Id);
        var plan = $"planning/plans/{site.County.Plan.Id:N}";
        using var office = await site.SignInAsync("office");
        using var chief = await site.SignInAsync("chief-basic");

        foreach (var list in (string[])["tasks", "targets", "milestones", "progress"])
        {
            await office.FetchAsync($"{plan}/{list}/edit.xlsx");
            Assert.Equal(HttpStatusCode.OK, office.Status);
            await office.OpenAsync($"{plan}/{list}/excel");
            Assert.Equal(HttpStatusCode.OK, office.Status);
            await chief.FetchAsync($"{plan}/{list}/edit.xlsx");
            Assert.Equal(list == "progress" ? HttpStatusCode.OK : HttpStatusCode.NotFound, chief.Status);
            await chief.OpenAsync($"{plan}/{list}/excel");
            Assert.Equal(list == "progress" ? HttpStatusCode.OK : HttpStatusCode.NotFound, chief.Status);
        }
        await office.OpenAsync($"{plan}/nothing/excel");
        Assert.Equal(HttpStatusCode.NotFound, office.Status);
    }
}
