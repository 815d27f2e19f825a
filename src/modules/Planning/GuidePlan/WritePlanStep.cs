using Shuren.Contracts.Planning;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Outbox;
using Shuren.Platform.Processes;

namespace Shuren.Planning.GuidePlan;

/// <summary>Writes a step of a plan's life in the name of the actor.</summary>
internal sealed class WritePlanStep(PlanningDb planning, EventTeller events, Process process) : IHandler
{
    /// <summary>Adds the row; with <paramref name="act"/> as the process, and saves.</summary>
    public async Task<Outcome<Done>> RunAsync(string act, PlanStep step, CancellationToken ct)
    {
        process.Begin(act, PlanningRefs.Plan(step.PlanId), step.Remark);
        planning.Steps.Add(step);
        if (step.Kind == PlanStepKind.Circulation)
            events.Say(new PlanSentOut(step.PlanId));
        if (step.Kind == PlanStepKind.Publication)
            events.Say(new PlanPublished(step.PlanId));
        await planning.SaveAsync(ct);
        return new Done();
    }

    /// <summary>A step that the actor takes now.</summary>
    public PlanStep Now(Guid plan, PlanStepKind kind, Guid? unit = null, string remark = "") =>
        new() { PlanId = plan, Kind = kind, UnitId = unit, By = process.Actor.Name, At = process.At, Remark = remark };
}
