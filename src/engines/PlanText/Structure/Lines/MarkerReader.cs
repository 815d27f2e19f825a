using System.Globalization;

namespace Shuren.PlanText.Structure.Lines;

/// <summary>Recognises the numbering at the beginning of a line.</summary>
internal static class MarkerReader
{
    private const string ChineseDigits = "一二三四五六七八九十百零〇";
    private const string Circles = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    private const string Bullets = "■●◆▪•★☆◇□▲△►➢➤✦※○◎⚫▶-*·—–";

    /// <summary>Signs that are bullets only before a gap or doubled: a broken line may begin with them.</summary>
    private const string Strokes = "-*·—–";

    /// <summary>What follows a number that counts things and does not number a heading: 3.5亿元, 12 所学校.</summary>
    private const string Units = "%‰％万亿个百千元米公平倍年月日号小时分秒所名人次场节期批项家座间套台件份册岁周天度级至余多-~—/";

    /// <summary>What follows a decimal, even after a gap: 3.5 亿元. Nobody counts 3.1 人 or 1.2 小学.</summary>
    private static readonly string[] Measures =
        ["%", "‰", "万", "亿", "倍", "元", "米", "千米", "公里", "公顷", "公斤", "千克", "千瓦", "平方", "平米", "亩", "吨", "小时", "分钟", "年", "个百分点"];

    private static readonly string[] NamedWords =
        ["任务", "行动", "工程", "举措", "措施", "目标", "重点", "专项", "项目", "步骤", "专题", "板块"];

    /// <summary>Reads a marker from plain words; null where there is none.</summary>
    internal static Marker? Read(ReadOnlySpan<char> plain)
    {
        if (plain.IsEmpty)
            return null;
        var first = plain[0];
        if (first is '第' or '其')
            return ReadCounted(plain);
        if (first == '(')
            return ReadBracketed(plain);
        if (first == '【')
            return ReadNamedInBrackets(plain);
        if (char.IsAsciiDigit(first))
            return PictureMarker.ReadKeycap(plain) ?? ReadNumber(plain);
        if (ChineseDigits.Contains(first))
            return ReadChinese(plain);
        if (Circles.IndexOf(first) is >= 0 and var circle)
            return new(new(MarkerKind.Circle), circle + 1, SkipGap(plain, 1));
        return Bullets.Contains(first) ? ReadBullet(plain) : ReadLetter(plain) ?? PictureMarker.Read(plain) ?? ReadNamed(plain);
    }

    /// <summary>A.推行…, b)….</summary>
    private static Marker? ReadLetter(ReadOnlySpan<char> plain) =>
        plain.Length > 2 && char.IsAsciiLetter(plain[0]) && plain[1] is '.' or '、' or ')' && plain[SkipGap(plain, 2) % plain.Length] > '\u2e7f'
            ? new(new(MarkerKind.Letter, char.IsAsciiLetterUpper(plain[0]) ? 1 : 0), (plain[0] | 0x20) - 'a' + 1, SkipGap(plain, 2))
            : null;

    /// <summary>The value of a Chinese number up to 99 at the start of a text, and how many characters it takes.</summary>
    internal static (int Value, int Length) ReadChineseNumber(ReadOnlySpan<char> text)
    {
        var (value, length) = (0, 0);
        while (length < Math.Min(text.Length, 4) && ChineseDigits.IndexOf(text[length]) is >= 0 and var digit)
        {
            value = digit == 9 ? Math.Max(value, 1) * 10 : value + (digit < 9 ? digit + 1 : 0);
            length++;
        }

        return (value, length);
    }

    /// <summary>第一部分, 第二章, 第三条, 第一，, 其一、.</summary>
    private static Marker? ReadCounted(ReadOnlySpan<char> plain)
    {
        var (value, digits) = ReadChineseNumber(plain[1..]);
        if (digits == 0 || plain.Length <= digits + 1)
            return null;
        var rest = plain[(1 + digits)..];
        MarkerKind? kind = rest[0] switch
        {
            ',' or '、' or ':' or '.' when rest.Length > 1 && !ChineseDigits.Contains(rest[1]) => MarkerKind.Spoken,
            '篇' or '编' when plain[0] == '第' => MarkerKind.Part,
            '章' when plain[0] == '第' => MarkerKind.Chapter,
            '节' when plain[0] == '第' => MarkerKind.Section,
            '条' when plain[0] == '第' && (rest.Length == 1 || rest[1] is ' ' or ':' or '、') => MarkerKind.Article,
            '部' when rest.StartsWith("部分", StringComparison.Ordinal) => MarkerKind.Part,
            '是' => MarkerKind.Spoken,
            _ => null,
        };
        return kind is { } known
            ? new(new(known), value, SkipGap(plain, 1 + digits + (rest.StartsWith("部分", StringComparison.Ordinal) ? 2 : 1)))
            : null;
    }

    private static Marker? ReadBracketed(ReadOnlySpan<char> plain)
    {
        var close = plain[..Math.Min(plain.Length, 6)].IndexOf(')');
        if (close < 2)
            return null;
        var within = plain[1..close].Trim(' ');
        if (int.TryParse(within, out var number) && within.Length <= 2)
            return new(new(MarkerKind.NumberInBrackets), number, SkipGap(plain, close + 1));
        var (value, length) = ReadChineseNumber(within);
        return length == within.Length && length > 0
            ? new(new(MarkerKind.ChineseInBrackets), value, SkipGap(plain, close + 1))
            : null;
    }

