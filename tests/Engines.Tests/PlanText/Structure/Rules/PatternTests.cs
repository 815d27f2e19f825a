using Shuren.PlanText.Structure.Rules;

namespace Shuren.Engines.Tests.PlanText.Structure.Rules;

public sealed class PatternTests
{
    [Theory]
    [InlineData("总结", "年度总结会", true)]
    [InlineData("^总结", "年度总结会", false)]
    [InlineData("总结$", "年度总结", true)]
    [InlineData("总结$", "年度总结会", false)]
    [InlineData("^总结$", "总结", true)]
    [InlineData("^总结$", "总结总结", false)]
    [InlineData("是…之年", "今年是开局之年。", true)]
    [InlineData("是…之年", "之年是", false)]
    [InlineData("^以…为…$", "以质量为主线", true)]
    [InlineData("^…以…为指导", "坚持以理论为指导", true)]
    [InlineData("a…a$", "a", false)]
    public void A_pattern_is_words_in_their_order(string rule, string text, bool matches) =>
        Assert.Equal(matches, new Pattern(rule).Matches(text));
}
