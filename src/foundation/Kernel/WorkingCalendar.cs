using System.Collections.Frozen;

namespace Shuren.Kernel;

/// <summary>
/// Working days: Monday to Friday but for public holidays, plus the weekends that are worked instead (调休).
/// The exceptions are data, announced each autumn by the State Council for the year to come.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, bool> exceptions;
    private readonly FrozenSet<int> knownYears;

    /// <summary>A calendar of these exceptions; a year is known when it has one.</summary>
    /// <param name="exceptions">Days that differ from the ordinary week; true is worked, false is off.</param>
    public WorkingCalendar(IEnumerable<KeyValuePair<DateOnly, bool>> exceptions)
        : this([.. exceptions], null)
    {
    }

    /// <summary>A calendar of these exceptions that is sure of these years only: one local day off does not make a year known.</summary>
    /// <param name="exceptions">Days that differ from the ordinary week; true is worked, false is off.</param>
    /// <param name="knownYears">The years whose holidays are all among them.</param>
    public WorkingCalendar(IEnumerable<KeyValuePair<DateOnly, bool>> exceptions, IEnumerable<int> knownYears)
        : this([.. exceptions], knownYears.ToFrozenSet())
    {
    }

    private WorkingCalendar(KeyValuePair<DateOnly, bool>[] exceptions, FrozenSet<int>? known)
    {
        this.exceptions = exceptions.ToFrozenDictionary();
        knownYears = known ?? exceptions.Select(day => day.Key.Year).ToFrozenSet();
    }

    /// <summary>The ordinary week without any holiday.</summary>
    public static WorkingCalendar WithoutHolidays { get; } = new([]);

    /// <summary>Whether the holidays of that year are known; a deadline in an unknown year is only provisional.</summary>
    public bool Knows(int year) => knownYears.Contains(year);

    /// <summary>Of the years of these days those whose holidays are not known, in order: what a page warns of.</summary>
    public IReadOnlyList<int> UnknownYears(IEnumerable<DateOnly?> days) =>
        [.. days.OfType<DateOnly>().Select(day => day.Year).Distinct().Where(year => !Knows(year)).Order()];

    /// <summary>Whether the day follows the ordinary week, or is an exception of which the calendar knows.</summary>
    public bool IsException(DateOnly day) => exceptions.ContainsKey(day);

    /// <summary>Whether offices work on that day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        exceptions.TryGetValue(day, out var works) ? works : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>
    /// Working days from one day to another: the days after <paramref name="from"/> up to and with <paramref name="to"/>.
    /// Negative when <paramref name="to"/> lies before; 0 on the same day.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -WorkingDaysBetween(to, from);
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            days += IsWorkingDay(day) ? 1 : 0;
        return days;
    }

    /// <summary>The day that lies so many working days after (or, if negative, before) the given one; 0 gives the day itself.</summary>
    public DateOnly AddWorkingDays(DateOnly from, int workingDays)
    {
        var step = Math.Sign(workingDays);
        var day = from;
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            day = day.AddDays(step);
            left -= IsWorkingDay(day) ? 1 : 0;
        }
        return day;
    }
}
