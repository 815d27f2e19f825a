using Shuren.Planning.EditReading;

namespace Shuren.Planning.AssignUnits;

/// <summary>Which tasks the assigning page shows.</summary>
internal static class AssignFilter
{
    /// <param name="reading">The plan.</param>
    /// <param name="section">Id of a section: its tasks and those of the sections below it.</param>
    /// <param name="unit">Id of the lead.</param>
    /// <param name="only"><c>open</c>: without lead or date; <c>suggested</c>: nobody has confirmed the suggestion.</param>
    public static IReadOnlyList<ReadTask> Of(PlanReading reading, string? section, string? unit, string? only)
    {
        var tasks = reading.Standing;
        if (Guid.TryParse(section, out var top))
        {
            var inside = Below(reading, top);
            tasks = tasks.Where(task => task.Task.SectionId is { } id && inside.Contains(id));
        }
        if (Guid.TryParse(unit, out var lead))
            tasks = tasks.Where(task => task.Task.LeadUnitId == lead);
        return only switch
        {
            "open" => [.. tasks.Where(task => task.Task.LeadUnitId is null || task.Task.DueOn is null)],
            "suggested" => [.. tasks.Where(task => task.Task is { LeadUnitId: not null, LeadIsSet: false })],
            _ => [.. tasks],
        };
    }

    private static HashSet<Guid> Below(PlanReading reading, Guid top)
    {
        var inside = new HashSet<Guid> { top };
        foreach (var section in reading.Sections.Where(section => section.ParentId is { } parent && inside.Contains(parent)))
            inside.Add(section.Id);
        return inside;
    }
}
