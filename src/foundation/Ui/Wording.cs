using System.Globalization;
using Shuren.Kernel;
using static System.FormattableString;

namespace Shuren.Ui;

/// <summary>How dates and numbers are written on the screen, in the reader's language.</summary>
public static class Wording
{
    private const char NoBreakSpace = '\u00A0';

    private static readonly NumberFormatInfo Grouped = new()
    {
        NumberGroupSeparator = NoBreakSpace.ToString(),
        NumberGroupSizes = [3],
        NegativeSign = "−",
    };

    /// <summary>A day of the year at hand: 4月17日, 17 April.</summary>
    public static string Day(DateOnly day) => Written(day, UiText.DayFormat);

    /// <summary>A day with its year: 2026年12月31日, 31 December 2026.</summary>
    public static string FullDay(DateOnly day) => Written(day, UiText.FullDayFormat);

    /// <summary>A day, with its year only where that is not the year of <paramref name="today"/>.</summary>
    public static string Day(DateOnly day, DateOnly today) => day.Year == today.Year ? Day(day) : FullDay(day);

    /// <summary>The day of the week: 星期三, Wednesday.</summary>
    public static string Weekday(DateOnly day) => Written(day, "dddd");

    /// <summary>A month: 2026年4月, April 2026.</summary>
    public static string Month(DateOnly day) => Written(day, UiText.MonthFormat);

    /// <summary>The form that machines read: 2026-04-17, for date inputs and the datetime attribute.</summary>
    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A whole number with a no-break space between thousands: 12 986; below zero with a true minus: −3.</summary>
    public static string Number(long value) => value.ToString("N0", Grouped);

    /// <summary>A number with a fixed count of decimals: 0.42, −1.82.</summary>
    public static string Number(decimal value, int decimals) => value.ToString(Invariant($"N{decimals}"), Grouped);

    /// <summary>A share of 1 as a percentage; zeros at the end fall away: 0.58 is 58%, 0.554 is 55.4%.</summary>
    public static string Percent(decimal share, int decimals = 1)
    {
        var places = decimals == 0 ? "" : "." + new string('#', decimals);
        return (share * 100).ToString("#,0" + places, Grouped) + "%";
    }

    /// <summary>Working days up to a deadline: 还有2个工作日; 0 is 今天到期; below zero 逾期1个工作日.</summary>
    public static string WorkingDays(int left) => left switch
    {
        0 => UiText.DueToday,
        1 => UiText.OneWorkingDayLeft,
        -1 => UiText.OneWorkingDayLate,
        > 1 => Filled(UiText.WorkingDaysLeft, left),
        _ => Filled(UiText.WorkingDaysLate, -left),
    };

    /// <summary>A file's size in the unit that reads best: 860 KB, 3.2 MB.</summary>
    public static string Size(long bytes) => bytes < 1_000_000
        ? Invariant($"{Math.Max(1, bytes / 1000)}{NoBreakSpace}KB")
        : Invariant($"{bytes / 1_000_000m:0.#}{NoBreakSpace}MB");

    /// <summary>Short words beside each other, with the language's own comma; empty ones fall away at the end.</summary>
    public static string Listed(params string[] words) => string.Join(UiText.Comma, words.Where((word, place) => place == 0 || word.Length > 0));

    /// <summary>A sentence of the resource with its gaps filled.</summary>
    internal static string Filled(string sentence, params object[] args) => Sentences.Filled(sentence, args);

    private static string Written(DateOnly day, string format) => day.ToString(format, CultureInfo.CurrentCulture);
}
