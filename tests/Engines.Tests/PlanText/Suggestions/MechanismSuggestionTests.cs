using Shuren.PlanText.Suggestions;

namespace Shuren.Engines.Tests.PlanText.Suggestions;

public sealed class MechanismSuggestionTests
{
    [Fact]
    public void All_222_capabilities_in_28_families_are_known()
    {
        Assert.Equal(222, MechanismSuggestion.All.Count);
        Assert.Equal(28, MechanismSuggestion.All.Select(mechanism => mechanism.Family).Distinct().Count());
        Assert.Equal(222, MechanismSuggestion.All.Select(mechanism => mechanism.Id).Distinct().Count());
        Assert.All(MechanismSuggestion.All, mechanism => Assert.InRange(mechanism.Keywords.Count, 3, 8));
        Assert.All(MechanismSuggestion.All, mechanism => Assert.StartsWith(mechanism.Family + ".", mechanism.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void A_capability_with_commas_and_quotation_marks_is_read_whole()
        => Assert.Contains(MechanismSuggestion.All, mechanism => mechanism.Id == "F01.02" && mechanism.Capability == "Multi-year plan with an opening, middle and closing year");

    [Theory]
    [InlineData("开展校园及周边安全隐患排查。", "F22.01")]
    [InlineData("组织教师交流轮岗。", "F12.04")]
    [InlineData("落实责任督学挂牌督导。", "F04.02")]
    [InlineData("开展学生心理健康筛查。", "F19.01")]
    [InlineData("推进明厨亮灶。", "F23.01")]
    [InlineData("建立控辍保学台账。", "F09.05")]
    [InlineData("严查培训机构预收费。", "F21.04")]
    [InlineData("做好近视防控。", "F18.04")]
    public void A_task_leads_to_the_mechanism_it_speaks_of(string task, string id)
        => Assert.Equal(id, MechanismSuggestion.Suggest(task)[0].Mechanism.Id);

    [Fact]
    public void The_reason_names_the_matched_words()
    {
        var best = MechanismSuggestion.Suggest("组建教育集团，深化集团化办学。")[0];

        Assert.Equal(["集团化办学", "教育集团"], best.Words);
        Assert.Equal("任务里写有“集团化办学”“教育集团”。", best.Reason);
    }

    [Fact]
    public void A_word_inside_a_longer_matched_one_counts_once()
        => Assert.DoesNotContain("轮岗", MechanismSuggestion.Suggest("组织教师交流轮岗。")[0].Words);

    [Fact]
    public void There_are_at_most_three_and_none_where_nothing_matches()
    {
        Assert.Equal(3, MechanismSuggestion.Suggest("开展评选、督办、演练、招生、食堂管理、信访、校舍改造和近视防控。").Count);
        Assert.Empty(MechanismSuggestion.Suggest("再接再厉。"));
        Assert.Empty(MechanismSuggestion.Suggest(""));
    }
}
