using Shuren.Contracts.Indicators;
using Shuren.Kernel;
using Shuren.Planning.ViewTargets;
using Shuren.PlanText.Suggestions;
using Shuren.Ui;

namespace Shuren.Planning.BindTargets;

/// <summary>Why an indicator is suggested, and how a computed value stands beside a reported one, in words.</summary>
internal static class MeasureWords
{
    /// <summary>名称都写有“公办园在园幼儿”；单位都是%；方向一致。</summary>
    public static string Reason(MeasureAdvice advice, TargetLine target)
    {
        List<string> facts = [];
        if (advice.Advice.Shared.Count > 0)
            facts.Add(BindText.ReasonNames.Filled(advice.Advice.Shared[0]));
        facts.Add(!advice.Advice.Fit.IsSame ? BindText.ReasonFactor.Filled(Wording.Number(advice.Advice.Fit.Factor, Decimals(advice.Advice.Fit.Factor)))
            : target.Unit.Length > 0 ? BindText.ReasonUnit.Filled(target.Unit) : BindText.ReasonNoUnit);
        if (advice.Indicator.Better != BetterWay.Neither && SuggestMeasures.WayOf(target) != WantedWay.Any)
            facts.Add(BindText.ReasonWay);
        return string.Join(BindText.Listing, facts) + BindText.Stop;
    }

    /// <summary>How near it is: 93%.</summary>
    public static string Near(MeasureAdvice advice) => BindText.Near.Filled(Math.Floor(advice.Advice.Score * 100));

    /// <summary>A reported value beside the computed one: 填报56%，相差0.6个百分点; empty where one of them is missing.</summary>
    public static string Declared(TargetLine target) => target is { Reported: { } said, Computed: { } computed } && computed.Difference(said) is { } apart
        ? BindText.DeclaredBeside.Filled(TargetWords.Number(said.Value) + target.ShownUnit, Signed(apart) + (target.ShownUnit == "%" ? ViewText.PercentagePoints : target.ShownUnit)) : "";

    /// <summary>A difference with its sign.</summary>
    public static string Signed(double value) => (value > 0 ? "+" : "") + TargetWords.Number(value);

    private static int Decimals(decimal number) => Enumerable.Range(0, 10).FirstOrDefault(places => decimal.Round(number, places) == number, 10);
}
