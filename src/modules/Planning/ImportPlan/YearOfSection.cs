using System.Globalization;
using System.Text.RegularExpressions;
using Shuren.Planning.Model;

namespace Shuren.Planning.ImportPlan;

/// <summary>The year of which a part of a plan of several years speaks: 2026年重点任务, 第二年.</summary>
internal static partial class YearOfSection
{
    private const string Ordinals = "一二三四五";

    /// <param name="section">The section of a task; null for none.</param>
    /// <param name="sections">All sections of the plan by id.</param>
    /// <param name="years">First and last year of the plan.</param>
    /// <returns>The section that names one year of the plan, the nearest above the task, and that year; null where none does or the plan is for one year.</returns>
    public static (PlanSection Section, int Year)? Of(Guid? section, IReadOnlyDictionary<Guid, PlanSection> sections, (int First, int Last) years)
    {
        if (years.First == years.Last)
            return null;
        for (var at = section; at is { } id && sections.TryGetValue(id, out var found); at = found.ParentId)
        {
            if (In(found.Title, years) is { } year)
                return (found, year);
        }
        return null;
    }

    private static int? In(string title, (int First, int Last) years)
    {
        // 2025—2027年 names a span, and a span is the plan itself.
        var named = Years().Matches(title).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct().ToList();
        var year = named is [var only] ? only : named.Count == 0 && Ordinal().Match(title) is { Success: true } match ? years.First + Ordinals.IndexOf(match.Groups[1].Value, StringComparison.Ordinal) : (int?)null;
        return year >= years.First && year <= years.Last ? year : null;
    }

    [GeneratedRegex("(20[0-9]{2})(?=年|[—–~至-])")]
    private static partial Regex Years();

    [GeneratedRegex("第([一二三四五])年")]
    private static partial Regex Ordinal();
}
