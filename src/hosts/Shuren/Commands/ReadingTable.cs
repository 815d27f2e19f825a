using System.Text;
using Shuren.PlanText;

namespace Shuren.Host.Commands;

/// <summary>A reading for the eye: head, then the sections as a tree with their tasks, and under these their targets.</summary>
internal sealed class ReadingTable
{
    /// <summary>A damaged reading may hold a circle of sections; no plan is deeper than this.</summary>
    private const int Deepest = 12;

    private readonly StringBuilder text = new();
    private readonly WorkPlanReading reading;
    private readonly ILookup<string, PlanSection> children;
    private readonly ILookup<string, PlanTask> tasks;
    private readonly ILookup<string, PlanTarget> targetsOfTasks, targetsOfSections;

    private ReadingTable(WorkPlanReading reading)
    {
        this.reading = reading;
        children = reading.Sections.ToLookup(section => section.Parent ?? "");
        tasks = reading.Tasks.ToLookup(task => task.Section ?? "");
        targetsOfTasks = reading.Targets.ToLookup(target => target.Task ?? "");
        targetsOfSections = reading.Targets.Where(target => target.Task is null).ToLookup(target => target.Section ?? "");
    }

    internal static string Write(WorkPlanReading reading)
    {
        var table = new ReadingTable(reading);
        table.WriteHead();
        table.WriteInside("", 0);
        table.Line(0, $"共 {reading.Sections.Count} 个部分，{reading.Tasks.Count} 项任务，{reading.Targets.Count} 个量化目标。");
        return table.text.ToString().TrimEnd();
    }

    private void WriteHead()
    {
        Line(0, $"标题　{reading.Title ?? "（未找到）"}");
        Line(0, $"单位　{reading.Bureau ?? "（未找到）"}");
        var year = reading.EndYear is { } end && end != reading.Year ? $"{reading.Year}—{end}" : $"{reading.Year}";
        Line(0, $"年度　{(year.Length == 0 ? "（未找到）" : year)}");
        if (reading.Published is { } published)
            Line(0, $"发布　{published:yyyy-MM-dd}");
        if (reading.Districts.Count > 0)
            Line(0, $"区县　{string.Join('、', reading.Districts)}");
        if (reading.Framework.Count > 0)
            Line(0, $"框架　{string.Join('、', reading.Framework)}");
        Line(0, "");
    }

    /// <summary>What stands in a section: its own tasks and targets, then the sections below.</summary>
    private void WriteInside(string section, int depth)
    {
        foreach (var task in tasks[section])
            WriteTask(task, depth);
        foreach (var target in targetsOfSections[section])
            WriteTarget(target, depth);
        foreach (var child in depth < Deepest ? children[section] : [])
        {
            var district = depth == 0 && child.District is { } name ? $"〔{name}〕" : "";
            var summary = child.IsPlan ? "" : "（总结部分）";
            Line(depth, $"{district}{child.Marker}{child.Title}{summary}");
            WriteInside(child.Id, depth + 1);
        }
    }

    private void WriteTask(PlanTask task, int depth)
    {
        var units = task.Lead is null ? "" : $"　牵头：{task.Lead}" + (task.Support.Count == 0 ? "" : $"　配合：{string.Join('、', task.Support)}");
        var due = task.Due is null ? "" : task.DueDate is { } date ? $"　时限：{task.Due}（{date:yyyy-MM-dd}）" : $"　时限：{task.Due}";
        Line(depth, $"{task.Id,-5}第{task.Place.Line}行  {task.Text}{units}{due}");
        foreach (var target in targetsOfTasks[task.Id])
            WriteTarget(target, depth + 1);
    }

    private void WriteTarget(PlanTarget target, int depth) =>
        Line(depth, $"{target.Id,-5}{target.Indicator} {target.Comparator} {target.Value}{target.Unit}　“{target.Quote}”".Replace("  ", " ", StringComparison.Ordinal));

    private void Line(int depth, string words) => text.Append(' ', 2 * depth).AppendLine(words);
}
