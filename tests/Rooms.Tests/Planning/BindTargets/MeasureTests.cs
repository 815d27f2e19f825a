using Shuren.Contracts.Indicators;
using Shuren.Planning.BindTargets;
using Shuren.Planning.ViewTargets;
using Shuren.PlanText;

namespace Shuren.Rooms.Tests.Planning.BindTargets;

/// <summary>A target's value from an indicator's: exactly, or a refusal that says why.</summary>
public class MeasureTests
{
    [Theory]
    [InlineData(TargetKind.Floor, "%", null, "%", 57.3, 57.3)]
    [InlineData(TargetKind.Ceiling, "%", null, "", 0.45, 45)]
    [InlineData(TargetKind.Increase, "个百分点", 55.1, "%", 57.3, 2.2)]
    [InlineData(TargetKind.Decrease, "个百分点", 12.5, "%", 11.2, 1.3)]
    [InlineData(TargetKind.Increase, "人", 980d, "人", 1_100, 120)]
    [InlineData(TargetKind.Increase, "%", 2_000d, "人", 2_100, 5)]
    [InlineData(TargetKind.Decrease, "%", 40d, "个班", 30, 25)]
    [InlineData(TargetKind.Increase, "万人", 0.2, "人", 3_500, 0.15)]
    [InlineData(TargetKind.Direction, "", null, "%", 48.2, 48.2)]
    public void The_value_is_what_one_would_reckon_by_hand(TargetKind kind, string unit, double? baseline, string indicatorUnit, double value, double expected) =>
        Assert.Equal(expected, Measure.Between(Card(indicatorUnit), Target(kind, unit, baseline)).Value.Of(value), 1e-12);

    [Theory]
    [InlineData(TargetKind.Floor, "人", null, "%", false, "UnitsDoNotFit")]
    [InlineData(TargetKind.Increase, "个百分点", null, "%", false, "TargetBaselineMissing")]
    [InlineData(TargetKind.Increase, "%", 50d, "%", false, "TargetChangeUnclear")]
    [InlineData(TargetKind.Increase, "%", 0d, "人", false, "TargetBaselineMissing")]
    [InlineData(TargetKind.Rank, "名次", null, "%", false, "TargetNotMeasured")]
    [InlineData(TargetKind.Date, "", null, "%", false, "TargetNotMeasured")]
    [InlineData(TargetKind.Floor, "%", null, "", true, "IndicatorIsQuestion")]
    public void What_cannot_be_done_exactly_is_refused(TargetKind kind, string unit, double? baseline, string indicatorUnit, bool isQuestion, string code) =>
        Assert.Equal(code, Measure.Between(Card(indicatorUnit) with { IsQuestion = isQuestion }, Target(kind, unit, baseline)).Refusals.Single().Code);

    [Fact]
    public void A_computed_value_goes_before_a_reported_one_which_stays_beside_it()
    {
        var reported = Target(TargetKind.Floor, "%", null) with { Reported = new(56, new(2026, 3, 1)), Value = 55.5, Comparator = ">=" };
        var computed = reported with { Computed = new("指标", null, "%", new(55.4, new(2026, 4, 15)), null) };

        Assert.Equal((56d, false, TargetStanding.Reached), (reported.Last!.Value, reported.IsComputed, reported.StandingAt(0.3)));
        Assert.Equal((55.4, true, TargetStanding.Short), (computed.Last!.Value, computed.IsComputed, computed.StandingAt(0.3)));
        Assert.Equal(0.6, computed.Computed!.Difference(computed.Reported));
        // Without a value of the indicator what was reported counts on.
        Assert.Equal(56, (reported with { Computed = new("指标", null, "%", null, new("IndicatorHasNoValue")) }).Last!.Value);
    }

    [Fact]
    public void The_noise_of_a_computation_does_not_miss_a_goal()
    {
        var target = Target(TargetKind.Floor, "%", null) with { Value = 58, Comparator = ">=", Computed = new("指标", null, "%", new(57.99999999999999, new(2026, 4, 15)), null) };

        Assert.Equal(TargetStanding.Reached, target.StandingAt(0.3));
        Assert.Equal(TargetStanding.Short, (target with { Computed = new("指标", null, "%", new(57.999, new(2026, 4, 15)), null) }).StandingAt(0.3));
    }

    private static IndicatorCard Card(string unit) => new("X", "指标", "指标", "", unit, unit, BetterWay.Up, false, IndicatorPlaces.District, new("indicators", "indicator", Guid.Empty), "indicators/X");

    private static TargetLine Target(TargetKind kind, string unit, double? baseline) => new() { Id = Guid.CreateVersion7(), Indicator = "目标", Kind = kind, Unit = unit, Quote = "", Baseline = baseline };
}
