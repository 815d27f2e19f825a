using Shuren.Documents.Breakdowns;
using Shuren.Documents.Workbooks;

namespace Shuren.Engines.Tests.Documents.Breakdowns;

public sealed class BreakdownWorkbookTests
{
    [Fact]
    public async Task It_prints_across_A4_one_page_wide_with_the_head_on_every_page()
    {
        var rendering = await LibreOffice.Render("breakdown.xlsx", file => BreakdownWorkbook.Write(file, Samples.Breakdown(repeats: 6)));

        Assert.True(rendering.Pages.Count >= 2, $"{rendering.Pages.Count} pages");
        Assert.All(rendering.Pages, page => Assert.Contains("牵头单位", page));
        Assert.All(rendering.Pages, page => Assert.Contains("量化目标", page));
        Assert.Contains($"第{rendering.Pages.Count}页，共{rendering.Pages.Count}页", rendering.Pages[^1].Replace(" ", ""));
        Assert.All(rendering.Sizes, size => Assert.True(size.Width > size.Height));
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        using var file = new MemoryStream();
        var breakdown = Samples.Breakdown();

        BreakdownWorkbook.Write(file, breakdown);

        file.Position = 0;
        var sheet = Assert.Single(WorkbookReader.Read(file, "分解表.xlsx").Sheets);
        var map = HeaderMap.Find(sheet, [new("number", ["序号"]), new("task", ["工作任务"]), new("lead", ["牵头单位", "责任单位"]), new("targets", ["量化目标"])]);
        Assert.Equal(3, map.HeadRow);
        Assert.Equal(breakdown.Rows.Select(r => r.Task), map.RowsOf(sheet).Select(r => map.Cell(r, "task").Text));
        Assert.Equal(breakdown.Rows.Select(r => r.Lead), map.RowsOf(sheet).Select(r => map.Cell(r, "lead").Text));
        Assert.Equal("新增公办学位900个\n公办园占比≥62%", map.Cell(map.RowsOf(sheet).First(), "targets").Text);
        OpenXmlSchema.AssertValidWorkbook(file);
    }

    [Fact]
    public void The_remark_column_is_there_only_where_a_row_has_a_remark()
    {
        var row = new BreakdownRow("1.1", "一", "做事。", "", [], "", []);

        Assert.DoesNotContain("备注", Heads(new("表", [row])));
        Assert.Contains("备注", Heads(new("表", [row with { Remark = "见附件" }])));
    }

    private static IEnumerable<string> Heads(Breakdown breakdown)
    {
        using var file = new MemoryStream();
        BreakdownWorkbook.Write(file, breakdown);
        file.Position = 0;
        return [.. WorkbookReader.Read(file, "x.xlsx").Sheets[0].Rows[1].Cells.Select(c => c.Text)];
    }
}
