using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditReading;

/// <summary>Opens a plan for review and saves what was done. Once a plan has been sent round, its wording is changed by amendment only.</summary>
internal sealed class OpenReading(PlanningDb planning, Process process, Actor actor) : IHandler
{
    /// <returns>The plan, or <c>NotYours</c>, <c>PlanUnknown</c>, <c>ReadingIsClosed</c>.</returns>
    public async Task<Outcome<OpenPlan>> RunAsync(Guid plan, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Edit))
            return new Refusal("NotYours");
        if (await planning.Plans.FirstOrDefaultAsync(row => row.Id == plan, ct) is not { } found)
            return new Refusal("PlanUnknown");
        if (!await IsOpenAsync(plan, ct))
            return new Refusal("ReadingIsClosed");
        return new OpenPlan(
            planning, found,
            await planning.Sections.Where(section => section.PlanId == plan).OrderBy(section => section.Position).ToListAsync(ct),
            await planning.Tasks.Where(task => task.PlanId == plan).OrderBy(task => task.Position).ThenBy(task => task.Id).ToListAsync(ct),
            await planning.Targets.Where(target => target.PlanId == plan).OrderBy(target => target.Position).ToListAsync(ct),
            await planning.Supports.Where(support => planning.Tasks.Any(task => task.Id == support.TaskId && task.PlanId == plan)).ToListAsync(ct),
            await planning.Milestones.Where(step => planning.Tasks.Any(task => task.Id == step.TaskId && task.PlanId == plan)).ToListAsync(ct));
    }

    /// <summary>Whether the plan is a draft: never sent round, or sent back.</summary>
    public async Task<bool> IsOpenAsync(Guid plan, CancellationToken ct) =>
        await planning.Steps.Where(step => step.PlanId == plan && step.Kind != PlanStepKind.Countersignature)
            .OrderByDescending(step => step.At).ThenByDescending(step => step.Id).Select(step => (PlanStepKind?)step.Kind).FirstOrDefaultAsync(ct) is null or PlanStepKind.Return;

    /// <summary>Numbers the tasks anew and saves all changes as one act.</summary>
    /// <returns>Nothing, or <c>EditedMeanwhile</c>.</returns>
    public async Task<Outcome<Done>> SaveAsync(OpenPlan plan, string act, Ref? about, CancellationToken ct)
    {
        process.Begin(act, about ?? new Ref("planning", "plan", plan.Plan.Id));
        TaskNumbers.Assign(plan.Sections, plan.Tasks);
        return await planning.TrySaveAsync(new Done(), ct);
    }
}
