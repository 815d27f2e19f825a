using Shuren.PlanText.Dates;

namespace Shuren.PlanText.Structure.Head;

/// <summary>What stands above and around the text: who speaks, of which year, since when.</summary>
/// <param name="Title">The title in one line, or null.</param>
/// <param name="Bureau">The authority as printed, or null.</param>
/// <param name="Period">The years that are planned.</param>
/// <param name="Published">The printed date.</param>
internal sealed record DocumentHead(string? Title, string? Bureau, Period Period, DateOnly? Published);

/// <summary>The years that are planned: one, or a first and a last.</summary>
/// <param name="Year">The (first) year; null where the document names none.</param>
/// <param name="EndYear">The last year of several, or null.</param>
/// <param name="IsSchoolYear">2025-2026学年: months up to August lie in the second year.</param>
internal readonly record struct Period(int? Year, int? EndYear, bool IsSchoolYear = false)
{
    /// <summary>The last day of words that were read with the first year.</summary>
    internal DateOnly? InSchoolYear(Due? due)
    {
        if (due?.LastDay is not { } day || !IsSchoolYear || day.Year != Year || due.Value.Words.Any(char.IsAsciiDigit) && due.Value.Words.Contains('年'))
            return due?.LastDay;
        return due.Value.Words.StartsWith('每') ? new(day.Year + 1, 8, 31) : day.Month <= 8 ? day.AddYears(1) : day;
    }
}
