using System.Globalization;

namespace Shuren.Documents.OfficialDocuments.Writing;

/// <summary>Counts headings: 一、 （一） 1. （1）. A heading begins the count below it anew.</summary>
internal sealed class HeadingNumbers
{
    private const string Digits = "〇一二三四五六七八九";
    private readonly int[] counts = new int[4];

    internal string Next(int level)
    {
        counts[level - 1]++;
        Array.Clear(counts, level, counts.Length - level);
        var count = counts[level - 1];
        return level switch
        {
            1 => $"{Chinese(count)}、",
            2 => $"（{Chinese(count)}）",
            3 => string.Create(CultureInfo.InvariantCulture, $"{count}."),
            _ => string.Create(CultureInfo.InvariantCulture, $"（{count}）"),
        };
    }

    /// <summary>1 to 99 in words; beyond that the digits one by one, as no heading is counted so far.</summary>
    internal static string Chinese(int number) => number switch
    {
        < 10 => $"{Digits[number]}",
        < 20 => number == 10 ? "十" : $"十{Digits[number % 10]}",
        < 100 => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
        _ => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0'])),
    };
}
