using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Platform.Doors;

namespace Shuren.Organization.KeepCalendar;

/// <summary>The working days of a span: how many, which days differ from the ordinary week, and the years whose holidays are not known yet.</summary>
internal sealed record WorkingDaysAnswer(DateOnly From, DateOnly Until, int WorkingDays, IReadOnlyList<DayItem> Exceptions, IReadOnlyList<int> UnknownYears);

/// <summary>A day that differs from the ordinary week.</summary>
internal sealed record DayItem(DateOnly Day, bool Works, string Name);

/// <summary>The working calendar for programs.</summary>
internal static class WorkingDayDoors
{
    /// <summary>A span has so many days at most: two years.</summary>
    private const int MostDays = 731;

    public static void Map(IEndpointRouteBuilder doors) => doors.MapApi("calendar").MapGet("/working-days", ReadAsync)
        .Door("ReadWorkingDays", OrganizationRights.Use, "The working days of a span, both ends included.");

    private static async Task<Answer<WorkingDaysAnswer>> ReadAsync(
        [Description("The first day; today where it is not said.")] DateOnly? from, [Description("The last day, two years behind the first at most; the end of its year where it is not said.")] DateOnly? until,
        ReadCalendar read, TimeProvider time, CancellationToken ct)
    {
        var first = from ?? time.Today();
        return await BetweenAsync(first, until ?? new DateOnly(first.Year, 12, 31), read, ct);
    }

    private static async Task<Answer<WorkingDaysAnswer>> BetweenAsync(DateOnly from, DateOnly until, ReadCalendar read, CancellationToken ct)
    {
        if (until < from || until.DayNumber - from.DayNumber >= MostDays)
            return new Refusal("SpanForm", "until", MostDays);
        var kept = await read.RunAsync(ct);
        var calendar = kept.ToWorkingCalendar();
        var days = Enumerable.Range(0, until.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToList();
        return new WorkingDaysAnswer(from, until, days.Count(calendar.IsWorkingDay),
            [.. days.Where(kept.Days.ContainsKey).Select(day => new DayItem(day, kept.Days[day].Works, kept.Days[day].Name))], calendar.UnknownYears([from, until]));
    }
}
