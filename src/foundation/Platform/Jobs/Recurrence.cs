using System.Globalization;

namespace Shuren.Platform.Jobs;

/// <summary>When a job recurs, in the district's local time.</summary>
/// <param name="At">The time of day.</param>
/// <param name="On">The day of the week; null for every day.</param>
public sealed record Recurrence(TimeOnly At, DayOfWeek? On = null)
{
    /// <summary>Every day at that time.</summary>
    public static Recurrence Daily(int hour, int minute = 0) => new(new TimeOnly(hour, minute));

    /// <summary>Every week on that day at that time.</summary>
    public static Recurrence Weekly(DayOfWeek on, int hour, int minute = 0) => new(new TimeOnly(hour, minute), on);

    /// <summary>
    /// The last run that was due by a local moment. Only this one is ever made up for: a machine that was off for a week does once what
    /// it missed. Counted by dates, so a day has one run also where the clocks are changed.
    /// </summary>
    public DateOnly LastDue(DateTime localNow)
    {
        var day = DateOnly.FromDateTime(localNow);
        if (TimeOnly.FromDateTime(localNow) < At)
            day = day.AddDays(-1);
        return On is { } weekday ? day.AddDays(-(((int)day.DayOfWeek - (int)weekday + 7) % 7)) : day;
    }

    /// <summary>How long from a local moment to the next run.</summary>
    public TimeSpan UntilNext(DateTime localNow) => LastDue(localNow).AddDays(On is null ? 1 : 7).ToDateTime(At) - localNow;

    /// <summary>The key of a run: one row, whichever node writes it first.</summary>
    public static string KeyOf(string kind, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{kind}/{day:yyyy-MM-dd}");
}
