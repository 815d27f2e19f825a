using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Ui;

namespace Shuren.Organization.ViewTodo;

/// <summary>What waits for the person, gathered from every room and sorted by urgency.</summary>
internal sealed class ViewTodo(IEnumerable<ITodoSource> sources, IWorkingDays workingDays, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>A group of the page: what is late, due today, this week, later.</summary>
    public sealed record Group(string Id, string Title, IReadOnlyList<TodoItem> Items);

    /// <summary>The page's content.</summary>
    public sealed record Todos(DateOnly Today, IReadOnlyList<Group> Groups)
    {
        public int Count => Groups.Sum(group => group.Items.Count);

        public int Late => Groups[0].Items.Count;
    }

    public async Task<Todos> RunAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var calendar = await workingDays.CalendarAsync(ct);
        var all = new List<Todo>();
        foreach (var source in sources)
            all.AddRange(await source.ForAsync(actor, today, ct));
        var weekEnd = today.AddDays(7 - ((int)today.DayOfWeek + 6) % 7 - 1);
        (string Id, string Title, Func<DateOnly?, bool> Holds)[] groups =
        [
            ("late", OrganizationText.TodoLate, due => due < today),
            ("today", OrganizationText.TodoToday, due => due == today),
            ("week", OrganizationText.TodoWeek, due => due > today && due <= weekEnd),
            ("later", OrganizationText.TodoLater, due => due is null || due > weekEnd),
        ];
        return new(today, [.. groups.Select(group => new Group(group.Id, group.Title,
            [.. all.Where(todo => group.Holds(todo.Due)).OrderBy(todo => todo.Due ?? DateOnly.MaxValue).ThenBy(todo => todo.Title, StringComparer.Ordinal).Select(todo => Item(todo, today, calendar))]))]);
    }

    private static TodoItem Item(Todo todo, DateOnly today, WorkingCalendar calendar)
    {
        var lamp = todo.Due is null ? LampKind.NotStarted : Lamps.Of(todo.Due, false, today, calendar) switch
        {
            Kernel.Lamp.Red => LampKind.Late,
            Kernel.Lamp.Amber => LampKind.DueSoon,
            _ => LampKind.OnTrack,
        };
        var when = todo.Due is { } due ? Wording.WorkingDays(calendar.WorkingDaysBetween(today, due) is 0 && due < today ? -1 : calendar.WorkingDaysBetween(today, due)) : OrganizationText.NoDate;
        return new(lamp, when, todo.Title, todo.Href) { Due = todo.Due is { } day ? Wording.Day(day, today) : null, Why = todo.Why, Source = todo.Room, Act = todo.Action };
    }
}
