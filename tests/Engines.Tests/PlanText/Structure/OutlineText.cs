using System.Globalization;
using System.Text;
using Shuren.PlanText;

namespace Shuren.Engines.Tests.PlanText.Structure;

/// <summary>Writes a reading as an outline that a domain expert can check without a programme.</summary>
internal static class OutlineText
{
    internal static string Write(WorkPlanReading reading)
    {
        var text = new StringBuilder()
            .Append("标题　").AppendLine(reading.Title ?? "—")
            .Append("单位　").AppendLine(reading.Bureau ?? "—")
            .Append("年度　").AppendLine(Years(reading))
            .Append("日期　").AppendLine(Day(reading.Published) ?? "—")
            .Append("区县　").AppendLine(reading.Districts.Count == 0 ? "—" : string.Join('、', reading.Districts))
            .Append("非正文行　").AppendLine(string.Join(' ', reading.Boilerplate.Select(b => b.Line)))
            .AppendLine();
        var lines = reading.Sections.Select(s => (s.Place.Start, Order: 0, Line: Heading(s, reading.Districts.Count > 1)))
            .Concat(reading.Tasks.Select(t => (t.Place.Start, Order: 1, Line: Task(t))));
        foreach (var (_, _, line) in lines.OrderBy(l => l.Start).ThenBy(l => l.Order))
            text.AppendLine(line);
        return text.ToString();
    }

    private static string Years(WorkPlanReading reading) =>
        (reading.Year?.ToString(CultureInfo.InvariantCulture) ?? "—") + (reading.EndYear is { } end ? $"—{end}" : "");

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Heading(PlanSection section, bool withDistrict) =>
        $"{new string('#', section.Level)} 第{section.Place.Line}行 {section.Marker}{(section.Marker.Length > 0 ? " " : "")}{section.Title}"
        + (withDistrict && section.District is { } district ? $"〔{district}〕" : "") + (section.IsPlan ? "" : "〔总结〕");

    private static string Task(PlanTask task) =>
        $"  - 第{task.Place.Line}行 {task.Text}"
        + (task.Lead is { } lead ? $"〔牵头：{lead}〕" : "")
        + (task.Support.Count > 0 ? $"〔配合：{string.Join('、', task.Support)}〕" : "")
        + (task.Due is { } due ? $"〔时限：{due}→{Day(task.DueDate) ?? "不限"}〕" : "");
}
