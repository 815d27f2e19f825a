using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Indicators.WatchReadings;

/// <summary>Working days and school holidays of the district. A school year without terms has no holidays that anybody knows of.</summary>
internal sealed class AlertCalendar(WorkingCalendar days, IReadOnlyDictionary<int, SchoolYearCard> years)
{
    public bool IsWorkingDay(DateOnly day) => days.IsWorkingDay(day);

    public bool IsHoliday(DateOnly day) => years.TryGetValue(Period.SchoolYearOf(day), out var year) && year.Terms.Count > 0 && year.TermOf(day) is null;
}

/// <summary>The days that a rule counts: working days, without school holidays where it is silent in them.</summary>
/// <param name="rule">The rule.</param>
/// <param name="calendar">The district's working days and terms.</param>
internal sealed class AlertDays(AlertRule rule, AlertCalendar calendar)
{
    public AlertRule Rule => rule;

    /// <summary>Whether nothing fires on that day and nobody is told.</summary>
    public bool IsSilent(DateOnly day) => rule.Holidays == InHolidays.Silent && calendar.IsHoliday(day);

    public bool Counts(DateOnly day) => calendar.IsWorkingDay(day) && !IsSilent(day);

    /// <summary>The days that count after one day up to and with another.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            days += Counts(day) ? 1 : 0;
        return days;
    }
}

/// <summary>Asks Organization for the days between two days.</summary>
internal sealed class FindCalendar(IWorkingDays workingDays, ISchoolYears schoolYears) : IHandler
{
    public async Task<AlertCalendar> RunAsync(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var (from, to) = (Period.SchoolYearOf(first), Period.SchoolYearOf(last));
        return new(await workingDays.CalendarAsync(ct), await schoolYears.FindAsync([.. Enumerable.Range(from, to - from + 1)], ct));
    }
}
