using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.AmendTask;

/// <summary>What the page of a task's wording shows, and whether the actor may change it or only ask.</summary>
internal sealed class ViewWording(PlanningDb planning, FindTaskAtHand find, ReachOfBureau reach, IUnitDirectory units, ReadPeople people, Actor actor) : IHandler
{
    /// <summary>A task of a superior bureau's plan that may be answered.</summary>
    public sealed record Superior(Guid Id, string Number, string Title, string Plan);

    /// <summary>What the page shows.</summary>
    public sealed record View(TaskAtHand AtHand, IReadOnlyList<Target> Targets, IReadOnlyList<ChangeRequest> Requests, IReadOnlyList<Superior> Superiors, IReadOnlyList<UnitCard> Units, People People, bool MayEdit, bool MayAsk);

    public async Task<View?> RunAsync(Guid task, CancellationToken ct)
    {
        if (await find.RunAsync(task, ct) is not { } found || !await find.SeesAsync(found, ct))
            return null;
        var mayEdit = await reach.RunAsync(PlanningRights.Edit, ct);
        var superiors = !mayEdit ? [] : await (
            from other in planning.Tasks
            join plan in planning.Plans on other.PlanId equals plan.Id
            where plan.Kind == PlanKind.Superior && plan.EndYear >= found.Plan.Year && other.DroppedAt == null
            orderby plan.Year descending, plan.Title, other.Position
            select new Superior(other.Id, other.Number, other.Title, plan.Title)).ToListAsync(ct);
        return new(found,
            await planning.Targets.AsNoTracking().Where(target => target.TaskId == task && target.DroppedAt == null && target.Value != null).OrderBy(target => target.Position).ToListAsync(ct),
            await planning.ChangeRequests.AsNoTracking().Where(request => request.TaskId == task).OrderBy(request => request.At).ThenBy(request => request.Id).ToListAsync(ct),
            superiors, await units.AllAsync(ct), mayEdit ? await people.RunAsync(ct) : new([]), mayEdit, found.Task.LeadUnitId is { } lead && actor.CanFor(PlanningRights.Confirm, lead));
    }
}
