using Shuren.PlanText.Measures;

namespace Shuren.Engines.Tests.PlanText.Measures;

/// <summary>Units are converted exactly or not at all.</summary>
public sealed class UnitFitTests
{
    [Theory]
    [InlineData("%", "%", "", 1)]
    [InlineData("", "%", "", 100)]
    [InlineData("%", "", "", 0.01)]
    [InlineData("%", "个百分点", "", 1)]
    [InlineData("%", "成", "", 0.1)]
    [InlineData("人", "名", "", 1)]
    [InlineData("人", "万人", "", 0.0001)]
    [InlineData("元", "万元", "", 0.0001)]
    [InlineData("万元", "亿元", "", 0.0001)]
    [InlineData("平方米", "㎡", "", 1)]
    [InlineData("个班", "个", "", 1)]
    [InlineData("所", "个", "", 1)]
    [InlineData("个", "人", "留守儿童数", 1)]
    [InlineData("名/百人", "名", "小学每百名学生拥有骨干教师数", 1)]
    [InlineData("名/百人", "%", "", 1)]
    [InlineData("间/百人", "间", "初中每百名学生拥有多媒体教室数", 1)]
    [InlineData("平方米/人", "平方米", "小学生均教学及辅助用房面积", 1)]
    [InlineData("元/人", "元", "小学生均公用经费", 1)]
    [InlineData("元/人", "万元", "生均经费", 0.0001)]
    [InlineData("学时/人", "课时", "教师人均培训", 1)]
    [InlineData("生/师", ":1", "", 1)]
    [InlineData("幼儿/教师", "", "", 1)]
    [InlineData("台/百人", "台", "每百名学生计算机台数", 1)]
    public void A_plain_factor_is_found(string from, string to, string words, double factor) => Assert.Equal((decimal)factor, UnitFit.Between(from, to, words)!.Value.Factor);

    [Theory]
    [InlineData("人", "%", "")]
    [InlineData("%", "人", "")]
    [InlineData("元", "人", "")]
    [InlineData("人", "个", "")]
    [InlineData("平方米", "亩", "")]
    [InlineData("学时/人", "小时", "教师人均培训")]
    [InlineData("平方米/人", "平方米", "新增校舍面积")]
    [InlineData("元/人", "元", "投入经费")]
    [InlineData("所", "人", "")]
    [InlineData("%", "次", "")]
    public void What_does_not_fit_is_refused(string from, string to, string words) => Assert.Null(UnitFit.Between(from, to, words));

    [Theory]
    [InlineData("", "%", 0.07, 7)]
    [InlineData("", "%", 0.29, 29)]
    [InlineData("元", "万元", 12_345_678.9, 1_234.56789)]
    [InlineData("%", "", 57.1, 0.571)]
    [InlineData("人", "万人", 0, 0)]
    public void A_converted_value_has_no_noise(string from, string to, double value, double expected) => Assert.Equal(expected, UnitFit.Between(from, to, "")!.Value.Of(value));

    [Fact]
    public void There_and_back_is_the_same_value()
    {
        string[] units = ["%", "", "‰", "人", "万人", "百人", "元", "万元", "亿元", "名/百人", "元/人", "万元/人", "平方米"];
        var random = new Random(7);
        foreach (var (from, to) in units.SelectMany(from => units.Select(to => (from, to))))
        {
            Assert.Equal(UnitFit.Between(from, to, "") is null, UnitFit.Between(to, from, "") is null);
            if (UnitFit.Between(from, to, "") is not { } there)
                continue;
            var value = Math.Round(random.NextDouble() * 10_000, 3);
            Assert.Equal(1, there.Factor * UnitFit.Between(to, from, "")!.Value.Factor);
            Assert.Equal(value, UnitFit.Between(to, from, "")!.Value.Of(there.Of(value)), 1e-9);
        }
    }
}
