using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Shuren.Ui;

/// <summary>Days as people type them into a form: 2026-04-17, 2026-4-17, 2026/4/17, 2026年4月17日.</summary>
public static class Days
{
    /// <summary>What the browser lets through; all of it is read by <see cref="TryRead"/> and by the framework's own reading of forms.</summary>
    internal const string Pattern = @"\s*(\d{4}[\-\/]\d{1,2}[\-\/]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)\s*";

    /// <summary>The hidden field in which every <see cref="DateInput"/> says its name.</summary>
    internal const string Field = "_day";

    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"];

    /// <summary>Reads a day.</summary>
    /// <param name="typed">What was typed; blanks around it do not matter.</param>
    /// <param name="day">The day, when there is one.</param>
    /// <returns>False where it is empty or no day of the calendar: 2026-02-30.</returns>
    public static bool TryRead(string? typed, out DateOnly day) =>
        DateOnly.TryParseExact(typed?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>What was typed into that field of the posted form, when it is no day; else null.</summary>
    internal static string? Wrong(HttpContext? http, string name)
    {
        if (http is null || !HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType)
            return null;
        var typed = http.Request.Form[name].ToString();
        return typed.Trim().Length == 0 || TryRead(typed, out _) ? null : typed;
    }

    /// <summary>The fields of the posted form in which something else than a day stands. A form that holds one must not be acted on: the day would be lost.</summary>
    internal static IReadOnlyList<FormProblem> WrongOnes(HttpContext? http) =>
        http is null || !HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType
            ? []
            : [.. http.Request.Form[Field].OfType<string>().Distinct().Where(name => Wrong(http, name) is not null).Select(name => new FormProblem(name, UiText.DayWrong))];
}
