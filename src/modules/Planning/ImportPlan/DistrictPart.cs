using Shuren.PlanText;

namespace Shuren.Planning.ImportPlan;

/// <summary>One district's part of a text that holds the plans of several.</summary>
internal static class DistrictPart
{
    /// <summary>Only what belongs to the district; a task or number without a section belongs to the district whose section stands last before it.</summary>
    public static WorkPlanReading Of(WorkPlanReading reading, string district)
    {
        var districts = reading.Sections.ToDictionary(section => section.Id, section => section.District);
        var sections = reading.Sections.Where(section => section.District == district).ToList();
        var tasks = reading.Tasks.Where(task => Holder(task.Section, task.Place) == district).ToList();
        var ids = tasks.Select(task => task.Id).ToHashSet();
        return reading with
        {
            Districts = [district],
            Sections = sections,
            Tasks = tasks,
            Targets = [.. reading.Targets.Where(target => target.Task is { } task ? ids.Contains(task) : Holder(target.Section, target.Place) == district)],
        };

        string? Holder(string? section, Place place) => section is not null
            ? districts[section]
            : reading.Sections.LastOrDefault(before => before.Place.Start <= place.Start)?.District;
    }
}
