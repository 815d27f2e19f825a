using System.Globalization;
using System.Text;

namespace Shuren.PlanText.Sources.Word;

/// <summary>Numbers as Word writes them before a paragraph (ECMA-376 part 1, 17.18.59 ST_NumberFormat).</summary>
internal static class NumberFormats
{
    private const string Digits = "〇一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    internal static string Write(int number, string format) => format switch
    {
        "none" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand"
            or "ideographDigital" or "japaneseDigitalTenThousand" => Counting(number, Digits, "十百千"),
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => Counting(number, LegalDigits, "拾佰仟"),
        "ideographTraditional" => Cycle(number, Stems),
        "ideographZodiac" => Cycle(number, Branches),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" or "ideographEnclosedCircle" => Enclosed(number, '①', 20),
        "decimalEnclosedParen" => Enclosed(number, '⑴', 20),
        "decimalEnclosedFullstop" => Enclosed(number, '⒈', 20),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Plain(number).Select(digit => (char)(digit - '0' + '０'))),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "lowerLetter" => Letters(number, 'a'),
        "upperLetter" => Letters(number, 'A'),
        "lowerRoman" => Romans(number).ToLowerInvariant(),
        "upperRoman" => Romans(number),
        _ => Plain(number),
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Cycle(int number, string signs) => number >= 1 && number <= signs.Length ? signs[number - 1].ToString() : Plain(number);

    private static string Enclosed(int number, char one, int last) => number >= 1 && number <= last ? ((char)(one + number - 1)).ToString() : Plain(number);

    private static string Letters(int number, char first) =>
        number is >= 1 and <= 780 ? new string((char)(first + (number - 1) % 26), (number - 1) / 26 + 1) : Plain(number);

    private static string Romans(int number)
    {
        if (number is < 1 or > 3999)
            return Plain(number);
        var text = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value)
                text.Append(sign);
        }
        return text.ToString();
    }

    /// <summary>1 to 9999 in words, 十二 and not 一十二; other numbers in figures.</summary>
    private static string Counting(int number, string digits, string places)
    {
        if (number is < 1 or > 9999)
            return Plain(number);
        var text = new StringBuilder();
        var figures = Plain(number);
        for (var at = 0; at < figures.Length; at++)
        {
            var (digit, place) = (figures[at] - '0', figures.Length - at - 1);
            if (digit == 0)
            {
                if (figures.AsSpan(at).IndexOfAnyExcept('0') > 0 && text[^1] != '零')
                    text.Append('零');
                continue;
            }
            if (!(digit == 1 && place == 1 && at == 0))
                text.Append(digits[digit]);
            if (place > 0)
                text.Append(places[place - 1]);
        }
        return text.ToString();
    }
}
