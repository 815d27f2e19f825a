using Shuren.PlanText;

namespace Shuren.Engines.Tests.PlanText.Sources.Plain;

public sealed class MarkdownReaderTests
{
    [Fact]
    public async Task Headings_lists_tables_and_emphasis_are_understood()
    {
        var text = await Reading.Text(
            """
            # 青禾县教育局2026年工作要点
            ## 一、扩大**优质**资源 ##
            - 新建学校*3*所，见[方案](https://example.org/a)。
            1. 提升`办园`水平
            > 引用的话
            ---
            | 序号 | 任务 |
            |---|:--:|
            | 1 | **培训**教师 |
            #号学校
            """, "plan.md");

        Assert.Equal(["青禾县教育局2026年工作要点", "一、扩大优质资源"], text.Lines(LineKind.Heading));
        Assert.Equal(["新建学校3所，见方案。", "1. 提升办园水平", "引用的话", "#号学校"], text.Lines(LineKind.Text));
        Assert.Equal([["序号", "任务"], ["1", "培训教师"]], text.Rows());
        Assert.Equal("青禾县教育局2026年工作要点", text.Title);
        Assert.Equal(Enumerable.Range(1, 10), text.Lines.Select(line => line.Number));
        Reading.AssertWhole(text);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("#")]
    [InlineData("# ")]
    [InlineData("*")]
    [InlineData("_")]
    [InlineData("|-")]
    [InlineData("[")]
    [InlineData("![](")]
    [InlineData("- ")]
    public async Task A_long_line_of_marks_is_read_in_no_time(string mark)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        await Reading.Text("青禾县\n" + string.Concat(Enumerable.Repeat(mark, 200_000)) + "x", "a.md");

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 120); // an end, not a speed: what hangs takes hours
    }
}
