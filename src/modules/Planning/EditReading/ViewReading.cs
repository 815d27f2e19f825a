using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditReading;

/// <summary>A task under review with what hangs on it.</summary>
internal sealed record ReadTask(WorkTask Task, IReadOnlyList<Target> Targets, IReadOnlyList<Guid> Supports, IReadOnlyList<Milestone> Milestones, IReadOnlyList<OpenPoint> Open)
{
    public bool IsDropped => Task.DroppedAt is not null;
}

/// <summary>A plan under review: its document, what was read in it, and the units that may lead.</summary>
internal sealed record PlanReading(
    WorkPlan Plan, PlanSource Source, IReadOnlyList<PlanSection> Sections, IReadOnlyList<ReadTask> Tasks, IReadOnlyList<Target> Loose, IReadOnlyList<UnitCard> Units, People People, bool IsOpen)
{
    public IEnumerable<ReadTask> Standing => Tasks.Where(task => !task.IsDropped);

    public int OpenPoints => Tasks.Sum(task => task.Open.Count);

    /// <summary>The targets of tasks that stand and those outside of tasks, planned ones only.</summary>
    public int TargetCount => LooseGoals.Count() + Standing.Sum(task => task.Targets.Count(target => target is { DroppedAt: null, Status: PlanText.TargetStatus.Target }));

    public string UnitName(Guid id) => Units.FirstOrDefault(unit => unit.Id == id)?.ShortName ?? "—";

    /// <summary>How many tasks stand in a section and in those below it.</summary>
    public int CountIn(PlanSection? section, IReadOnlyList<ReadTask> own) => section is null ? own.Count(task => !task.IsDropped)
        : own.Count(task => !task.IsDropped) + Sections.Where(below => below.ParentId == section.Id).Sum(below => CountIn(below, [.. Tasks.Where(task => task.Task.SectionId == below.Id)]));

    /// <summary>Planned numbers that stand in no task and that nobody has dropped.</summary>
    public IEnumerable<Target> LooseGoals => Loose.Where(target => target is { DroppedAt: null, Status: PlanText.TargetStatus.Target });

    /// <summary>
    /// Sections in reading order with their own tasks and the planned numbers that stand outside of them, those without a section
    /// first; empty branches are left out.
    /// </summary>
    public IEnumerable<(PlanSection? Section, IReadOnlyList<ReadTask> Tasks, IReadOnlyList<Target> Numbers)> Groups()
    {
        var bySection = Tasks.ToLookup(task => task.Task.SectionId);
        var known = Sections.Select(section => section.Id).ToHashSet();
        var numbers = LooseGoals.ToLookup(target => target.SectionId is { } id && known.Contains(id) ? id : (Guid?)null);
        if (bySection[null].Any() || numbers[null].Any())
            yield return (null, [.. bySection[null]], [.. numbers[null]]);
        foreach (var section in Sections.Where(section => section.IsPlan || bySection[section.Id].Any()))
            yield return (section, [.. bySection[section.Id]], [.. numbers[section.Id]]);
    }
}

/// <summary>Everything that the pages of the wizard show, in a fixed number of queries.</summary>
internal sealed class ViewReading(PlanningDb planning, OpenReading reading, IUnitDirectory units, ReadPeople people, Actor actor) : IHandler
{
    /// <returns>The reading; null where there is no such plan or the actor may not edit plans.</returns>
    public async Task<PlanReading?> RunAsync(Guid planId, CancellationToken ct)
    {
        var plan = actor.Can(PlanningRights.Edit) ? await planning.Plans.AsNoTracking().FirstOrDefaultAsync(row => row.Id == planId, ct) : null;
        if (plan is null)
            return null;
        var source = await planning.Sources.AsNoTracking().Where(row => row.PlanId == planId).OrderByDescending(row => row.Edition).FirstOrDefaultAsync(ct)
            ?? new PlanSource { PlanId = planId, Edition = 0, FileName = "", Text = "", At = plan.ImportedAt };
        var sections = await planning.Sections.AsNoTracking().Where(row => row.PlanId == planId).OrderBy(row => row.Position).ToListAsync(ct);
        var tasks = await planning.Tasks.AsNoTracking().Where(row => row.PlanId == planId).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(ct);
        var targets = (await planning.Targets.AsNoTracking().Where(row => row.PlanId == planId).OrderBy(row => row.Position).ToListAsync(ct)).ToLookup(target => target.TaskId);
        var supports = (await planning.Supports.AsNoTracking().Where(row => planning.Tasks.Any(task => task.Id == row.TaskId && task.PlanId == planId)).ToListAsync(ct)).ToLookup(row => row.TaskId, row => row.UnitId);
        var steps = (await planning.Milestones.AsNoTracking().Where(row => planning.Tasks.Any(task => task.Id == row.TaskId && task.PlanId == planId)).OrderBy(row => row.DueOn).ThenBy(row => row.Id).ToListAsync(ct)).ToLookup(row => row.TaskId);
        List<ReadTask> read = [.. tasks.Select(task => new ReadTask(task, [.. targets[task.Id]], [.. supports[task.Id]], [.. steps[task.Id]], OpenPoints.Of(task, targets[task.Id])))];
        return new(plan, source, sections, read, [.. targets[null]], await units.AllAsync(ct), await people.RunAsync(ct), await reading.IsOpenAsync(planId, ct));
    }
}
