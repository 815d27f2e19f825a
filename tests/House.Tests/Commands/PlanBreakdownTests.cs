using Shuren.Host.Commands;
using Shuren.PlanText;

namespace Shuren.House.Tests.Commands;

public sealed class PlanBreakdownTests
{
    private static readonly Place Nowhere = new(1, 0, 0);

    private static readonly WorkPlanReading Plan = new()
    {
        Title = "青禾县教育局2026年工作要点",
        Bureau = "青禾县教育局",
        Year = 2026,
        Published = new(2026, 3, 1),
        Districts = ["青禾县"],
        Sections =
        [
            new("s0", null, 1, "一、", "2025年工作回顾", null, false, Nowhere),
            new("s1", null, 1, "二、", "扩大优质资源", null, true, Nowhere),
            new("s2", "s1", 2, "（一）", "建好学校", null, true, Nowhere),
            new("s3", "s2", 3, "1.", "加快新建", null, true, Nowhere),
            new("s4", null, 1, "三、", "守牢安全底线", null, true, Nowhere),
        ],
        Tasks =
        [
            new("t0", "s0", "去年建成学校一所。", null, [], null, null, Nowhere),
            new("t1", "s3", "建成青禾县第三小学，新增学位1080个。", "规划财务科", ["办公室", "督导室"], "8月底前", new(2026, 8, 31), Nowhere),
            new("t2", "s2", "改造旧校舍。", null, [], null, null, Nowhere),
            new("t3", "s4", "每月开展一次演练。", null, [], "每月", null, Nowhere),
        ],
        Targets =
        [
            Target("g1", "t1", "新增学位1080个", TargetStatus.Target),
            Target("g2", "t1", "新增学位1080个", TargetStatus.Target),
            Target("g3", "t2", "去年改造2所", TargetStatus.Result),
        ],
    };

    [Fact]
    public void Tasks_are_numbered_by_their_key_task_and_the_past_is_left_out()
    {
        var breakdown = PlanBreakdown.Of(Plan);

        Assert.Equal(["1.1", "1.2", "2.1"], breakdown.Rows.Select(r => r.Number));
        Assert.Equal(["建好学校", "建好学校", "守牢安全底线"], breakdown.Rows.Select(r => r.Section));
        Assert.Equal("青禾县教育局2026年工作要点任务分解表", breakdown.Title);
        Assert.Equal("（2026年3月1日）", breakdown.Subtitle);
    }

    [Fact]
    public void Leads_are_entered_only_where_named_and_the_year_ends_what_has_no_date()
    {
        var rows = PlanBreakdown.Of(Plan).Rows;

        Assert.Equal(["规划财务科", "", ""], rows.Select(r => r.Lead));
        Assert.Equal(["8月底前", "2026年12月底前", "每月"], rows.Select(r => r.Due));
        Assert.Equal(["办公室", "督导室"], rows[0].Support);
        Assert.Equal(["新增学位1080个"], rows[0].Targets);
        Assert.Empty(rows[1].Targets);
    }

    [Fact]
    public void Several_districts_in_one_text_are_named()
    {
        var plan = Plan with { Districts = ["青禾县", "白鹭县"], Sections = [.. Plan.Sections.Select(s => s with { District = "白鹭县" })] };

        Assert.All(PlanBreakdown.Of(plan).Rows, row => Assert.StartsWith("白鹭县：", row.Section));
    }

    [Fact]
    public void A_text_without_title_and_sections_still_has_its_table()
    {
        var breakdown = PlanBreakdown.Of(new() { Bureau = "青禾县教育局", Tasks = [Plan.Tasks[1] with { Section = null, Due = null }] });

        Assert.Equal("青禾县教育局工作任务分解表", breakdown.Title);
        Assert.Equal(("1.1", "", ""), (breakdown.Rows[0].Number, breakdown.Rows[0].Section, breakdown.Rows[0].Due));
    }

    private static PlanTarget Target(string id, string task, string quote, TargetStatus status) =>
        new(id, task, null, quote, "学位", TargetKind.Increase, "1080", "个", null, null, status, Nowhere);
}
