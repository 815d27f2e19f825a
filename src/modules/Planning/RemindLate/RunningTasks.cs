using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;

namespace Shuren.Planning.RemindLate;

/// <summary>The tasks about which people are asked: open ones of own plans that are published and not closed.</summary>
internal static class RunningTasks
{
    public static IQueryable<WorkTask> Running(this IQueryable<WorkTask> tasks, PlanningDb planning) => tasks.Where(task =>
        task.DroppedAt == null && task.DoneOn == null
        && planning.Plans.Any(plan => plan.Id == task.PlanId && plan.Kind == PlanKind.Own)
        && planning.Steps.Any(step => step.PlanId == task.PlanId && step.Kind == PlanStepKind.Publication)
        && !planning.Steps.Any(step => step.PlanId == task.PlanId && step.Kind == PlanStepKind.Closure));
}
