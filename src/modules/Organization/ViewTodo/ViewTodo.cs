using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.ShareTodos;
using Shuren.Platform;
using Shuren.Platform.Todos;
using Shuren.Ui;

namespace Shuren.Organization.ViewTodo;

/// <summary>What waits for the person, gathered from every room and sorted by urgency; one room at a time where asked, a page at a time.</summary>
internal sealed class ViewTodo(FindMyTodos todos, ViewRequests requests, IWorkingDays workingDays, TimeProvider time) : IHandler
{
    /// <summary>A page holds so many.</summary>
    public const int PageSize = 50;

    /// <summary>A group of the page: what is late, due today, this week, later.</summary>
    public sealed record Group(string Id, string Title, int Count, IReadOnlyList<TodoItem> Items);

    /// <summary>The page's content; the counts are those of all pages.</summary>
    public sealed record Todos(DateOnly Today, IReadOnlyList<Group> Groups, IReadOnlyList<(string Room, int Count)> Rooms, int Skipped)
    {
        public int Count => Groups.Sum(group => group.Count);

        public int Late => Groups[0].Count;

        /// <summary>Where the next page begins, or null.</summary>
        public int? Next => Skipped + Groups.Sum(group => group.Items.Count) is var end && end < Count ? end : null;
    }

    /// <param name="room">Only what that room gives to do; empty for all.</param>
    /// <param name="skip">So many are on the pages before.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Todos> RunAsync(string room, int skip, CancellationToken ct)
    {
        var today = time.Today();
        var calendar = await workingDays.CalendarAsync(ct);
        var all = await todos.RunAsync(ct);
        var handedOver = await requests.HandedOverAsync(ct);
        var weekEnd = today.AddDays(7 - ((int)today.DayOfWeek + 6) % 7 - 1);
        // What has no date, such as a countersignature, holds others up: it stands before what is due after this week.
        var shown = all.Where(todo => room == "" || todo.Room == room).OrderBy(todo => todo.Due ?? weekEnd).ThenBy(todo => todo.Due is null).ThenBy(todo => todo.Title, StringComparer.Ordinal).ToList();
        var page = shown.Skip(skip).Take(PageSize).ToHashSet();
        (string Id, string Title, Func<DateOnly?, bool> Holds)[] groups =
        [
            ("late", OrganizationText.TodoLate, due => due < today),
            ("today", OrganizationText.TodoToday, due => due == today),
            ("week", OrganizationText.TodoWeek, due => due > today && due <= weekEnd),
            ("undated", OrganizationText.TodoUndated, due => due is null),
            ("later", OrganizationText.TodoLater, due => due > weekEnd),
        ];
        return new(today, [.. groups.Select(group => new Group(group.Id, group.Title, shown.Count(todo => group.Holds(todo.Due)),
            [.. shown.Where(todo => group.Holds(todo.Due) && page.Contains(todo)).Select(todo => Item(todo, today, calendar, [.. handedOver[todo.About.ToString()]]))]))],
            [.. all.GroupBy(todo => todo.Room).Select(rows => (rows.Key, rows.Count())).OrderByDescending(rows => rows.Item2)], skip);
    }

    private static TodoItem Item(Todo todo, DateOnly today, WorkingCalendar calendar, IReadOnlyList<string> with)
    {
        var lamp = todo.Due is null ? LampKind.NotStarted : Lamps.Of(todo.Due, false, today, calendar) switch
        {
            Kernel.Lamp.Red => LampKind.Late,
            Kernel.Lamp.Amber => LampKind.DueSoon,
            _ => LampKind.OnTrack,
        };
        var when = todo.Due is { } due ? Wording.WorkingDays(calendar.WorkingDaysBetween(today, due) is 0 && due < today ? -1 : calendar.WorkingDaysBetween(today, due)) : OrganizationText.NoDate;
        return new(lamp, when, todo.Title, todo.Href)
        {
            Due = todo.Due is { } day ? Wording.Day(day, today) : null, Why = with.Count == 0 ? todo.Why : $"{WorkText.HandedOverTo.Filled(string.Join('、', with))} {todo.Why}", Source = todo.Room, Act = todo.Action,
            MoreHref = todo.About.Kind == "todorequest" ? null : OrganizationLinks.ShareTodo(todo.About.ToString()),
        };
    }
}
