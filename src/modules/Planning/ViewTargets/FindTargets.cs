using Microsoft.EntityFrameworkCore;
using Shuren.Planning.BindTargets;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;

namespace Shuren.Planning.ViewTargets;

/// <summary>The targets of a plan with their last values.</summary>
internal sealed class FindTargets(PlanningDb planning, PlanScope scope, FindPlanHead heads, ReadDeadlines deadlines, UnitNames units, ReadComputed computed, ReadOutlooks outlooks) : IHandler
{
    /// <summary>A target, how far it is, the task that carries it, and whether it will be met at the pace so far, where an indicator measures it.</summary>
    public sealed record Row(TargetLine Target, TargetStanding Standing, string TaskNumber, string TaskTitle, Guid? Lead, TargetOutlook? Outlook);

    /// <summary>What the page shows and the export writes.</summary>
    public sealed record View(PlanHead Plan, TargetFilter Filter, IReadOnlyList<Row> Rows, IReadOnlyDictionary<TargetStanding, int> Counts, UnitBook Units, Deadlines Deadlines);

    /// <returns>Null when there is no such plan for this actor.</returns>
    public async Task<View?> RunAsync(Guid plan, TargetFilter filter, CancellationToken ct)
    {
        if (await heads.RunAsync(plan, ct) is not { } head)
            return null;
        var today = await deadlines.RunAsync(ct);
        var elapsed = head.ElapsedOn(today.Today);
        var lines = await computed.RunAsync(await filter.Apply(scope.Targets(plan).AsNoTracking(), planning).OrderBy(target => target.Position).ThenBy(target => target.Id).Lines(planning).ToListAsync(ct), ct);
        var tasks = await scope.Tasks().AsNoTracking().Where(task => task.PlanId == plan).Select(task => new { task.Id, task.Number, task.Title, task.LeadUnitId, task.DueOn }).ToDictionaryAsync(task => task.Id, ct);
        var ahead = await outlooks.RunAsync(lines.ConvertAll(line => (line, TargetDay.Of(line, line.TaskId is { } id ? tasks.GetValueOrDefault(id)?.DueOn : null, head))), ct);
        List<Row> rows =
        [
            .. lines.Select(line => (line, task: line.TaskId is { } id ? tasks.GetValueOrDefault(id) : null))
                .Select(found => new Row(found.line, found.line.StandingAt(elapsed), found.task?.Number ?? "", found.task?.Title ?? "", found.task?.LeadUnitId, ahead.GetValueOrDefault(found.line.Id))),
        ];
        // How far a target is depends on its kind and the day: judged here, after the database has chosen by words and unit.
        var shown = filter.Standing is { } standing ? rows.FindAll(row => row.Standing == standing) : rows;
        return new(head, filter, shown, rows.CountBy(row => row.Standing).ToDictionary(), await units.RunAsync(rows.Select(row => row.Lead).OfType<Guid>(), ct), today);
    }
}
