using Shuren.Planning.Model;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ViewPlan;

/// <summary>
/// What of the plans an actor may see. People of the bureau see whole plans; a school sees, once a plan is published, the tasks
/// that name it. Filters the query, never the rows afterwards.
/// </summary>
internal sealed class PlanScope(PlanningDb planning, Actor actor)
{
    private bool SeesWholePlans => actor.IsSystem || actor.Can(PlanningRights.ViewWhole);

    private Guid[] Units => [.. actor.UnitsFor(PlanningRights.View)];

    /// <summary>The plans that the actor may open. A reading that nobody has gone through yet is seen by those who edit it.</summary>
    public IQueryable<WorkPlan> Plans()
    {
        if (actor.IsSystem || actor.Can(PlanningRights.Edit))
            return planning.Plans;
        var reviewed = planning.Plans.Where(plan => plan.ReviewedAt != null);
        if (SeesWholePlans)
            return reviewed;
        var units = Units;
        return reviewed.Where(plan => planning.Steps.Any(step => step.PlanId == plan.Id && step.Kind == PlanStepKind.Publication)
            && planning.Tasks.Any(task => task.PlanId == plan.Id && task.DroppedAt == null
                && (units.Contains(task.LeadUnitId!.Value) || planning.Supports.Any(support => support.TaskId == task.Id && units.Contains(support.UnitId)))));
    }

    /// <summary>The tasks that the actor may see, of all plans that it may open. What was dropped is nobody's task.</summary>
    public IQueryable<WorkTask> Tasks()
    {
        var plans = Plans();
        var kept = planning.Tasks.Where(task => task.DroppedAt == null && plans.Any(plan => plan.Id == task.PlanId));
        return SeesWholePlans ? kept : OfUnits(kept, Units);
    }

    /// <summary>Of these tasks those that the units lead or support.</summary>
    public IQueryable<WorkTask> OfUnits(IQueryable<WorkTask> tasks, Guid[] units) => tasks.Where(task =>
        units.Contains(task.LeadUnitId!.Value) || planning.Supports.Any(support => support.TaskId == task.Id && units.Contains(support.UnitId)));

    /// <summary>The targets that the actor may see: of visible tasks, and for whole plans also those that stand alone.</summary>
    public IQueryable<Target> Targets(Guid plan)
    {
        var planned = planning.Targets.Where(target => target.PlanId == plan && target.DroppedAt == null && target.Status == PlanText.TargetStatus.Target);
        var tasks = Tasks();
        var ofTasks = planned.Where(target => target.TaskId != null && tasks.Any(task => task.Id == target.TaskId));
        if (!SeesWholePlans)
            return ofTasks;
        var plans = Plans();
        return planned.Where(target => plans.Any(seen => seen.Id == target.PlanId)
            && (target.TaskId == null || planning.Tasks.Any(task => task.Id == target.TaskId && task.DroppedAt == null)));
    }
}
