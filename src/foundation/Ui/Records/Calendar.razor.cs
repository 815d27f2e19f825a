using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Shuren.Ui;

public partial class Calendar
{
    /// <summary>Any day of the month.</summary>
    [Parameter, EditorRequired] public DateOnly Month { get; set; }

    /// <summary>What the calendar shows, read aloud.</summary>
    [Parameter, EditorRequired] public string Caption { get; set; } = "";

    /// <summary>What is on its days.</summary>
    [Parameter] public IReadOnlyList<CalendarEntry> Entries { get; set; } = [];

    /// <summary>Today.</summary>
    [Parameter] public DateOnly? Today { get; set; }

    /// <summary>Whether nobody works on a day; weekends where it is not given.</summary>
    [Parameter] public Func<DateOnly, bool> IsFree { get; set; } = day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The month before.</summary>
    [Parameter] public string? PreviousHref { get; set; }

    /// <summary>The month after.</summary>
    [Parameter] public string? NextHref { get; set; }

    private DateOnly First => new(Month.Year, Month.Month, 1);

    private DateOnly[][] Weeks
    {
        get
        {
            var monday = First.AddDays(-(((int)First.DayOfWeek + 6) % 7));
            var days = Enumerable.Range(0, 42).Select(monday.AddDays);
            return [.. days.Chunk(7).TakeWhile(week => week[0] < First.AddMonths(1))];
        }
    }

    private string Class(DateOnly day)
    {
        string?[] classes =
        [
            day.Month == Month.Month ? null : "is-out",
            day == Today ? "is-today" : null,
            IsFree(day) ? "is-free" : null,
            Entries.Any(entry => entry.Day == day) ? "has-entry" : null,
        ];
        return string.Join(' ', classes.OfType<string>());
    }

    private string DayWords(DateOnly day) =>
        day.Month == Month.Month ? day.Day.ToString(CultureInfo.InvariantCulture) : Wording.Day(day);
}
