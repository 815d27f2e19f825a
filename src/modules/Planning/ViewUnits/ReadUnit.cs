using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Planning.BindTargets;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;

namespace Shuren.Planning.ViewUnits;

/// <summary>One unit's year: what it leads, what it supports, what is late, what it has to reach, and when it is busy.</summary>
internal sealed class ReadUnit(PlanningDb planning, PlanScope scope, ReadDeadlines deadlines, UnitNames units, ReadComputed computed) : IHandler
{
    /// <summary>A target of a task that the unit leads.</summary>
    public sealed record Goal(TargetLine Target, TargetStanding Standing);

    /// <summary>How many led and supported tasks are due in a month.</summary>
    public sealed record MonthLoad(DateOnly Month, int Leads, int Supports);

    /// <summary>What the page shows.</summary>
    public sealed record View(UnitCard Unit, IReadOnlyList<TaskLine> Leads, IReadOnlyList<TaskLine> Supports, IReadOnlyList<Goal> Goals, IReadOnlyList<MonthLoad> Load, UnitBook Units, Deadlines Deadlines);

    /// <returns>Null when there is no such unit, or nothing of it that the actor may see.</returns>
    public async Task<View?> RunAsync(Guid unit, CancellationToken ct)
    {
        var today = await deadlines.RunAsync(ct);
        var own = scope.OfUnits(scope.Tasks().AsNoTracking().Where(task => planning.Plans.Any(plan => plan.Id == task.PlanId && plan.Kind == PlanKind.Own && plan.Year <= today.Today.Year && plan.EndYear >= today.Today.Year)), [unit]);
        var lines = await own.OrderBy(task => task.DueOn == null).ThenBy(task => task.DueOn).ThenBy(task => task.Position).ThenBy(task => task.Id).Lines(planning).ToListAsync(ct);
        var targets = await computed.RunAsync(await planning.Targets.AsNoTracking()
            .Where(target => target.DroppedAt == null && target.Status == PlanText.TargetStatus.Target && own.Any(task => task.Id == target.TaskId && task.LeadUnitId == unit))
            .OrderBy(target => target.PlanId).ThenBy(target => target.Position).Lines(planning).ToListAsync(ct), ct);
        var book = await units.RunAsync([unit, .. lines.SelectMany(line => line.Units)], ct);
        if (book.InOrder([unit]) is not [var card])
            return null;
        var elapsed = today.Today.DayOfYear / (DateTime.IsLeapYear(today.Today.Year) ? 366.0 : 365.0);
        List<TaskLine> leads = lines.FindAll(line => line.LeadUnitId == unit), supports = lines.FindAll(line => line.LeadUnitId != unit);
        return new(card, leads, supports, [.. targets.Select(target => new Goal(target, target.StandingAt(elapsed)))], [.. Months(today.Today.Year, leads, supports)], book, today);
    }

    private static IEnumerable<MonthLoad> Months(int year, List<TaskLine> leads, List<TaskLine> supports) =>
        from number in Enumerable.Range(1, 12)
        let month = new DateOnly(year, number, 1)
        select new MonthLoad(month, leads.Count(task => IsIn(task, month)), supports.Count(task => IsIn(task, month)));

    private static bool IsIn(TaskLine task, DateOnly month) => task.DueOn is { } due && due.Year == month.Year && due.Month == month.Month;
}
