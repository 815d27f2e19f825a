using System.Text.RegularExpressions;

namespace Shuren.Documents.Workbooks.Reading;

/// <summary>Days written in Chinese numerals: 二〇一五年九月十一日, 二零一五年九月廿一日.</summary>
internal static partial class ChineseNumerals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The same day in our digits; any other text as it is.</summary>
    internal static string InDay(string text)
    {
        if (text.IndexOf('年', StringComparison.Ordinal) < 0 || Day().Match(text) is not { Success: true } match)
            return text;
        var year = string.Concat(match.Groups["y"].Value.Select(DigitOf));
        return FormattableString.Invariant($"{year}年{Below100(match.Groups["m"].Value)}月{Below100(match.Groups["d"].Value)}日");
    }

    private static int DigitOf(char c) => c is '零' or '○' or 'Ｏ' or 'O' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);

    /// <summary>十一 is 11, 二十 is 20, 廿一 is 21, 卅 is 30.</summary>
    private static int Below100(string numeral)
    {
        numeral = numeral.Replace("廿", "二十", StringComparison.Ordinal).Replace("卅", "三十", StringComparison.Ordinal);
        var ten = numeral.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return DigitOf(numeral[0]);
        var tens = ten == 0 ? 1 : DigitOf(numeral[0]);
        return tens * 10 + (ten == numeral.Length - 1 ? 0 : DigitOf(numeral[^1]));
    }

    [GeneratedRegex("^(?<y>[一二][〇零○ＯO一二三四五六七八九]{3})年(?<m>[一二三四五六七八九十]{1,2})月(?<d>[一二三四五六七八九十廿卅]{1,3})[日号]$")]
    private static partial Regex Day();
}
