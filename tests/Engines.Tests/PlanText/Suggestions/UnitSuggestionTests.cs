using Shuren.PlanText.Suggestions;

namespace Shuren.Engines.Tests.PlanText.Suggestions;

public sealed class UnitSuggestionTests(ITestOutputHelper output)
{
    private static readonly UnitProfile Safety = new("安全科", ["安全股"], ["校车安全", "隐患排查"]);

    private static readonly UnitProfile Sports = new("体卫艺科", [], ["学校体育", "近视防控"]);

    [Fact]
    public void Nine_in_ten_tasks_of_Qinghe_go_to_the_right_section()
    {
        var suggestion = new UnitSuggestion(DefaultUnits.All, []);

        var wrong = QingheTasks.All.Where(task => Best(suggestion.Suggest(task.Task, "")) != task.Lead).ToList();

        foreach (var (lead, task) in wrong)
            output.WriteLine($"{task} {lead} ≠ {string.Join(" ", suggestion.Suggest(task, "").Candidates.Select(c => $"{c.Unit} {c.Score:F2}"))}");
        Assert.True(QingheTasks.All.Length >= 88);
        Assert.True(1 - (double)wrong.Count / QingheTasks.All.Length >= 0.9, $"{wrong.Count} of {QingheTasks.All.Length} wrong");
    }

    [Fact]
    public void Every_standard_section_is_found_for_most_of_its_tasks()
    {
        var suggestion = new UnitSuggestion(DefaultUnits.All, []);

        foreach (var section in QingheTasks.All.GroupBy(task => task.Lead))
        {
            var right = section.Count(task => Best(suggestion.Suggest(task.Task, "")) == task.Lead);
            Assert.True(section.Count() >= 8 && right >= 0.75 * section.Count(), $"{section.Key}: {right} of {section.Count()}");
        }
    }

    [Fact]
    public void The_reason_names_the_duties_that_matched()
    {
        var best = UnitSuggestion.Suggest("加强校车安全管理。", "", [Sports, Safety], []).Candidates[0];

        Assert.Equal("安全科", best.Unit);
        Assert.Equal("职责“校车安全”与任务用词相合。", best.Reason);
        Assert.InRange(best.Score, 0.3, 1);
    }

    [Fact]
    public void The_score_is_the_arithmetic_of_the_remarks()
    {
        var best = UnitSuggestion.Suggest("加强校车安全管理。", "", [Sports, Safety], []).Candidates[0];

        // 校车, 车安, 安全: each held by 1 of 2 units, so ln(1 + 2/1) each; wholly covered; points / (points + 4).
        var points = 3 * Math.Log(3);
        Assert.Equal(points / (points + 4), best.Score, 9);
    }

    [Fact]
    public void A_rare_word_outweighs_one_that_every_section_uses()
    {
        UnitProfile left = new("甲科", [], ["教师管理", "校车"]);
        UnitProfile right = new("乙科", [], ["教师管理"]);

        Assert.Equal("甲科", Best(UnitSuggestion.Suggest("加强教师管理和校车调度。", "", [right, left], [])));
    }

    [Fact]
    public void A_tie_gives_both()
    {
        UnitProfile left = new("甲科", [], ["劳动教育"]);
        UnitProfile right = new("乙科", [], ["劳动教育"]);

        Assert.Equal(["甲科", "乙科"], UnitSuggestion.Suggest("加强劳动教育。", "", [left, right], []).Leads.Select(lead => lead.Unit));
    }

    [Fact]
    public void A_clear_best_stands_alone()
        => Assert.Single(UnitSuggestion.Suggest("加强校车安全隐患排查。", "", [Sports, Safety], []).Leads);

    [Fact]
    public void The_section_title_helps_but_weighs_less_than_the_task()
    {
        var byTask = UnitSuggestion.Suggest("做好近视防控。", "", [Sports, Safety], []).Candidates[0].Score;
        var byTitle = UnitSuggestion.Suggest("健全工作机制。", "做好近视防控", [Sports, Safety], []).Candidates[0];

        Assert.Equal("体卫艺科", byTitle.Unit);
        Assert.True(byTitle.Score < byTask);
    }

    [Fact]
    public void Last_years_lead_of_a_similar_task_is_suggested_with_its_similarity()
    {
        PastTask[] past = [new("组织全县中小学生科技节展示活动。", "安全科", ["体卫艺科"]), new("做好办公用品采购。", "体卫艺科", [])];

        var advice = UnitSuggestion.Suggest("组织全县中小学生科技节展示活动。", "", [Sports, Safety], past);

        Assert.Equal("安全科", Best(advice));
        Assert.Equal(0.9, advice.Candidates[0].Score, 2);
        Assert.Contains("往年相似任务“组织全县中小学生科技节展示活动”由其牵头（相似度 100%）", advice.Candidates[0].Reason, StringComparison.Ordinal);
        Assert.Equal("体卫艺科", Assert.Single(advice.Support).Unit);
    }

    [Fact]
    public void An_unlike_task_of_last_year_says_nothing()
    {
        PastTask[] past = [new("做好办公用品采购。", "体卫艺科", [])];

        Assert.Empty(UnitSuggestion.Suggest("组织科技节。", "", [Sports, Safety], past).Candidates);
    }

    [Theory]
    [InlineData("由安全股牵头，开展大课间学校体育活动。")]
    [InlineData("开展学校体育活动，安全科负责。")]
    [InlineData("开展学校体育活动（责任科室：安全科）。")]
    public void The_documents_own_word_comes_first(string task)
    {
        var best = UnitSuggestion.Suggest(task, "", [Sports, Safety], []).Candidates[0];

        Assert.Equal(("安全科", 1.0), (best.Unit, best.Score));
        Assert.StartsWith("文件写明“", best.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_the_document_calls_in_supports()
    {
        var advice = UnitSuggestion.Suggest("会同安全科做好近视防控和学校体育。", "", [Sports, Safety], []);

        Assert.Equal("体卫艺科", Best(advice));
        Assert.Equal("安全科", advice.Support[0].Unit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("。")]
    [InlineData("abc 123")]
    public void Nothing_speaks_for_anybody_where_no_word_matches(string task)
    {
        var advice = UnitSuggestion.Suggest(task, "", DefaultUnits.All, []);

        Assert.Empty(advice.Candidates);
        Assert.Empty(advice.Leads);
        Assert.Empty(advice.Support);
    }

    private static string? Best(UnitAdvice advice) => advice.Candidates.Count == 0 ? null : advice.Candidates[0].Unit;
}
