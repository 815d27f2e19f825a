using System.Text.Json;

namespace Shuren.Organization.KeepCalendar;

/// <summary>Day changes from what was typed, and on their way through the check page.</summary>
internal static class CalendarDaysOf
{
    /// <summary>Every day from the first to the last; a span that is too long gives more than can be changed at once.</summary>
    public static IReadOnlyList<DayChange> Form(CalendarDaysForm form)
    {
        if (form.First is not { } first)
            return [];
        var last = form.Last ?? first;
        var count = Math.Min(last.DayNumber - first.DayNumber + 1, PreviewCalendar.MostDays + 1);
        return [.. Enumerable.Range(0, Math.Max(0, count)).Select(first.AddDays).Select(day => new DayChange(day, form.Kind == "work", form.Name?.Trim() ?? "", form.IsLocal))];
    }

    public static string Write(IReadOnlyList<DayChange> changes) => JsonSerializer.Serialize(changes);

    /// <returns>The changes; null when somebody has touched what the page sent.</returns>
    public static IReadOnlyList<DayChange>? Json(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<List<DayChange>>(text ?? "[]");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
