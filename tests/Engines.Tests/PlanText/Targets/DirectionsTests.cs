using Shuren.PlanText;

namespace Shuren.Engines.Tests.PlanText.Targets;

public sealed class DirectionsTests
{
    [Theory]
    [InlineData("确保学生龋齿率、超重率持续下降。", "学生龋齿率、超重率持续下降", "学生龋齿率、超重率", "decrease")]
    [InlineData("推动非学科类机构审批率、全国平台纳入率、线上缴费使用率持续提升。", "非学科类机构审批率、全国平台纳入率、线上缴费使用率持续提升", "非学科类机构审批率、全国平台纳入率、线上缴费使用率", "increase")]
    [InlineData("稳步提高教师培训优秀率。", "稳步提高教师培训优秀率", "教师培训优秀率", "increase")]
    [InlineData("提高家长参与活动的比例。", "提高家长参与活动的比例", "家长参与活动的比例", "increase")]
    [InlineData("入学率逐年稳步提升。", "入学率逐年稳步提升", "入学率", "increase")]
    public void Where_a_rate_goes_without_a_number_is_a_direction(string sentence, string quote, string indicator, string comparator)
    {
        var target = Reads.One(sentence);

        Assert.Equal((TargetKind.Direction, null, quote), (target.Kind, target.Value, target.Quote));
        Assert.Equal((indicator, comparator, ""), (target.Indicator, target.Comparator, target.Unit));
    }

    [Theory]
    [InlineData("持续提高工作效率。")]
    [InlineData("提高教育质量。")]
    [InlineData("教师水平稳步提升。")]
    [InlineData("“升学率提高”不是目的。")]
    [InlineData("做到率先提升。")]
    public void What_is_not_measured_has_no_direction(string sentence) => Assert.Empty(Reads.Plan(sentence));

    [Fact]
    public void A_clause_with_a_number_is_no_direction() => Assert.Equal(TargetKind.Reach, Reads.One("优良率稳步提升到60%。").Kind);
}
