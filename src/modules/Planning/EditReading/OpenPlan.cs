using Shuren.Planning.Model;

namespace Shuren.Planning.EditReading;

/// <summary>A plan that is being reviewed, with all its rows at hand: what is done to one task can change the numbers of others.</summary>
internal sealed class OpenPlan(PlanningDb planning, WorkPlan plan, List<PlanSection> sections, List<WorkTask> tasks, List<Target> targets, List<TaskSupport> supports, List<Milestone> milestones)
{
    /// <summary>Room between two neighbours, so that a row put between them moves nobody.</summary>
    private const int Gap = 64;

    public WorkPlan Plan => plan;

    /// <summary>In reading order.</summary>
    public IReadOnlyList<PlanSection> Sections => sections;

    /// <summary>In reading order, dropped ones included.</summary>
    public IReadOnlyList<WorkTask> Tasks => tasks;

    public IReadOnlyList<Target> Targets => targets;

    public IReadOnlyList<TaskSupport> Supports => supports;

    public WorkTask? Task(Guid id) => tasks.Find(task => task.Id == id);

    public PlanSection? Section(Guid id) => sections.Find(section => section.Id == id);

    public Target? Target(Guid id) => targets.Find(target => target.Id == id);

    public IEnumerable<Target> TargetsOf(WorkTask task) => targets.Where(target => target.TaskId == task.Id);

    public IEnumerable<Milestone> MilestonesOf(WorkTask task) => milestones.Where(step => step.TaskId == task.Id);

    /// <summary>The supporting units of a task, as a list of its own.</summary>
    public IReadOnlyList<Guid> SupportsOf(WorkTask task) => [.. supports.Where(support => support.TaskId == task.Id).Select(support => support.UnitId)];

    /// <summary>The nearest task before or behind that is not dropped, or null.</summary>
    public WorkTask? Neighbour(WorkTask task, bool behind) => behind
        ? tasks.Find(other => other.Position > task.Position && other.DroppedAt is null)
        : tasks.FindLast(other => other.Position < task.Position && other.DroppedAt is null);

    /// <summary>A place for a new task right behind another, or at the end.</summary>
    public int PlaceBehind(WorkTask? task)
    {
        if (task is null || task == tasks[^1])
            return tasks.Count == 0 ? 0 : tasks[^1].Position + Gap;
        var next = tasks[tasks.IndexOf(task) + 1];
        if (next.Position - task.Position < 2)
        {
            for (var at = 0; at < tasks.Count; at++)
                tasks[at].Position = at * Gap;
        }
        return task.Position + (next.Position - task.Position) / 2;
    }

    /// <summary>The last task of a section and of those below it, or null.</summary>
    public WorkTask? LastIn(Guid? section)
    {
        var inside = new HashSet<Guid?> { section };
        foreach (var below in sections.Where(below => section is not null && below.ParentId is { } parent && inside.Contains(parent)))
            inside.Add(below.Id);
        return tasks.FindLast(task => inside.Contains(task.SectionId));
    }

    public void Add(WorkTask task)
    {
        planning.Tasks.Add(task);
        tasks.Add(task);
        tasks.Sort((one, other) => one.Position.CompareTo(other.Position));
    }

    public void Remove(WorkTask task)
    {
        supports.RemoveAll(support => support.TaskId == task.Id);
        planning.Tasks.Remove(task);
        tasks.Remove(task);
    }

    public void Add(PlanSection section)
    {
        foreach (var behind in sections.Where(behind => behind.Position >= section.Position))
            behind.Position++;
        planning.Sections.Add(section);
        sections.Add(section);
        sections.Sort((one, other) => one.Position.CompareTo(other.Position));
    }

    public void Add(Target target)
    {
        planning.Targets.Add(target);
        targets.Add(target);
    }

    /// <summary>Makes these the supporting units of a task; the lead is never one of them.</summary>
    public void SetSupports(WorkTask task, IEnumerable<Guid> units)
    {
        var wanted = units.Where(unit => unit != task.LeadUnitId).ToHashSet();
        var standing = supports.Where(support => support.TaskId == task.Id).ToList();
        foreach (var gone in standing.Where(support => !wanted.Contains(support.UnitId)))
        {
            planning.Supports.Remove(gone);
            supports.Remove(gone);
        }
        foreach (var unit in wanted.Except(standing.Select(support => support.UnitId)))
        {
            var support = new TaskSupport { TaskId = task.Id, UnitId = unit };
            planning.Supports.Add(support);
            supports.Add(support);
        }
    }
}
