using System.Globalization;

namespace Shuren.PlanText.Dates;

/// <summary>Reads numbers and fixed words at a position of a text. Nothing here looks further than a few characters.</summary>
internal static class Words
{
    private const string Digits = "〇一二三四五六七八九";

    internal static bool At(ReadOnlySpan<char> text, int at, string word) =>
        at >= 0 && at <= text.Length && text[at..].StartsWith(word, StringComparison.Ordinal);

    /// <summary>The longest of the words that stands here, or null. The words must be in order, longest first.</summary>
    internal static string? OneOf(ReadOnlySpan<char> text, int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (At(text, at, word))
                return word;
        }

        return null;
    }

    /// <summary>A number of at most two digits, Latin or Chinese, and its length; length 0 where there is none.</summary>
    internal static (int Value, int Length) Number(ReadOnlySpan<char> text, int at)
    {
        var length = 0;
        while (at + length < text.Length && length < 3 && char.IsAsciiDigit(text[at + length]))
            length++;
        if (length is 1 or 2)
            return (int.Parse(text.Slice(at, length), CultureInfo.InvariantCulture), length);
        return length == 0 && at < text.Length ? Structure.Lines.MarkerReader.ReadChineseNumber(text[at..]) : (0, 0);
    }

    /// <summary>A year 1990 to 2099, as 2026 or 二〇二六; 0 where there is none. It takes four characters.</summary>
    internal static int Year(ReadOnlySpan<char> text, int at)
    {
        if (at < 0 || at + 4 > text.Length || (at > 0 && char.IsAsciiDigit(text[at - 1])))
            return 0;
        var year = 0;
        for (var i = at; i < at + 4; i++)
        {
            var digit = char.IsAsciiDigit(text[i]) ? text[i] - '0' : text[i] is '零' or '○' or 'O' ? 0 : Digits.IndexOf(text[i]);
            if (digit < 0)
                return 0;
            year = year * 10 + digit;
        }

        return year is >= 1990 and <= 2099 && !(at + 4 < text.Length && char.IsAsciiDigit(text[at + 4])) ? year : 0;
    }
}
