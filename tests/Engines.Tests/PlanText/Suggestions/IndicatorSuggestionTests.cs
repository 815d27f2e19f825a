using Shuren.PlanText.Suggestions;

namespace Shuren.Engines.Tests.PlanText.Suggestions;

/// <summary>What the suggestion of indicators keeps to; how often it is right is measured in the rooms, against all packs.</summary>
public sealed class IndicatorSuggestionTests
{
    private static readonly IndicatorSuggestion Suggestion = new(
    [
        new("K", "普惠性幼儿园覆盖率", "%", WantedWay.Up), new("P", "小学平均班额", "人", WantedWay.Down), new("J", "初中平均班额", "人", WantedWay.Down),
        new("A", "初中生均教学及辅助用房面积", "平方米/人", WantedWay.Up), new("D", "初中生均教学及辅助用房面积校际差异系数", "", WantedWay.Down),
    ]);

    [Fact]
    public void Another_word_for_the_same_matter_is_found_and_the_reason_says_what_both_say()
    {
        var best = Suggest("普惠园覆盖率", "%", WantedWay.Up)[0];

        Assert.Equal("K", best.Code);
        Assert.Equal(["普惠性幼儿园覆盖率"], best.Shared);
        Assert.True(best.Fit.IsSame);
    }

    [Fact]
    public void Of_two_stages_the_other_is_never_suggested() => Assert.Equal(["P"], Suggest("小学平均班额", "人", WantedWay.Down).Select(advice => advice.Code));

    [Fact]
    public void A_target_that_names_no_stage_is_offered_both() => Assert.Equal(["J", "P"], Suggest("平均班额", "人", WantedWay.Down).Select(advice => advice.Code).Order());

    [Fact]
    public void A_unit_that_does_not_fit_or_the_other_direction_suggests_nothing()
    {
        Assert.Empty(Suggest("普惠性幼儿园覆盖率", "所", WantedWay.Up));
        Assert.Empty(Suggest("普惠性幼儿园覆盖率", "%", WantedWay.Down));
        Assert.Equal("K", Suggest("普惠性幼儿园覆盖率", null, WantedWay.Any)[0].Code);
    }

    [Fact]
    public void A_word_that_narrows_the_matter_keeps_apart()
    {
        Assert.Equal(["A"], Suggest("初中生均教学及辅助用房面积", "平方米", WantedWay.Up).Select(advice => advice.Code));
        Assert.Equal(["D"], Suggest("初中生均教学及辅助用房面积差异系数", "", WantedWay.Down).Select(advice => advice.Code));
    }

    [Fact]
    public void Nothing_near_is_nothing()
    {
        Assert.Empty(Suggest("热线工单按期办结率", "%", WantedWay.Up));
        Assert.Empty(Suggest("", "%", WantedWay.Up));
    }

    private static IReadOnlyList<IndicatorAdvice> Suggest(string name, string? unit, WantedWay way) => Suggestion.Suggest(new(name, "", unit, way));
}
