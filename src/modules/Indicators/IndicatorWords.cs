using Shuren.Formulas;
using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;
using Shuren.Ui;

namespace Shuren.Indicators;

/// <summary>How values, goals and states are written on the screen.</summary>
internal static class IndicatorWords
{
    public static Language Language => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.Chinese;

    /// <summary>A value with its unit, rounded half up to the indicator's decimals; whether something is so in words.</summary>
    public static string Value(Indicator indicator, double? value) => value is not { } known ? IndicatorsText.NoValue : IsQuestion(indicator) ? known >= 0.5 ? IndicatorsText.Yes : IndicatorsText.No : Number(indicator, known) + UnitOf(indicator);

    /// <summary>A value for a large figure: the number, and its unit apart.</summary>
    public static (string Value, string Unit) Parts(Indicator indicator, double? value) =>
        value is not { } known || IsQuestion(indicator) || UnitOf(indicator) is "%" or "" ? (Value(indicator, value), "") : (Number(indicator, known), UnitOf(indicator).Trim());

    /// <summary>The number alone.</summary>
    public static string Number(Indicator indicator, double value) =>
        Math.Abs(value) < 1e15 ? Wording.Number(Math.Round((decimal)value, indicator.Decimals, MidpointRounding.AwayFromZero), indicator.Decimals) : value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A numerator or denominator: without decimals where it has none.</summary>
    public static string Plain(double? value) => value is not { } known ? IndicatorsText.NoValue : Math.Abs(known) >= 1e15 ? known.ToString("G6", System.Globalization.CultureInfo.InvariantCulture)
        : Wording.Number(Math.Round((decimal)known, 2, MidpointRounding.AwayFromZero), Math.Abs(known - Math.Round(known)) < 1e-9 ? 0 : 2);

    /// <summary>What shall be reached: ≥ 4.2, 0.5 or less.</summary>
    public static string Goal(Indicator indicator, DateOnly day)
    {
        if (indicator.Goal is not { } goal || goal.Low.On(day) is not { } low)
            return "";
        if (IsQuestion(indicator))
            return IndicatorsText.Yes;
        var unit = UnitOf(indicator);
        return goal.Kind switch
        {
            GoalKind.Reach or GoalKind.Floor => $"≥ {Written(low)}{unit}",
            GoalKind.Ceiling => $"≤ {Written(low)}{unit}",
            GoalKind.Exact => $"= {Written(low)}{unit}",
            _ => $"{Written(low)}–{Written(goal.High!.On(day) ?? low)}{unit}", // a range has both ends
        };
    }

    /// <summary>The lamp of a state: met, not met, unknown.</summary>
    public static LampKind Lamp(bool? met) => met switch { true => LampKind.Reached, false => LampKind.Behind, null => LampKind.NotStarted };

    /// <summary>The words of a state.</summary>
    public static string Of(bool? met) => met switch { true => IndicatorsText.Met, false => IndicatorsText.NotMet, null => IndicatorsText.Unknown };

    public static string Of(Basis basis) => basis switch
    {
        Basis.Roll => IndicatorsText.Basis_Roll,
        Basis.Figure => IndicatorsText.Basis_Figure,
        Basis.Material => IndicatorsText.Basis_Material,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Documents show whether it is so: 1 or 0.</summary>
    public static bool IsQuestion(Indicator indicator) => indicator.Basis == Basis.Material || indicator.Formula.IsCondition;

    private static string UnitOf(Indicator indicator) => indicator.UnitShown is not { Length: > 0 } unit ? "" : unit == "%" ? "%" : " " + unit;

    /// <summary>As many decimals as it has, four at most.</summary>
    private static string Written(decimal value) => Wording.Number(value, Enumerable.Range(0, 5).First(places => places == 4 || decimal.Round(value, places) == value));
}