    private static Marker? ReadChinese(ReadOnlySpan<char> plain)
    {
        var (value, length) = ReadChineseNumber(plain);
        if (plain.Length <= length || length > 3)
            return null;
        return plain[length] switch
        {
            '、' or '.' => new(new(MarkerKind.Chinese), value, SkipGap(plain, length + 1)),
            '是' or '要' when length == 1 => new(new(MarkerKind.Spoken), value, SkipGap(plain, length + 1)),
            _ => null,
        };
    }

    /// <summary>1. 1、 1） 1.1 and the bare number before a wide gap; never a quantity such as 3.5亿元 or a date.</summary>
    private static Marker? ReadNumber(ReadOnlySpan<char> plain)
    {
        var (length, dots, last) = (0, 0, 0);
        while (true)
        {
            var digits = DigitsAt(plain, length);
            if (digits is 0 or > 2)
                return null;
            last = int.Parse(plain.Slice(length, digits), CultureInfo.InvariantCulture);
            length += digits;
            if (length >= plain.Length || plain[length] != '.' || DigitsAt(plain, length + 1) == 0 || IsDate(plain, length + 1))
                break;
            dots++;
            length++;
        }

        var end = length < plain.Length && plain[length] is '.' or '、' or ':' ? length + 1 : length;
        if (dots == 0 && length < plain.Length && plain[length] == ')')
            return new(new(MarkerKind.NumberInBrackets), last, SkipGap(plain, length + 1));
        var rest = plain[Math.Min(plain.Length, SkipGap(plain, end))..];
        var bare = end == length;
        // 01 公平篇: nobody counts things with a nought in front.
        if (bare && dots == 0 && length == 2 && plain[0] == '0' && !rest.IsEmpty && plain[length] == ' ')
            return new(new(MarkerKind.Number), last, SkipGap(plain, end));
        var counts = dots == 0 ? Units.Contains(rest.IsEmpty ? ' ' : rest[0]) : rest.IsEmpty || IsMeasured(rest);
        if (rest.IsEmpty || (bare && (counts || (dots == 0 && plain[length] != ' '))))
            return null;
        return new(dots == 0 ? new(MarkerKind.Number) : new(MarkerKind.Decimal, dots), last, SkipGap(plain, end));
    }

    /// <summary>1.2026年…, 2.9月底前…: the dot belongs to the numbering.</summary>
    private static bool IsDate(ReadOnlySpan<char> plain, int at)
    {
        var digits = DigitsAt(plain, at);
        var sign = at + digits < plain.Length ? plain[at + digits] : ' ';
        return (digits == 4 && sign == '年') || (digits is 1 or 2 && sign == '月');
    }

    private static bool IsMeasured(ReadOnlySpan<char> rest)
    {
        foreach (var measure in Measures)
        {
            if (rest.StartsWith(measure, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static Marker? ReadBullet(ReadOnlySpan<char> plain)
    {
        var length = 1;
        while (length < plain.Length && plain[length] == plain[0])
            length++;
        if (Strokes.Contains(plain[0]) && length == 1 && (plain.Length == 1 || plain[1] != ' '))
            return null;
        return new(new(MarkerKind.Bullet, plain[0]), 0, SkipGap(plain, length));
    }

    /// <summary>任务一：…, 行动二、…, 项目3.….</summary>
    private static Marker? ReadNamed(ReadOnlySpan<char> plain)
    {
        foreach (var word in NamedWords)
        {
            if (!plain.StartsWith(word, StringComparison.Ordinal))
                continue;
            var digits = DigitsAt(plain, word.Length);
            var (value, length) = digits is > 0 and <= 2
                ? (int.Parse(plain.Slice(word.Length, digits), CultureInfo.InvariantCulture), digits)
                : ReadChineseNumber(plain[word.Length..]);
            var end = word.Length + length;
            if (length > 0 && end < plain.Length && plain[end] is ':' or '、' or '.' or ' ')
                return new(new(MarkerKind.Named), value, SkipGap(plain, end + 1));
        }

        return null;
    }

    /// <summary>【重点一】…, 【任务3】….</summary>
    private static Marker? ReadNamedInBrackets(ReadOnlySpan<char> plain)
    {
        var close = plain[..Math.Min(plain.Length, 8)].IndexOf('】');
        return close > 2 && close + 1 < plain.Length && ReadNamed($"{plain[1..close]}:") is { } named && named.Length == close
            ? named with { Length = SkipGap(plain, close + 1) } : null;
    }

    private static int DigitsAt(ReadOnlySpan<char> plain, int at)
    {
        var length = 0;
        while (at + length < plain.Length && length < 5 && char.IsAsciiDigit(plain[at + length]))
            length++;
        return length;
    }

    internal static int SkipGap(ReadOnlySpan<char> plain, int at)
    {
        while (at < plain.Length && plain[at] == ' ')
            at++;
        return at;
    }
}
