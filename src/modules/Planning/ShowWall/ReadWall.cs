using Microsoft.EntityFrameworkCore;
using Shuren.Planning.BindTargets;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;

namespace Shuren.Planning.ShowWall;

/// <summary>What a screen on the wall shows of a plan: how far it is, who is how far, what is late, the targets, and what is due next.</summary>
internal sealed class ReadWall(PlanningDb planning, PlanScope scope, FindPlanHead heads, ReadDeadlines deadlines, UnitNames units, ReadComputed computed) : IHandler
{
    /// <summary>What one unit leads; null for what nobody leads.</summary>
    public sealed record Load(string? Unit, int Done, int Going, int Late);

    /// <summary>A target with how it stands.</summary>
    public sealed record Goal(TargetLine Target, TargetStanding Standing);

    /// <summary>What the screen shows.</summary>
    public sealed record View(PlanHead Plan, Deadlines Deadlines, IReadOnlyDictionary<TaskState, int> States, IReadOnlyList<Load> Loads, IReadOnlyList<TaskLine> Late, IReadOnlyList<TaskLine> Next, IReadOnlyList<Goal> Goals, UnitBook Units)
    {
        /// <summary>How many were late in each of the last weeks.</summary>
        public required IReadOnlyList<(DateOnly On, int Late)> Weeks { get; init; }

        /// <summary>How many targets the plan has.</summary>
        public required int Targets { get; init; }

        public int Tasks => States.Values.Sum();

        public int Of(TaskState state) => States.GetValueOrDefault(state);
    }

    /// <returns>Null when there is no such plan for this actor.</returns>
    public async Task<View?> RunAsync(Guid plan, CancellationToken ct)
    {
        if (await heads.RunAsync(plan, ct) is not { } head)
            return null;
        var today = await deadlines.RunAsync(ct);
        var tasks = await scope.Tasks().AsNoTracking().Where(task => task.PlanId == plan).OrderBy(task => task.Position).ThenBy(task => task.Id).Lines(planning).ToListAsync(ct);
        var targets = await computed.RunAsync(await scope.Targets(plan).AsNoTracking().Lines(planning).ToListAsync(ct), ct);
        var book = await units.RunAsync(tasks.SelectMany(task => task.Units), ct);
        var byDay = tasks.Where(task => !task.IsDone && task.DueOn is not null).OrderBy(task => task.DueOn).ThenBy(task => task.Position).ToList();
        var elapsed = head.ElapsedOn(today.Today);
        return new(head, today, tasks.CountBy(today.StateOf).ToDictionary(), [.. Loads(tasks, book, today)],
            byDay.FindAll(task => task.DueOn < today.Today), byDay.FindAll(task => task.DueOn >= today.Today),
            // What is furthest from its goal hangs highest; what nobody has reported says nothing from across the room.
            [.. targets.Select(target => new Goal(target, target.StandingAt(elapsed))).Where(goal => goal is { Target.Value: not null, Standing: not TargetStanding.Unreported }).OrderByDescending(goal => goal.Standing).ThenBy(goal => goal.Target.Id)],
            book) { Weeks = Lateness.Of(tasks, today.Today), Targets = targets.Count };
    }

    // Who is late stands first, then the order of the tree: a screen shows only so many.
    private static IEnumerable<Load> Loads(List<TaskLine> tasks, UnitBook units, Deadlines today)
    {
        var byLead = tasks.ToLookup(task => task.LeadUnitId);
        var leads = units.InOrder(tasks.Select(task => task.LeadUnitId).OfType<Guid>()).Select(unit => Of(units.Of(unit.Id), byLead[unit.Id]));
        return (byLead.Contains(null) ? leads.Append(Of(null, byLead[null])) : leads).OrderByDescending(load => load.Late);

        Load Of(string? unit, IEnumerable<TaskLine> led)
        {
            var states = led.CountBy(today.StateOf).ToDictionary();
            var (all, done, late) = (states.Values.Sum(), states.GetValueOrDefault(TaskState.Done), states.GetValueOrDefault(TaskState.Late));
            return new(unit, done, all - done - late, late);
        }
    }
}
