using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shuren.Documents.Workbooks.Reading;

namespace Shuren.Documents.Workbooks;

/// <summary>What a cell says when it is asked for a number, a date and so on.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Value">Null where the cell is empty or was refused.</param>
/// <param name="Refusal">Null where the cell is empty or was understood.</param>
public readonly record struct CellAnswer<T>(T? Value, DocumentRefusal? Refusal = null)
    where T : struct;

/// <summary>Understands cells as people fill them in: full-width digits, stray spaces, numbers and dates as text. An empty cell is no refusal.</summary>
public static partial class CellText
{
    /// <summary>What most codes consist of; there is nothing to clean.</summary>
    private static readonly SearchValues<char> Codes = SearchValues.Create("0123456789ABCDFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Spaces and what nobody sees: all control characters and the marks of the patterns below.</summary>
    private static readonly SearchValues<char> Stray = SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => char.IsWhiteSpace(c) || IsInvisible(c))]);

    private static readonly SearchValues<char> Wide = SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => c is >= '！' and <= '～' || IsInvisible(c))]);

    private static readonly string[] Yes = ["是", "有", "√", "✓", "✔", "Y", "YES", "TRUE", "1", "对"];
    private static readonly string[] No = ["否", "无", "×", "✗", "✘", "N", "NO", "FALSE", "0", "不是", "没有"];

    /// <summary>The words without invisible characters, outer spaces and doubled inner ones. Chinese punctuation stays as it is.</summary>
    public static string Words(CellReading cell) =>
        cell.Text is var text && text.AsSpan().ContainsAny(Stray) ? Spaces().Replace(Invisible().Replace(text, ""), " ").Trim() : text;

    /// <summary>A code such as a school's or an identity number: no space at all, half-width capitals.</summary>
    /// <remarks>A leading apostrophe that somebody typed to make a text of a number is dropped, and so is the .0 behind a number that was kept as text.</remarks>
    /// <returns>The code, empty for an empty cell; refused where Excel kept it as a number of more than 15 digits, or shows it as 1.23E+17, and so lost its end.</returns>
    public static (string Value, DocumentRefusal? Refusal) Code(CellReading cell)
    {
        if (cell.Value is double and >= 1e15)
            return ("", Refusals.DigitsLost(((double)cell.Value).ToString("F0", CultureInfo.InvariantCulture)));
        var text = cell.Text;
        if (!text.AsSpan().ContainsAnyExcept(Codes))
            return (text, null);
        var code = Spaces().Replace(Narrow(text), "").TrimStart('\'', '’', '‘', '`').ToUpperInvariant();
        if (Exponent().IsMatch(code))
            return ("", Refusals.DigitsLost(code));
        return (WholeAsText().Match(code) is { Success: true } whole ? whole.Groups["n"].Value : code, null);
    }

    /// <summary>A number: 1,250 and １２５０ and “1250” are the same. A unit behind it is refused.</summary>
    public static CellAnswer<decimal> Number(CellReading cell)
    {
        if (cell.IsEmpty)
            return default;
        if (cell.Value is double stored)
            return Math.Abs(stored) < 1e27 ? new((decimal)stored) : new(null, Refusals.NotANumber(Shown(cell)));
        return Digits(cell) is { } number && !number.Percent ? new(number.Value) : new(null, Refusals.NotANumber(Shown(cell)));
    }

    /// <summary>A whole number; 3.0 is 3, 3.5 is refused.</summary>
    public static CellAnswer<long> Whole(CellReading cell) => Number(cell) switch
    {
        { Refusal: { } refusal } => new(null, refusal),
        { Value: { } number } when number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue => new((long)number),
        { Value: null } => default,
        _ => new(null, Refusals.NotWhole(Shown(cell))),
    };

    /// <summary>A share as a fraction: 97.2% is 0.972. A bare number is a fraction if Excel formatted it as a percentage, else it must be written with %.</summary>
    public static CellAnswer<decimal> Percent(CellReading cell)
    {
        if (cell.IsEmpty)
            return default;
        if (cell.Value is double stored && Math.Abs(stored) < 1e20 && (cell.Format?.Contains('%', StringComparison.Ordinal) ?? false))
            return new((decimal)stored);
        return cell.Value is string && Digits(cell) is { Percent: true } number
            ? new(number.Value / 100)
            : new(null, Refusals.NotAPercentage(Shown(cell)));
    }

    /// <summary>A day: 2026-09-01, 2026/9/1, 2026.9.1, 2026年9月1日, 二〇二六年九月一日, 20260901, a date of Excel or its bare day number.</summary>
    public static CellAnswer<DateOnly> Day(CellReading cell)
    {
        if (cell.IsEmpty)
            return default;
        return cell.Value switch
        {
            DateTime moment => new(DateOnly.FromDateTime(moment)),
            double number and >= 20_000 and < 80_000 => new(DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(number)))), // 1954 to 2119
            _ => DayOf(Spaces().Replace(Narrow(cell.Text), " ").Trim(), Shown(cell)),
        };
    }

    /// <summary>The first day of a month: 2008-09, 2008年9月, 200809. Null where the cell says no month.</summary>
    public static DateOnly? Month(CellReading cell)
    {
        var match = MonthAlone().Match(Spaces().Replace(Narrow(cell.Text), ""));
        if (!match.Success)
            return null;
        var (year, month) = (int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture));
        return year >= 1900 && month is >= 1 and <= 12 ? new(year, month, 1) : null;
    }

    /// <summary>Yes or no: 是 否 有 无 √ × and the like.</summary>
    public static CellAnswer<bool> YesNo(CellReading cell)
    {
        if (cell.Value is bool yes)
            return new(yes);
        var word = Code(cell).Value;
        if (word.Length == 0)
            return default;
        if (Yes.Contains(word))
            return new(true);
        return No.Contains(word) ? new(false) : new(null, Refusals.NotYesNo(Shown(cell)));
    }

    /// <summary>Full-width letters, digits and signs made half-width, invisible characters dropped.</summary>
    internal static string Narrow(string text)
    {
        if (!text.AsSpan().ContainsAny(Wide))
            return text;
        var narrow = new StringBuilder(text.Length);
        foreach (var c in Invisible().Replace(text, ""))
            narrow.Append(c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c);
        return narrow.ToString();
    }

    private static bool IsInvisible(char c) => c is (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or '\u00AD' || char.IsControl(c);

    private static (decimal Value, bool Percent)? Digits(CellReading cell)
    {
        var text = Spaces().Replace(Narrow(cell.Text), "");
        var isPercent = text.EndsWith('%');
        var ok = decimal.TryParse(isPercent ? text[..^1] : text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || (Thousands().IsMatch(text) && decimal.TryParse(text.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out value));
        return ok ? (value, isPercent) : null;
    }

    private static CellAnswer<DateOnly> DayOf(string text, string shown)
    {
        text = ChineseNumerals.InDay(text);
        var match = YearMonthDay().Match(text) is { Success: true } parted ? parted : EightDigits().Match(text);
        if (match.Success)
            return Calendar(match) is { } day ? new(day) : new(null, Refusals.NotADate(shown));
        if (YearMonth().IsMatch(text))
            return new(null, Refusals.DateWithoutDay(shown));
        return new(null, YearLast().IsMatch(text) ? Refusals.DateUnclear(shown) : Refusals.NotADate(shown));
    }

    private static DateOnly? Calendar(Match match)
    {
        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        var (year, month, day) = (Part("y"), Part("m"), Part("d"));
        return year >= 1900 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }

    private static string Shown(CellReading cell) => Words(cell) is { Length: > 30 } words ? words[..30] + "…" : Words(cell);

    [GeneratedRegex(@"[\s\u3000]+")]
    private static partial Regex Spaces();

    /// <summary>Zero-width marks, byte order marks and control characters, but not line breaks and tabs.</summary>
    [GeneratedRegex(@"[\u200B-\u200F\u2060\uFEFF\u00AD\p{Cc}-[\r\n\t]]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"^[0-9](\.[0-9]+)?E\+?[0-9]{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^(?<n>[0-9]+)\.0+$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeAsText();

    [GeneratedRegex(@"^[-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?%?$")]
    private static partial Regex Thousands();

    /// <summary>A time behind the day is left out.</summary>
    [GeneratedRegex(@"^(?<y>[12][0-9]{3}) ?[-/.年] ?(?<m>[0-9]{1,2}) ?[-/.月] ?(?<d>[0-9]{1,2}) ?[日号]?( .*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"^(?<y>[12][0-9]{3})(?<m>[0-9]{2})(?<d>[0-9]{2})$")]
    private static partial Regex EightDigits();

    [GeneratedRegex(@"^[12][0-9]{3} ?[-/.年] ?[0-9]{1,2} ?月?(份|底|前)?$")]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^(?<y>[12][0-9]{3})([-/.年](?<m>[0-9]{1,2})|(?<m>[0-9]{2}))月?$")]
    private static partial Regex MonthAlone();

    [GeneratedRegex(@"^[0-9]{1,2}[-/.][0-9]{1,2}[-/.]([0-9]{4}|[0-9]{2})$")]
    private static partial Regex YearLast();
}
