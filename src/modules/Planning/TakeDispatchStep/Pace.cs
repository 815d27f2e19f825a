namespace Shuren.Planning.TakeDispatchStep;

/// <summary>How much of a task's time has passed and how much of it is confirmed as done.</summary>
/// <param name="Elapsed">Percent of the days from the start to the task's date that have passed, 0 to 100.</param>
/// <param name="Done">Percent done, as last confirmed.</param>
internal readonly record struct Pace(int Elapsed, int Done)
{
    /// <summary>So many percentage points behind the calendar are no longer the rhythm of a school year: work seldom grows in a straight line.</summary>
    private const int ClearlyBehind = 25;

    /// <summary>Percentage points by which the work is behind its time; 0 or less when it is not.</summary>
    public int Behind => Elapsed - Done;

    /// <summary>Whether that should be talked about.</summary>
    public bool IsClearlyBehind => Behind >= ClearlyBehind;

    /// <param name="start">The day on which the plan was published.</param>
    /// <param name="due">The task's date; a task without one has no pace.</param>
    /// <param name="today">The day that asks.</param>
    /// <param name="percent">Percent done, as last confirmed.</param>
    public static Pace? Of(DateOnly start, DateOnly? due, DateOnly today, int percent) => due is not { } last || last <= start || today > last ? null
        : new(Math.Clamp((today.DayNumber - start.DayNumber) * 100 / (last.DayNumber - start.DayNumber), 0, 100), percent);
}
