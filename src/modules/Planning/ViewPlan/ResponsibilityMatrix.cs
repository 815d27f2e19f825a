using Shuren.Contracts.Organization;
using Shuren.Planning.ViewTasks;

namespace Shuren.Planning.ViewPlan;

/// <summary>What a unit does for a task.</summary>
internal enum UnitPart
{
    None,
    Lead,
    Support,
}

/// <summary>Tasks × units: the units that are named, in the order of the organisation, and the tasks under the headings at the top.</summary>
internal sealed class ResponsibilityMatrix
{
    public ResponsibilityMatrix(FindTasks.View view)
    {
        Units = view.Units.InOrder(view.Tasks.SelectMany(task => task.Units));
        var byTop = view.Tasks.ToLookup(task => view.Tree.TopOf(task.SectionId)?.Id);
        Groups = [.. view.Tree.Tops.Cast<PlanBranch?>().Append(null).Select(top => new Group(top, [.. byTop[top?.Id]])).Where(group => group.Tasks.Count > 0)];
    }

    /// <summary>Tasks under one heading; null for those under none.</summary>
    public sealed record Group(PlanBranch? Section, IReadOnlyList<TaskLine> Tasks);

    public IReadOnlyList<UnitCard> Units { get; }

    public IReadOnlyList<Group> Groups { get; }

    public static UnitPart PartOf(TaskLine task, Guid unit) =>
        task.LeadUnitId == unit ? UnitPart.Lead : task.Supports.Contains(unit) ? UnitPart.Support : UnitPart.None;

    /// <summary>How many tasks a unit leads and supports.</summary>
    public (int Leads, int Supports) TotalOf(Guid unit)
    {
        var tasks = Groups.SelectMany(group => group.Tasks).ToList();
        return (tasks.Count(task => PartOf(task, unit) == UnitPart.Lead), tasks.Count(task => PartOf(task, unit) == UnitPart.Support));
    }
}
