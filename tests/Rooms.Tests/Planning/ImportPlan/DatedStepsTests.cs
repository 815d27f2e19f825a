using Shuren.Planning.ImportPlan;

namespace Shuren.Rooms.Tests.Planning.ImportPlan;

/// <summary>Each row was read by a person first.</summary>
public class DatedStepsTests
{
    [Theory]
    [InlineData("制定布局规划，6月底前完成初稿，9月底前报县政府审定。", "2026-06-30 完成初稿|2026-09-30 报县政府审定")]
    [InlineData("6月底前完成全县中小学议事规则修订，开展执行情况专项检查。", "")]
    [InlineData("3月底前印发方案；上半年完成主体施工，装修同步进行；8月20日前交付使用。", "2026-03-31 印发方案|2026-06-30 完成主体施工，装修同步进行|2026-08-20 交付使用")]
    [InlineData("每月开展一次巡查，每学期演练不少于2次。", "")]
    [InlineData("全年检查不少于2轮，年底前完成总结。", "")]
    public void A_sentence_with_several_dates_is_several_steps(string text, string expected) =>
        Assert.Equal(expected, Said(text, 2026, 2026));

    [Theory]
    [InlineData("2026年底前完成立项，2027年9月开工建设，2028年8月底前交付使用。", "2026-12-31 完成立项|2027-09-30 开工建设|2028-08-31 交付使用")]
    [InlineData("每年新增公办学位1000个以上。", "2026-12-31 2026年新增公办学位1000个以上|2027-12-31 2027年新增公办学位1000个以上|2028-12-31 2028年新增公办学位1000个以上")]
    [InlineData("生均公用经费小学每生每年不低于900元。", "")]
    public void A_plan_of_several_years_has_steps_in_its_years(string text, string expected) =>
        Assert.Equal(expected, Said(text, 2026, 2028));

    private static string Said(string text, int first, int last) => string.Join('|', DatedSteps.Of(text, (first, last)).Select(step => $"{step.Day:yyyy-MM-dd} {step.Title}"));
}
