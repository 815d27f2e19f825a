using System.Globalization;
using Shuren.Kernel;
using Shuren.PlanText;
using Shuren.Planning.ViewPlan;
using Shuren.Ui;

namespace Shuren.Planning.ViewTargets;

/// <summary>Numbers of targets as they are written: ≥ 58%, 2–3个, 持续下降.</summary>
internal static class TargetWords
{
    /// <summary>The goal with its comparator and unit; a direction keeps the document's words.</summary>
    public static string Goal(TargetLine target) => Goal(target.Kind, target.Comparator, target.Value, target.UpperValue, target.Unit, target.Quote);

    /// <inheritdoc cref="Goal(TargetLine)"/>
    public static string Goal(TargetKind kind, string? comparator, double? value, double? upper, string unit, string quote)
    {
        if (value is not { } goal)
            return quote;
        if (upper is { } end)
            return $"{Number(goal)}—{Number(end)}{unit}";
        return kind == TargetKind.Rank ? ViewText.RankGoal.Filled(Number(goal)) : Sign(comparator) + Number(goal) + unit;
    }

    /// <summary>The goal's number alone, for narrow places beside its bar.</summary>
    public static string Short(TargetLine target) => target.Value is { } goal ? Number(goal) + (target.Unit.Length == 1 ? target.Unit : "") : "";

    /// <summary>The value that counts with its unit.</summary>
    public static string Value(TargetLine target) => target.Last is { } last ? Number(last.Value) + target.ShownUnit : "—";

    /// <summary>What is still missing: 差2.6个百分点; else how far it is.</summary>
    public static string Standing(TargetLine target, TargetStanding standing)
    {
        if (standing is TargetStanding.Short or TargetStanding.Behind && target is { Last: { } last, Value: { } goal } && target.Kind != TargetKind.Rank)
            return ViewText.TargetGap.Filled(Number(Math.Abs(goal - last.Value)), target.Unit == "%" ? ViewText.PercentagePoints : target.Unit);
        return ViewPlan.PlanWords.Of(standing);
    }

    /// <summary>As many decimals as there are, three at most; thousands apart.</summary>
    public static string Number(double value)
    {
        var exact = (decimal)Math.Round(value, 3);
        var decimals = (decimal.GetBits(exact / 1.000000000000000000000000000000m)[3] >> 16) & 0xFF;
        return Wording.Number(exact, decimals);
    }

    private static string Sign(string? comparator) => comparator switch
    {
        ">=" => "≥",
        "<=" => "≤",
        "~" => ViewText.About,
        "increase" => "+",
        "decrease" => "−",
        _ => "",
    };

    /// <summary>For cells of a workbook: the plain number.</summary>
    public static string Plain(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";
}
