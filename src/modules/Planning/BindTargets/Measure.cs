using Shuren.Contracts.Indicators;
using Shuren.Kernel;
using Shuren.Planning.ViewTargets;
using Shuren.PlanText;
using Shuren.PlanText.Measures;

namespace Shuren.Planning.BindTargets;

/// <summary>
/// How the value of an indicator becomes the value of a target. A level is written in the target's unit; of a target that wants a growth or a fall the change since last
/// year's value is taken. Where that cannot be done exactly it is refused, never guessed.
/// </summary>
internal sealed class Measure
{
    private readonly UnitFit fit;
    private readonly Func<double, double> change;

    private Measure(UnitFit fit, string unit, Func<double, double> change) => (this.fit, Unit, this.change) = (fit, unit, change);

    /// <summary>The unit in which the values are written.</summary>
    public string Unit { get; }

    /// <summary>By what the indicator's value is multiplied.</summary>
    public decimal Factor => fit.Factor;

    /// <summary>The indicator's value as the target's.</summary>
    public double Of(double value) => change(fit.Of(value));

    /// <summary>How a target is measured by an indicator.</summary>
    /// <returns>The measure, or <c>IndicatorIsQuestion</c>, <c>TargetNotMeasured</c>, <c>TargetBaselineMissing</c>, <c>TargetChangeUnclear</c>, <c>UnitsDoNotFit</c>.</returns>
    public static Outcome<Measure> Between(IndicatorCard indicator, TargetLine target)
    {
        if (indicator.IsQuestion)
            return new Refusal("IndicatorIsQuestion", "indicator");
        return target.Kind switch
        {
            TargetKind.Rank or TargetKind.Date => new Refusal("TargetNotMeasured", "indicator"),
            TargetKind.Direction => new Measure(new(1), indicator.Unit, value => value),
            TargetKind.Increase => Change(indicator, target, sign: 1),
            TargetKind.Decrease => Change(indicator, target, sign: -1),
            _ => FitOf(indicator, target) is { } fit ? new Measure(fit, target.Unit, value => value) : Unfit(indicator, target),
        };
    }

    private static Outcome<Measure> Change(IndicatorCard indicator, TargetLine target, int sign)
    {
        if (target.Baseline is not { } before)
            return new Refusal("TargetBaselineMissing", "indicator");
        // "提高2%" of a share may mean percentage points or a fiftieth of it.
        var isShare = UnitFit.Between(indicator.UnitZh, "%", "") is not null;
        if (target.Unit != "%")
            return FitOf(indicator, target) is { } fit ? new Measure(fit, target.Unit, value => sign * Exactly.Minus(value, before)) : Unfit(indicator, target);
        if (isShare)
            return new Refusal("TargetChangeUnclear", "indicator");
        return before == 0 ? new Refusal("TargetBaselineMissing", "indicator") : new Measure(new(1), target.Unit, value => sign * Exactly.Minus(value, before) / Math.Abs(before) * 100);
    }

    private static UnitFit? FitOf(IndicatorCard indicator, TargetLine target) => UnitFit.Between(indicator.UnitZh, target.Unit, target.Indicator + target.Quote);

    private static Refusal Unfit(IndicatorCard indicator, TargetLine target) => new("UnitsDoNotFit", "indicator", Said(indicator.Unit), Said(target.Unit));

    private static string Said(string unit) => unit.Length > 0 ? unit : BindText.NoUnit;
}
