using Shuren.PlanText;
using Shuren.PlanText.Scoring;

namespace Shuren.Engines.Tests.PlanText.Scoring;

public sealed class PlanScoreTests
{
    private const string Text = "一、扩大资源\n新建学校3所，新增学位500个。推进布局调整工作。\n\n近视率持续下降。";

    private static readonly SourceText Source = SourceText.FromPlainText(Text);

    [Fact]
    public void A_section_is_right_when_line_and_title_agree_marker_and_punctuation_aside()
    {
        var right = Score(Labels() with { Sections = [new(1, "一、", "扩大 资源。")] }, new() { Sections = [Section(1, "扩大资源")] });
        var wrongLine = Score(Labels() with { Sections = [new(2, "一、", "扩大资源")] }, new() { Sections = [Section(1, "扩大资源")] });

        Assert.Equal(1, right.Sections.F1);
        Assert.Equal(0, wrongLine.Sections.F1);
        Assert.Equal(new ScoredPiece(2, "一、扩大资源"), Assert.Single(wrongLine.Sections.Misses));
        Assert.Equal(new ScoredPiece(1, "一、扩大资源"), Assert.Single(wrongLine.Sections.Extras));
    }

    [Theory]
    [InlineData(2, "新建学校3所，新增学位500", true)]
    [InlineData(2, "新建学校３所,新增学位 500", true)]
    [InlineData(3, "新建学校3所，新增学位500", true)]
    [InlineData(4, "新建学校3所，新增学位500", false)]
    [InlineData(2, "新建学校4所，新增学位500", false)]
    public void A_task_is_right_when_its_first_fourteen_characters_agree_on_the_line_or_the_next(int line, string prefix, bool right)
    {
        var score = Score(Labels() with { Tasks = [new(line, prefix, null)] }, new() { Tasks = [Task(2, "新建学校3所，新增学位500个。")] });

        Assert.Equal(right ? 1 : 0, score.Tasks.Right);
    }

    [Fact]
    public void What_differs_behind_the_fourteenth_character_does_not_matter()
        => Assert.Equal(1, Score(Labels() with { Tasks = [new(2, "新建学校3所，新增学位500", null)] }, new() { Tasks = [Task(2, "新建学校3所，新增学位500名以上")] }).Tasks.Right);

    [Fact]
    public void Each_label_and_each_piece_is_used_once()
    {
        var score = Score(Labels() with { Tasks = [new(2, "推进布局", null)] }, new() { Tasks = [Task(2, "推进布局调整"), Task(2, "推进布局优化")] });

        Assert.Equal((1, 1, 2), (score.Tasks.Right, score.Tasks.Labelled, score.Tasks.Found));
        Assert.Equal(0.5, score.Tasks.Precision);
        Assert.Equal(1, score.Tasks.Recall);
        Assert.Equal(2.0 / 3, score.Tasks.F1, 9);
        Assert.Equal(new ScoredPiece(2, "推进布局优化"), Assert.Single(score.Tasks.Extras));
    }

    [Theory]
    [InlineData("3", "所", "新建学校3所", 2, true)]
    [InlineData("3.0", "所", "学校3所", 2, true)]
    [InlineData("3", "个", "新建学校3所", 2, false)]
    [InlineData("4", "所", "新建学校3所", 2, false)]
    [InlineData("3", "所", "新建学校3所", 1, false)]
    [InlineData("3", "所", "推进布局调整", 2, false)]
    public void A_target_is_right_when_value_unit_and_line_agree_and_the_quotes_overlap(string value, string unit, string quote, int line, bool right)
    {
        var gold = Labels() with { Targets = [new(line, quote, null, value, unit, "=", null, "target")] };

        Assert.Equal(right ? 1 : 0, Score(gold, new() { Targets = [Target("新建学校3所", "3", "所")] }).Targets.Right);
    }

