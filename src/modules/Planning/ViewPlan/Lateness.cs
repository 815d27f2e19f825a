namespace Shuren.Planning.ViewPlan;

/// <summary>How many tasks were late on the same weekday of the last weeks.</summary>
internal static class Lateness
{
    /// <summary>A quarter of a year, the time over which an office looks back.</summary>
    public const int Weeks = 12;

    /// <summary>
    /// One line a week up to <paramref name="today"/>, oldest first. Reckoned from the dates that stand today: a task whose date was moved
    /// counts by its new date. A task is late after its day until the day it is done.
    /// </summary>
    public static IReadOnlyList<(DateOnly On, int Late)> Of(IReadOnlyList<TaskLine> tasks, DateOnly today) =>
    [
        .. Enumerable.Range(0, Weeks).Select(week => today.AddDays(-7 * (Weeks - 1 - week)))
            .Select(on => (on, tasks.Count(task => task.DueOn < on && (task.DoneOn is null || task.DoneOn > on)))),
    ];
}
