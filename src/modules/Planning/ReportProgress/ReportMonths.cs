namespace Shuren.Planning.ReportProgress;

/// <summary>Which months of a running task were reported. A month without a word is said to be not reported, never taken for no progress.</summary>
internal static class ReportMonths
{
    /// <summary>From this day of a month its report is asked for.</summary>
    public const int AskedFromDay = 25;

    /// <summary>The first days of the whole months that passed without a report, oldest first.</summary>
    /// <param name="from">The day on which the plan was published: its month is the first that counts.</param>
    /// <param name="reported">The days up to which reports speak.</param>
    /// <param name="until">The day that asks, or the day on which the task was done; its own month is not over.</param>
    public static IReadOnlyList<DateOnly> Missing(DateOnly from, IEnumerable<DateOnly> reported, DateOnly until)
    {
        var said = reported.Select(FirstOf).ToHashSet();
        var missing = new List<DateOnly>();
        for (var month = FirstOf(from); month < FirstOf(until); month = month.AddMonths(1))
        {
            if (!said.Contains(month))
                missing.Add(month);
        }
        return missing;
    }

    /// <summary>Whether this month's report is asked for and not there.</summary>
    public static bool IsAskedFor(IEnumerable<DateOnly> reported, DateOnly today) =>
        today.Day >= AskedFromDay && reported.All(day => FirstOf(day) != FirstOf(today));

    /// <summary>The last day of the month.</summary>
    public static DateOnly LastOf(DateOnly day) => FirstOf(day).AddMonths(1).AddDays(-1);

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
