using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ViewUnits;

/// <summary>The tasks that my units lead or support; for those who hold their role at the bureau itself, all.</summary>
internal sealed class FindMyTasks(PlanningDb planning, PlanScope scope, ReadDeadlines deadlines, UnitNames units, Actor actor) : IHandler
{
    /// <summary>A task, the plan it is of, and whether my unit leads it.</summary>
    public sealed record Row(TaskLine Task, string Plan, bool Leads);

    /// <summary>What the page shows.</summary>
    /// <param name="Rows">By lamp, then due date.</param>
    /// <param name="IsAll">True when the reader has no unit of the own and looks over all.</param>
    /// <param name="Units">Names.</param>
    /// <param name="Deadlines">Today.</param>
    public sealed record View(IReadOnlyList<Row> Rows, bool IsAll, UnitBook Units, Deadlines Deadlines);

    public async Task<View> RunAsync(CancellationToken ct)
    {
        var today = await deadlines.RunAsync(ct);
        var book = await units.RunAsync(actor.Units, ct);
        var own = book.InOrder(actor.Units).Where(unit => unit.Kind != Contracts.Organization.UnitKind.Bureau).Select(unit => unit.Id).ToArray();
        var running = scope.Tasks().AsNoTracking().Where(task => planning.Plans.Any(plan => plan.Id == task.PlanId && plan.Kind == PlanKind.Own && plan.ReviewedAt != null)
            && !planning.Steps.Any(step => step.PlanId == task.PlanId && step.Kind == PlanStepKind.Closure));
        var mine = own.Length == 0 ? running : scope.OfUnits(running, own);
        var lines = await mine.Lines(planning).ToListAsync(ct);
        var plans = lines.Select(line => line.PlanId).Distinct().ToArray();
        var titles = await planning.Plans.AsNoTracking().Where(plan => plans.Contains(plan.Id)).Select(plan => new { plan.Id, plan.Title }).ToDictionaryAsync(plan => plan.Id, plan => plan.Title, ct);
        return new(
            [
                .. lines.OrderBy(today.StateOf).ThenBy(line => line.DueOn ?? DateOnly.MaxValue).ThenBy(line => line.Position).ThenBy(line => line.Id)
                    .Select(line => new Row(line, titles[line.PlanId], line.LeadUnitId is { } lead && own.Contains(lead))),
            ],
            own.Length == 0, await units.RunAsync(lines.SelectMany(line => line.Units), ct), today);
    }
}
