namespace Shuren.Engines.Tests.PlanText.Targets;

/// <summary>Numbers that plans of bureaus far apart brought up.</summary>
public sealed class UnitAndNameTests
{
    [Fact]
    public void Numbers_in_a_row_share_the_last_ones_unit_and_verb()
    {
        var targets = Reads.Plan("毛入园率、巩固率、毛入学率分别提高0.6、0.2、1.3个百分点。");

        Assert.Equal(["0.6 个百分点 increase", "0.2 个百分点 increase", "1.3 个百分点 increase"], targets.Select(t => $"{t.Value} {t.Unit} {t.Comparator}"));
    }

    [Fact]
    public void Numbers_in_a_row_without_a_unit_at_the_end_stay_names() => Assert.Empty(Reads.Plan("推广2.0、3.0版平台。"));

    [Fact]
    public void The_verb_of_a_cut_is_no_part_of_the_indicator()
    {
        var target = Reads.One("各类督查检查考核事项压减20%以上。");

        Assert.Equal(("20", "%", ">=", "Decrease"), (target.Value, target.Unit, target.Comparator, target.Kind.ToString()));
        Assert.EndsWith("考核事项", target.Indicator);
    }

    [Theory]
    [InlineData("留样不少于125克。", "125", "克")]
    [InlineData("办理助学贷款2800笔。", "2800", "笔")]
    [InlineData("规划60个教学班。", "60", "个")]
    [InlineData("覆盖8个年级。", "8", "个")]
    [InlineData("培养周期3年。", "3", "年")]
    [InlineData("综合排名上升到第5位。", "5", "名次")]
    [InlineData("家长满意度达到90分以上。", "90", "分")]
    [InlineData("更换监控探头300路。", "300", "路")]
    [InlineData("教师平均年龄不超过45岁。", "45", "岁")]
    [InlineData("新增劳动力平均受教育年限达到14.2年。", "14.2", "年")]
    [InlineData("设立名师工作室四个。", "4", "个")]
    [InlineData("引进骨干教师两批。", "2", "批")]
    public void The_printed_unit_is_kept(string sentence, string value, string unit)
        => Assert.Equal((value, unit), (Reads.One(sentence).Value, Reads.One(sentence).Unit));

    [Theory]
    [InlineData("为海拔1500米以上的学校安装取暖设备。")]
    [InlineData("经县十八届人大五次会议票决。")]
    [InlineData("撤销不足10人的教学点。")]
    [InlineData("表扬600分以上考生。")]
    [InlineData("交出一份满意答卷。")]
    public void A_number_that_only_marks_off_or_names_is_none(string sentence) => Assert.Empty(Reads.Plan(sentence));

    [Fact]
    public void The_most_that_is_given_is_a_ceiling() => Assert.Equal("<=", Reads.One("最高给予安家补贴60万元。").Comparator);

    [Fact]
    public void A_terms_beginning_is_kept_with_its_year() => Assert.Equal("2026年春季学期开学前", Reads.One("2026年春季学期开学前完成12所学校改造。", 2025).Deadline);
}
