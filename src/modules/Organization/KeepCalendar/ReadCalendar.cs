using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Organization.KeepCalendar;

/// <summary>Where a day's exception comes from.</summary>
internal enum DayOrigin
{
    /// <summary>Ships with the product.</summary>
    National,

    /// <summary>A public holiday that an administrator entered from the notice.</summary>
    Entered,

    /// <summary>The district's own.</summary>
    Local,
}

/// <summary>A day that differs from the ordinary week, or that the district keeps as an ordinary one.</summary>
internal sealed record KeptDay(DateOnly Day, bool Works, string Name, DayOrigin Origin, DateOnly? SetOn);

/// <summary>All exceptions of a district, and the years that are known.</summary>
internal sealed record DistrictCalendar(IReadOnlyDictionary<DateOnly, KeptDay> Days, IReadOnlySet<int> KnownYears, IReadOnlyDictionary<int, string> Sources)
{
    private WorkingCalendar? working;

    public WorkingCalendar ToWorkingCalendar() => working ??= new(Days.Values.Select(day => KeyValuePair.Create(day.Day, day.Works)), KnownYears);

    /// <summary>The calendar after changes; a day without a kept value goes back to the national one.</summary>
    public DistrictCalendar With(IEnumerable<DayChange> changes, IEnumerable<int> completed)
    {
        var days = new Dictionary<DateOnly, KeptDay>(Days);
        foreach (var change in changes)
        {
            days.Remove(change.Day);
            if (change.Works is { } works)
                days[change.Day] = new(change.Day, works, change.Name, change.IsLocal ? DayOrigin.Local : DayOrigin.Entered, null);
            else if (NationalCalendar.All.TryGetValue(change.Day, out var national))
                days[change.Day] = new(change.Day, national.Works, national.Name, DayOrigin.National, null);
        }
        return new(days, new HashSet<int>([.. KnownYears, .. completed]), Sources);
    }
}

/// <summary>One day as it shall be kept.</summary>
/// <param name="Day">The day.</param>
/// <param name="Works">Whether offices work; null takes the district's word back.</param>
/// <param name="Name">What it is.</param>
/// <param name="IsLocal">The district's own day, or a public one.</param>
internal sealed record DayChange(DateOnly Day, bool? Works, string Name, bool IsLocal);

/// <summary>Reads the district's calendar, once a request.</summary>
internal sealed class ReadCalendar(OrganizationDb organization) : IHandler
{
    private DistrictCalendar? read;

    public async Task<DistrictCalendar> RunAsync(CancellationToken ct) => read ??= await ReadAsync(ct);

    private async Task<DistrictCalendar> ReadAsync(CancellationToken ct)
    {
        var rows = await (
            from year in organization.CalendarYears.AsNoTracking()
            join day in organization.CalendarDays.AsNoTracking() on year.Id equals day.YearId into days
            from day in days.DefaultIfEmpty()
            select new { year.Year, year.IsComplete, year.Source, Day = day }).ToListAsync(ct);
        var all = NationalCalendar.All.Values.ToDictionary(day => day.Day, day => new KeptDay(day.Day, day.Works, day.Name, DayOrigin.National, null));
        foreach (var day in rows.Select(row => row.Day).Where(day => day is not null))
            all[day.Day] = new(day.Day, day.Works, day.Name, day.IsLocal ? DayOrigin.Local : DayOrigin.Entered, day.SetOn);
        return new(all, new HashSet<int>([.. NationalCalendar.Years, .. rows.Where(row => row.IsComplete).Select(row => row.Year)]),
            rows.Where(row => row.Source != "").GroupBy(row => row.Year).ToDictionary(year => year.Key, year => year.First().Source));
    }
}
