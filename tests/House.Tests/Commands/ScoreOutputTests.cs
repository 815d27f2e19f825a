using System.Text.Json;
using Shuren.Host.Commands;
using Shuren.PlanText.Scoring;

namespace Shuren.House.Tests.Commands;

public sealed class ScoreOutputTests
{
    private static readonly PlanScore Score = new(
        "青禾县2026年工作要点.txt",
        new(2, 2, 2, [], []),
        new(1, 2, 3, [new(7, "推进布局调整")], [new(5, "总体要求是"), new(3, new string('长', 70))]),
        new(1, 1, 1, [], []),
        new(0, 1, [new(9, "新增学位500个 comparator: = ≠ increase")]),
        new(1, 1, []),
        new(1, 1, []));

    [Fact]
    public void The_report_gives_the_figures_and_then_every_difference_with_its_line()
    {
        using var output = new StringWriter();

        ScoreOutput.WriteText(output, Score);

        var text = output.ToString();
        Assert.StartsWith("青禾县2026年工作要点.txt：与人工标注比较", text, StringComparison.Ordinal);
        Assert.Contains("任务  33.3%   50.0%   40.0%   1/2/3", text, StringComparison.Ordinal);
        Assert.Contains("任务：漏读（1）", text, StringComparison.Ordinal);
        Assert.Contains("  - 第7行 推进布局调整", text, StringComparison.Ordinal);
        Assert.Contains("  ! 第9行 新增学位500个 comparator: = ≠ increase", text, StringComparison.Ordinal);
        Assert.DoesNotContain("部分：漏读", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("第3行", StringComparison.Ordinal) < text.IndexOf("第5行", StringComparison.Ordinal));
        Assert.Contains(new string('长', 60) + "…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_holds_the_same()
    {
        using var output = new StringWriter();

        ScoreOutput.WriteJson(output, Score);

        var root = JsonDocument.Parse(output.ToString()).RootElement;
        Assert.Equal(0.4, root.GetProperty("tasks").GetProperty("f1").GetDouble(), 9);
        Assert.Equal(7, root.GetProperty("tasks").GetProperty("misses")[0].GetProperty("line").GetInt32());
        Assert.Equal(0, root.GetProperty("comparators").GetProperty("rate").GetDouble());
    }
}
