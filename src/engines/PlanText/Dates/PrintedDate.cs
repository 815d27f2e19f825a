namespace Shuren.PlanText.Dates;

/// <summary>Finds a full date: 2026-03-05, 2026年3月5日, 2026.3.5, 二〇二六年三月五日.</summary>
internal static class PrintedDate
{
    /// <summary>The first full date of a text, or null.</summary>
    internal static DateOnly? Find(ReadOnlySpan<char> text) => Locate(text)?.Date;

    /// <summary>Whether the text is a date and nothing else (a word such as 印发 or brackets aside).</summary>
    internal static bool Is(ReadOnlySpan<char> text) =>
        text.Length <= 24 && Locate(text) is { } found && Rest(text, found.Start, found.Length).Trim("() 印发").IsEmpty;

    /// <summary>What stands beside the first full date of a text, without gaps and brackets; null where there is no date.</summary>
    internal static string? Beside(ReadOnlySpan<char> text) =>
        Locate(text) is { } found ? Rest(text, found.Start, found.Length).Trim("() ").ToString() : null;

    private static ReadOnlySpan<char> Rest(ReadOnlySpan<char> text, int start, int length) =>
        start == 0 ? text[length..] : string.Concat(text[..start], text[(start + length)..]);

    private static (DateOnly Date, int Start, int Length)? Locate(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 6 <= text.Length; i++)
        {
            if (Read(text, i) is { } found)
                return (found.Date, i, found.Length);
        }

        return null;
    }

    /// <summary>A full date that begins at a position, and its length.</summary>
    internal static (DateOnly Date, int Length)? Read(ReadOnlySpan<char> text, int at)
    {
        var year = Words.Year(text, at);
        var i = year == 0 ? -1 : SkipSeparator(text, at + 4, '年');
        var (month, monthLength) = i < 0 ? (0, 0) : Words.Number(text, i);
        i = monthLength == 0 ? -1 : SkipSeparator(text, i + monthLength, '月');
        var (day, dayLength) = i < 0 ? (0, 0) : Words.Number(text, i);
        if (dayLength == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        i += dayLength;
        return (new(year, month, day), i - at + (Words.At(text, i, "日") ? 1 : 0));
    }

    private static int SkipSeparator(ReadOnlySpan<char> text, int at, char word)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        if (at >= text.Length || !(text[at] == word || text[at] is '-' or '/' or '.'))
            return -1;
        at++;
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }
}
