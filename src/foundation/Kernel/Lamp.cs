namespace Shuren.Kernel;

/// <summary>State of a deadline (红黄绿灯), by working days.</summary>
public enum Lamp
{
    /// <summary>未开始: the start lies ahead.</summary>
    Idle,

    /// <summary>正常: more than three working days are left.</summary>
    Green,

    /// <summary>临期: three working days or fewer are left, the day itself included.</summary>
    Amber,

    /// <summary>逾期: the day has passed.</summary>
    Red,

    /// <summary>已完成: done, whenever it was.</summary>
    Done,
}

/// <summary>The rule by which a deadline gets its lamp.</summary>
public static class Lamps
{
    /// <summary>So many working days ahead a deadline turns amber.</summary>
    public const int WarningWorkingDays = 3;

    /// <summary>The lamp of something that is due on a day.</summary>
    /// <param name="due">The last day; null never turns amber or red.</param>
    /// <param name="done">Whether it is finished.</param>
    /// <param name="today">The day that asks.</param>
    /// <param name="calendar">Which days count.</param>
    public static Lamp Of(DateOnly? due, bool done, DateOnly today, WorkingCalendar calendar)
    {
        if (done)
            return Lamp.Done;
        if (due is not { } day)
            return Lamp.Green;
        if (day < today)
            return Lamp.Red;
        return calendar.WorkingDaysBetween(today, day) <= WarningWorkingDays ? Lamp.Amber : Lamp.Green;
    }
}