    [Fact]
    public void Comparator_deadline_and_status_are_compared_on_the_right_ones_only()
    {
        var gold = Labels() with
        {
            Targets = [new(2, "新建学校3所", null, "3", "所", ">=", "年底", "result"), new(2, "推进布局", null, "9", "所", "=", null, "target")],
        };

        var score = Score(gold, new() { Targets = [Target("新建学校3所", "3", "所")] });

        Assert.Equal((0, 1), (score.Comparators.Right, score.Comparators.Of));
        Assert.Equal("新建学校3所 comparator: = ≠ >=", Assert.Single(score.Comparators.Wrong).Text);
        Assert.Equal("新建学校3所 deadline: null ≠ 年底", Assert.Single(score.Deadlines.Wrong).Text);
        Assert.Equal("新建学校3所 status: target ≠ result", Assert.Single(score.Statuses.Wrong).Text);
        Assert.Equal("推进布局 [9 所]", Assert.Single(score.Targets.Misses).Text);
    }

    [Fact]
    public void Directions_are_scored_only_where_the_labels_hold_any()
    {
        var direction = Target("近视率持续下降", null, "", 4) with { Kind = TargetKind.Direction };

        var without = Score(Labels() with { Targets = [new(2, "新建学校3所", null, "3", "所", "=", null, "target")] }, new() { Targets = [direction] });
        var with = Score(Labels() with { Targets = [new(4, "近视率持续下降", null, null, "", "=", null, "target")] }, new() { Targets = [direction] });

        Assert.Equal(0, without.Targets.Found);
        Assert.Equal((1, 1), (with.Targets.Found, with.Targets.Right));
    }

    [Fact]
    public void Nothing_labelled_and_nothing_found_is_perfect()
    {
        var score = Score(new GoldPlan(), new());

        Assert.Equal((1, 1, 1), (score.Tasks.Precision, score.Tasks.Recall, score.Tasks.F1));
        Assert.Equal(1, score.Comparators.Rate);
    }

    [Fact]
    public void Labels_are_read_from_json_and_unknown_members_are_passed_over()
    {
        const string json = """
            { "document": "a.txt", "year": 2026, "tasks": [ { "line": 3, "prefix": "推进", "section": null, "note": 1 } ],
              "targets": [ { "line": 3, "quote": "3所", "value": null, "unit": "所", "status": "target" } ] }
            """;

        Assert.True(GoldPlan.TryParse(json, out var gold, out var reason));
        Assert.Null(reason);
        Assert.Equal(("a.txt", 3, "推进"), (gold!.Document, gold.Tasks[0].Line, gold.Tasks[0].Prefix));
        Assert.Null(gold.Targets[0].Value);
    }

    [Theory]
    [InlineData("{ \"tasks\": [", "不是有效的 JSON")]
    [InlineData("not json", "不是有效的 JSON")]
    [InlineData("{}", "没有 sections")]
    [InlineData("null", "没有 sections")]
    [InlineData("{ \"tasks\": null }", "没有 sections")]
    public void What_holds_no_labels_is_refused_with_a_reason(string json, string reason)
    {
        Assert.False(GoldPlan.TryParse(json, out var gold, out var said));
        Assert.Null(gold);
        Assert.Contains(reason, said!, StringComparison.Ordinal);
    }

    private static PlanScore Score(GoldPlan gold, WorkPlanReading reading) => PlanScore.Of(gold, reading, Source);

    private static GoldPlan Labels() => new() { Document = "青禾.txt" };

    private static PlanSection Section(int line, string title) => new("s1", null, 1, "一、", title, null, true, new(line, 0, 1));

    private static PlanTask Task(int line, string text) => new("t1", null, text, null, [], null, null, new(line, 0, 1));

    private static PlanTarget Target(string quote, string? value, string unit, int line = 2)
    {
        var start = Text.IndexOf(quote, StringComparison.Ordinal);
        return new("g1", null, null, quote, "", TargetKind.Count, value, unit, "=", null, TargetStatus.Target, new(line, start, start + quote.Length));
    }
}
