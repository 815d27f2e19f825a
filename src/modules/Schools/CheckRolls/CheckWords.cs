using System.Globalization;
using Shuren.Formulas;
using Shuren.Ui;

namespace Shuren.Schools.CheckRolls;

/// <summary>Words and colours of the checks.</summary>
internal static class CheckWords
{
    public static string Of(RuleSeverity severity) => CheckText.ResourceManager.GetString($"RuleSeverity_{severity}", CultureInfo.CurrentUICulture)!; // each has its word

    public static string Of(RuleRoll roll) => CheckText.ResourceManager.GetString($"RuleRoll_{roll}", CultureInfo.CurrentUICulture)!; // each has its word

    public static Tone Tone(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => Ui.Tone.Red,
        RuleSeverity.Warning => Ui.Tone.Amber,
        _ => Ui.Tone.Blue,
    };

    /// <summary>What is counted, as the formula language says it in the reader's language.</summary>
    public static string Condition(RollRule rule) => rule.Condition.Print(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.Chinese);
}
