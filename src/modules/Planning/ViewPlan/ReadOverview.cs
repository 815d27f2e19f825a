using Microsoft.EntityFrameworkCore;
using Shuren.Planning.BindTargets;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;

namespace Shuren.Planning.ViewPlan;

/// <summary>A plan at a glance: counts for each branch, each lead and each year, and what is late.</summary>
internal sealed class ReadOverview(PlanningDb planning, PlanScope scope, FindPlanHead heads, ReadDeadlines deadlines, UnitNames units, ReadComputed computed) : IHandler
{
    /// <summary>Counts of some tasks and targets.</summary>
    public sealed record Tally(int Tasks, int Done, int Late, int NoLead, int Percent, int Targets, int Reached)
    {
        public int Going => Tasks - Done - Late;
    }

    /// <summary>A heading with everything below it; null for tasks that hang on none.</summary>
    public sealed record Branch(PlanBranch? Section, int Depth, Tally Tally);

    /// <summary>What one unit leads; null for what nobody leads.</summary>
    public sealed record Load(Guid? Unit, Tally Tally);

    /// <summary>A year of a plan of several years.</summary>
    public sealed record YearRow(int Year, Tally Tally);

    /// <summary>What the page shows.</summary>
    public sealed record View(
        PlanHead Plan, Tally All, IReadOnlyList<Branch> Branches, IReadOnlyList<Load> Leads, IReadOnlyList<YearRow> Years, IReadOnlyList<TaskLine> Late, UnitBook Units, Deadlines Deadlines)
    {
        /// <summary>How many were late in each of the last weeks.</summary>
        public required IReadOnlyList<(DateOnly On, int Late)> Weeks { get; init; }

        /// <summary>The days on which its tasks are due.</summary>
        public required IReadOnlyList<DateOnly?> Due { get; init; }
    }

    /// <returns>Null when there is no such plan for this actor.</returns>
    public async Task<View?> RunAsync(Guid plan, CancellationToken ct)
    {
        if (await heads.RunAsync(plan, ct) is not { } head)
            return null;
        var today = await deadlines.RunAsync(ct);
        var tree = new PlanTree(await planning.Sections.AsNoTracking().Branches(plan).ToListAsync(ct));
        var tasks = await scope.Tasks().AsNoTracking().Where(task => task.PlanId == plan).OrderBy(task => task.Position).ThenBy(task => task.Id).Lines(planning).ToListAsync(ct);
        var targets = await computed.RunAsync(await scope.Targets(plan).AsNoTracking().Lines(planning).ToListAsync(ct), ct);
        var book = await units.RunAsync(tasks.SelectMany(task => task.Units), ct);
        var counting = new Counting(today, targets, head.ElapsedOn(today.Today));
        return new(head, counting.Of(tasks) with { Targets = targets.Count, Reached = counting.Reached(targets) }, [.. Branches(tree, tasks, counting)], [.. Leads(tasks, book, counting)],
            head.IsOfSeveralYears ? [.. Years(head, tasks, counting)] : [],
            [.. tasks.Where(task => today.StateOf(task) == TaskState.Late).OrderBy(task => task.DueOn).ThenBy(task => task.Position)], book, today) { Weeks = Lateness.Of(tasks, today.Today), Due = [.. tasks.Select(task => task.DueOn).Distinct()] };
    }

    private static IEnumerable<Branch> Branches(PlanTree tree, List<TaskLine> tasks, Counting counting)
    {
        var bySection = tasks.ToLookup(task => tree.Find(task.SectionId)?.Id);
        foreach (var (section, depth) in tree.InOrder())
        {
            var within = tree.Within(section.Id).SelectMany(id => bySection[id]).ToList();
            if (within.Count > 0)
                yield return new(section, depth, counting.Of(within));
        }
        if (bySection[null].ToList() is { Count: > 0 } loose)
            yield return new(null, 0, counting.Of(loose));
    }

    private static IEnumerable<Load> Leads(List<TaskLine> tasks, UnitBook units, Counting counting)
    {
        var byLead = tasks.ToLookup(task => task.LeadUnitId);
        var leads = units.InOrder(tasks.Select(task => task.LeadUnitId).OfType<Guid>()).Select(unit => new Load(unit.Id, counting.Of([.. byLead[unit.Id]])));
        return byLead[null].ToList() is { Count: > 0 } nobodys ? leads.Append(new(null, counting.Of(nobodys))) : leads;
    }

    // What has no date belongs to the last year.
    private static IEnumerable<YearRow> Years(PlanHead plan, List<TaskLine> tasks, Counting counting) =>
        from year in Enumerable.Range(plan.Year, plan.EndYear - plan.Year + 1)
        select new YearRow(year, counting.Of(tasks.FindAll(task => Math.Clamp(task.DueOn?.Year ?? plan.EndYear, plan.Year, plan.EndYear) == year)));

    /// <summary>Counts tasks together with the targets that they carry.</summary>
    private sealed class Counting(Deadlines deadlines, IReadOnlyList<TargetLine> targets, double elapsed)
    {
        private readonly ILookup<Guid?, TargetLine> byTask = targets.ToLookup(target => target.TaskId);

        public Tally Of(List<TaskLine> tasks)
        {
            var own = tasks.SelectMany(task => byTask[task.Id]).ToList();
            return new(tasks.Count, tasks.Count(task => task.IsDone), tasks.Count(task => deadlines.StateOf(task) == TaskState.Late), tasks.Count(task => !task.HasLead),
                tasks.Count == 0 ? 0 : (int)Math.Round(tasks.Average(task => task.Percent), MidpointRounding.AwayFromZero), own.Count, Reached(own));
        }

        public int Reached(IEnumerable<TargetLine> own) => own.Count(target => target.StandingAt(elapsed) == TargetStanding.Reached);
    }
}
