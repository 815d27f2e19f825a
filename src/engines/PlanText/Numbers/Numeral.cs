using System.Globalization;

namespace Shuren.PlanText.Numbers;

/// <summary>The bare numeral at a place of a flat text: 12, 3,500, 1 122, 3.5, 十二, 两百零五, 两三.</summary>
/// <param name="End">Offset behind it.</param>
/// <param name="Low">Its amount.</param>
/// <param name="High">The second of two neighbours (两三 is 2 to 3), or null.</param>
/// <param name="Script">In which signs it is written.</param>
internal readonly record struct Numeral(int End, decimal Low, decimal? High, NumberScript Script)
{
    /// <summary>Beyond this length a run of digits is a code, never an amount.</summary>
    private const int LongestAmount = 12;

    private const string Digits = "零一二三四五六七八九";

    internal static bool IsChinese(char c) => ChineseDigit(c) >= 0 || Weight(c) > 0;

    /// <summary>Reads the numeral that begins here, or null where none (or no canonical one) does.</summary>
    internal static Numeral? At(string flat, int at) =>
        at >= flat.Length ? null : char.IsAsciiDigit(flat[at]) ? ReadDigits(flat, at) : ReadChinese(flat, at);

    /// <summary>Offset behind the run of numeral signs that begins here, whether they make a number or not.</summary>
    internal static int EndOfRun(string flat, int at)
    {
        var end = at;
        while (end < flat.Length && (char.IsAsciiDigit(flat[at]) ? char.IsAsciiDigit(flat[end]) : IsChinese(flat[end])))
            end++;
        return end;
    }

    private static Numeral? ReadDigits(string flat, int at)
    {
        var end = EndOfRun(flat, at);
        // Thousands are set apart by a comma or a space: exactly three digits follow, and no fourth.
        while (end - at <= LongestAmount && end < flat.Length && IsThousands(flat, at, end))
            end += 4;
        if (end + 1 < flat.Length && flat[end] == '.' && char.IsAsciiDigit(flat[end + 1]))
            end = EndOfRun(flat, end + 1);
        if (end - at > LongestAmount)
            return null;
        var plain = flat[at..end].Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new(end, value, null, NumberScript.Digits) : null;
    }

    private static bool IsThousands(string flat, int at, int end)
    {
        var firstGroup = flat.AsSpan(at, end - at).IndexOfAny(',', ' ');
        var leading = firstGroup < 0 ? end - at : firstGroup;
        return flat[end] is ',' or ' ' && leading <= 3 && flat[at] != '0'
            && flat.Length > end + 3 && char.IsAsciiDigit(flat[end + 1]) && char.IsAsciiDigit(flat[end + 2]) && char.IsAsciiDigit(flat[end + 3])
            && (flat.Length == end + 4 || !char.IsAsciiDigit(flat[end + 4]));
    }

    private static Numeral? ReadChinese(string flat, int at)
    {
        var end = EndOfRun(flat, at);
        if (end == at || end - at > LongestAmount)
            return null;
        var run = flat.AsSpan(at, end - at);
        if (run.Length == 2 && ChineseDigit(run[0]) is > 0 and var first && ChineseDigit(run[1]) is var second && second > first && second - first <= 2)
            return new(end, first, second, NumberScript.Chinese);
        if (Canonical(run) is not { } whole)
            return null;
        if (end + 1 >= flat.Length || flat[end] != '点' || ChineseDigit(flat[end + 1]) < 0)
            return new(end, whole, null, NumberScript.Chinese);
        var scale = 0.1m;
        for (end++; end < flat.Length && ChineseDigit(flat[end]) is >= 0 and var digit && scale > 0.0001m; end++, scale /= 10)
            whole += digit * scale;
        return new(end, whole, null, NumberScript.Chinese);
    }

    /// <summary>
    /// 三百零五, 十二, 两千: weights fall from left to right, each behind one digit (十 may stand alone). Anything else, such as
    /// 十四五 or 二〇二五, is no amount.
    /// </summary>
    private static decimal? Canonical(ReadOnlySpan<char> run)
    {
        decimal total = 0;
        int digit = -1, lastWeight = 10000;
        foreach (var c in run)
        {
            if (Weight(c) is > 0 and var weight)
            {
                if (weight >= lastWeight || (digit <= 0 && !(weight == 10 && digit < 0 && total == 0)))
                    return null;
                total += (digit < 0 ? 1 : digit) * weight;
                (digit, lastWeight) = (-1, weight);
            }
            else if (digit > 0 || (digit == 0 && c is '零' or '〇'))
                return null;
            else
                digit = ChineseDigit(c);
        }
        return digit < 0 ? total : digit == 0 && total == 0 && run.Length > 1 ? null : total + digit;
    }

    private static int ChineseDigit(char c) => c switch { '〇' => 0, '两' => 2, _ => Digits.IndexOf(c, StringComparison.Ordinal) };

    private static int Weight(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
}
