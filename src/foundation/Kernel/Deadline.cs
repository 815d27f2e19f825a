namespace Shuren.Kernel;

/// <summary>A time in which a deadline's clock stands still (中止计算).</summary>
/// <param name="From">The first day that does not count.</param>
/// <param name="To">The first day that counts again; null while it still stands still.</param>
/// <param name="Reason">Why, for the record.</param>
public readonly record struct Pause(DateOnly From, DateOnly? To, string Reason)
{
    /// <summary>Whether the clock stands still on that day.</summary>
    public bool Holds(DateOnly day) => day >= From && (To is null || day < To);
}

/// <summary>More time than was given at first (延期).</summary>
/// <param name="On">The day on which it was granted.</param>
/// <param name="WorkingDays">So many more; at least 1.</param>
/// <param name="Reason">Why, for the record.</param>
public readonly record struct Extension(DateOnly On, int WorkingDays, string Reason);

/// <summary>
/// A time limit in working days: the day after <paramref name="Start"/> is the first that counts (民法典 art. 201), the last one that counts is
/// the due day. Pauses and holidays do not count, extensions add to it. A value: every act gives another one or a refusal.
/// </summary>
/// <param name="Start">The day of the event that starts the clock, which does not count itself.</param>
/// <param name="WorkingDays">How many working days were given; at least 1.</param>
/// <example><code>
/// var limit = new Deadline(new(2026, 9, 24), 15);
/// DateOnly? due = limit.DueOn(calendar);
/// </code></example>
public sealed record Deadline(DateOnly Start, int WorkingDays)
{
    /// <summary>When the clock stood still; in order of time, only the last may be open.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>What was granted beyond the first limit.</summary>
    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    /// <summary>All working days that are given, extensions included.</summary>
    public int Allowed => WorkingDays + Extensions.Sum(extension => extension.WorkingDays);

    /// <summary>Whether the clock stands still on that day.</summary>
    public bool IsPausedOn(DateOnly day) => Pauses.Any(pause => pause.Holds(day));

    /// <summary>The last day. Null while an open pause keeps it from being known.</summary>
    public DateOnly? DueOn(WorkingCalendar calendar)
    {
        var day = Start;
        for (var left = Allowed; left > 0;)
        {
            day = day.AddDays(1);
            if (Pauses.Any(pause => pause.To is null && pause.From <= day))
                return null;
            left -= Counts(day, calendar) ? 1 : 0;
        }
        return day;
    }

    /// <summary>Working days that are left on a day: 0 on the due day, negative and never 0 once it has passed.</summary>
    public int DaysLeft(DateOnly today, WorkingCalendar calendar) =>
        DueOn(calendar) is { } due && due < today
            ? Math.Min(-1, -calendar.WorkingDaysBetween(due, today))
            : Allowed - Counted(Start, today, calendar);

    /// <summary>Its lamp: idle before it starts, red once the due day has passed, amber with three working days or fewer. A paused clock never turns red.</summary>
    public Lamp LampOn(DateOnly today, bool done, WorkingCalendar calendar)
    {
        if (done)
            return Lamp.Done;
        if (today < Start)
            return Lamp.Idle;
        return DaysLeft(today, calendar) switch
        {
            < 0 => Lamp.Red,
            <= Lamps.WarningWorkingDays => Lamp.Amber,
            _ => Lamp.Green,
        };
    }

    /// <summary>The years that it reaches and whose holidays are not known: its due day may still move.</summary>
    public IReadOnlyList<int> UnknownYears(WorkingCalendar calendar)
    {
        var last = DueOn(calendar) ?? Pauses[^1].From;
        return [.. Enumerable.Range(Start.Year, Math.Max(1, last.Year - Start.Year + 1)).Where(year => !calendar.Knows(year))];
    }

    /// <summary>Stops the clock. Refused (<c>DeadlinePaused</c>, <c>DeadlineOver</c>, <c>DeadlineOrder</c>) where it stands already, is over, or the day lies before what is recorded.</summary>
    public Outcome<Deadline> Stop(DateOnly from, string reason, WorkingCalendar calendar)
    {
        if (Pauses is [.., { To: null }])
            return new Refusal("DeadlinePaused");
        if (from <= Start || Pauses is [.., { To: { } end }] && from < end)
            return new Refusal("DeadlineOrder");
        return DueOn(calendar) < from ? new Refusal("DeadlineOver") : this with { Pauses = [.. Pauses, new(from, null, reason)] };
    }

    /// <summary>Lets the clock run again. Refused (<c>DeadlineRunning</c>, <c>DeadlineOrder</c>) where it runs, or the day lies before the pause began.</summary>
    public Outcome<Deadline> Resume(DateOnly on)
    {
        if (Pauses is not [.., { To: null } open])
            return new Refusal("DeadlineRunning");
        return on < open.From ? new Refusal("DeadlineOrder") : this with { Pauses = [.. Pauses.SkipLast(1), open with { To = on }] };
    }

    /// <summary>Gives more time. Refused (<c>DeadlineDays</c>, <c>DeadlineOver</c>) where it is no day, or the due day has passed.</summary>
    public Outcome<Deadline> Extend(DateOnly on, int workingDays, string reason, WorkingCalendar calendar)
    {
        if (workingDays < 1)
            return new Refusal("DeadlineDays");
        return DueOn(calendar) < on ? new Refusal("DeadlineOver") : this with { Extensions = [.. Extensions, new(on, workingDays, reason)] };
    }

    private bool Counts(DateOnly day, WorkingCalendar calendar) => calendar.IsWorkingDay(day) && !IsPausedOn(day);

    private int Counted(DateOnly after, DateOnly upTo, WorkingCalendar calendar)
    {
        var days = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
            days += Counts(day, calendar) ? 1 : 0;
        return days;
    }
}
