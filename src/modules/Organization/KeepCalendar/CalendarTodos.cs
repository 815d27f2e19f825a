using Shuren.Kernel;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;

namespace Shuren.Organization.KeepCalendar;

/// <summary>From November on whoever keeps the calendar is asked for the next year's holidays, which are announced by then.</summary>
internal sealed class CalendarTodos(ReadCalendar calendar) : ITodoSource
{
    private const int AnnouncedFromMonth = 11;

    public string? SeenWith => OrganizationRights.ManageCalendar;

    public async Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!actor.IsSignedIn || !actor.Can(OrganizationRights.ManageCalendar))
            return [];
        var known = (await calendar.RunAsync(ct)).KnownYears;
        int[] needed = today.Month >= AnnouncedFromMonth ? [today.Year, today.Year + 1] : [today.Year];
        return [.. needed.Where(year => !known.Contains(year)).Select(year => new Todo(
            CalendarText.TodoYear.Filled(year), CalendarText.TodoYearWhy, new DateOnly(year - 1, 12, 31), CalendarText.WorkCalendar, CalendarText.TodoYearAct,
            OrganizationLinks.CalendarOf(year), new Ref("organization", "calendar", Guid.Empty)))];
    }
}
