using Shuren.Contracts.Organization;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.GuidePlan;

/// <summary>The life of a plan as its page shows it: who has signed, what is open, what the actor may do next.</summary>
internal sealed class ViewLife(FindPlanAtHand find, ReachOfBureau reach, IUnitDirectory units, Actor actor) : IHandler
{
    /// <summary>A unit that leads tasks, and its signature if it has given one.</summary>
    public sealed record Lead(Guid Unit, string Name, int Tasks, PlanStep? Signed, bool IsMine);

    /// <summary>A step with the name of the unit that took it.</summary>
    public sealed record Line(PlanStep Step, string Unit);

    /// <summary>What the page shows.</summary>
    public sealed record View(PlanAtHand AtHand, IReadOnlyList<Lead> Leads, IReadOnlyList<Line> Lines, bool MayEdit, bool MayApprove)
    {
        public PlanState State => AtHand.State;

        /// <summary>The units for which the actor may countersign now.</summary>
        public IReadOnlyList<Lead> ToSign => State == PlanState.Countersigning ? [.. Leads.Where(lead => lead is { IsMine: true, Signed: null })] : [];

        /// <summary>Whether the actor may send the whole plan back.</summary>
        public bool MayReturn => AtHand.Life.IsCirculating && (MayEdit || MayApprove);
    }

    /// <returns>Null when there is no such plan for this actor: before it is published a plan is seen by the bureau and by its leads.</returns>
    public async Task<View?> RunAsync(Guid plan, CancellationToken ct)
    {
        if (await find.RunAsync(plan, ct) is not { } found)
            return null;
        if (!found.Life.IsPublished && !await reach.RunAsync(PlanningRights.View, ct) && !found.Leads.Any(unit => actor.CanFor(PlanningRights.View, unit)))
            return null;
        var names = await units.FindAsync([.. found.Leads.Concat(found.Steps.Select(step => step.UnitId).OfType<Guid>()).Distinct()], ct);
        return new(found, [.. found.Leads.Select(Signature).OrderBy(lead => lead.Signed is not null).ThenBy(lead => names[lead.Unit].Order)],
            [.. found.Steps.Select(step => new Line(step, step.UnitId is { } unit ? names[unit].Name : ""))],
            await reach.RunAsync(PlanningRights.Edit, ct), await reach.RunAsync(PlanningRights.Approve, ct));

        Lead Signature(Guid unit) => new(unit, names[unit].Name, found.Tasks.Count(task => task.LeadUnitId == unit),
            found.Life.Signed.Contains(unit) ? found.Steps.Last(step => step.Kind == PlanStepKind.Countersignature && step.UnitId == unit) : null,
            actor.CanFor(PlanningRights.Countersign, unit));
    }
}
