using System.Globalization;
using Shuren.Documents.Breakdowns;
using Shuren.PlanText;

namespace Shuren.Host.Commands;

/// <summary>From what was read in a plan to its breakdown table. The two engines do not know each other; here they meet.</summary>
internal static class PlanBreakdown
{
    /// <summary>A key task (重点任务) is a heading down to this level; what is deeper counts to the heading above it.</summary>
    private const int DeepestKeyTask = 2;

    private const string Suffix = "任务分解表";

    /// <summary>True where there is something to break down: tasks outside the part that sums up the past.</summary>
    internal static bool HasTasks(WorkPlanReading reading) => Planned(reading).Any();

    /// <summary>The table of a plan. A lead is entered only where the document names one; without a date of its own a task is due at the year's end.</summary>
    internal static Breakdown Of(WorkPlanReading reading)
    {
        var sections = reading.Sections.ToDictionary(s => s.Id);
        var targets = reading.Targets.Where(t => t.Status == TargetStatus.Target && t.Task is not null).ToLookup(t => t.Task, t => t.Quote);
        var rows = new List<BreakdownRow>();
        var counts = new Dictionary<string, (int Section, int Tasks)>();
        foreach (var task in Planned(reading))
        {
            var section = KeyTask(task.Section, sections);
            var (number, before) = counts.GetValueOrDefault(section?.Id ?? "", (counts.Count + 1, 0));
            counts[section?.Id ?? ""] = (number, before + 1);
            rows.Add(new(
                string.Create(CultureInfo.InvariantCulture, $"{number}.{before + 1}"),
                Words(section, reading),
                task.Text,
                task.Lead ?? "",
                task.Support,
                task.Due ?? YearsEnd(reading),
                [.. targets[task.Id].Distinct()]));
        }
        return new(Title(reading), rows) { Subtitle = Published(reading), Bureau = reading.Bureau };
    }

    private static IEnumerable<PlanTask> Planned(WorkPlanReading reading)
    {
        var past = reading.Sections.Where(s => !s.IsPlan).Select(s => s.Id).ToHashSet();
        return reading.Tasks.Where(t => t.Section is null || !past.Contains(t.Section));
    }

    private static PlanSection? KeyTask(string? id, Dictionary<string, PlanSection> sections)
    {
        var section = id is null ? null : sections.GetValueOrDefault(id);
        while (section is { Level: > DeepestKeyTask, Parent: { } above } && sections.TryGetValue(above, out var parent))
            section = parent;
        return section;
    }

    /// <summary>Where a text holds several districts' plans, the district is named.</summary>
    private static string Words(PlanSection? section, WorkPlanReading reading) => section switch
    {
        null => "",
        { District: { } district } when reading.Districts.Count > 1 => $"{district}：{section.Title}",
        _ => section.Title,
    };

    private static string YearsEnd(WorkPlanReading reading) =>
        (reading.EndYear ?? reading.Year) is { } year ? string.Create(CultureInfo.InvariantCulture, $"{year}年12月底前") : "";

    private static string Title(WorkPlanReading reading) => reading.Title switch
    {
        { } title when title.EndsWith(Suffix, StringComparison.Ordinal) => title,
        { } title => title + Suffix,
        null => string.Create(CultureInfo.InvariantCulture, $"{reading.Bureau}{(reading.Year is { } year ? $"{year}年" : "")}工作{Suffix}"),
    };

    private static string? Published(WorkPlanReading reading) =>
        reading.Published is { } day ? string.Create(CultureInfo.InvariantCulture, $"（{day.Year}年{day.Month}月{day.Day}日）") : null;
}
