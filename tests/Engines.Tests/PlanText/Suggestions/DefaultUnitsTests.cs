using Shuren.PlanText.Suggestions;

namespace Shuren.Engines.Tests.PlanText.Suggestions;

public sealed class DefaultUnitsTests
{
    [Fact]
    public void The_eleven_standard_sections_come_with_names_and_duties()
    {
        Assert.Equal(
            ["办公室", "组织人事科", "基础教育科", "督导室", "规划财务科", "安全科", "招生办", "教研室", "教师发展中心", "校外培训监管科", "体卫艺科"],
            DefaultUnits.All.Select(unit => unit.Name));
        Assert.All(DefaultUnits.All, unit => Assert.True(unit.Duties.Count >= 15 && unit.ShortNames.Count >= 3, unit.Name));
        Assert.All(DefaultUnits.All, unit => Assert.Equal(unit.Duties.Count, unit.Duties.Distinct().Count()));
    }

    [Theory]
    [InlineData("基教股", "基础教育科")]
    [InlineData("青禾县教育局计财科", "规划财务科")]
    [InlineData("体卫艺劳科", "体卫艺科")]
    [InlineData("人事师资科", "组织人事科")]
    [InlineData("局办公室", "办公室")]
    [InlineData("考试招生科", "招生办")]
    [InlineData("教师进修学校", "教师发展中心")]
    [InlineData("督导室", "督导室")]
    public void A_bureaus_own_name_leads_to_the_standard_section(string name, string standard) => Assert.Equal(standard, DefaultUnits.Standard(name)?.Name);

    [Theory]
    [InlineData("青禾一中")]
    [InlineData("")]
    public void Another_unit_is_none_of_them(string name) => Assert.Null(DefaultUnits.Standard(name));
}
