using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ViewTasks;

/// <summary>The task list of a plan with the filters that an office uses.</summary>
internal sealed class FindTasks(PlanningDb planning, PlanScope scope, FindPlanHead heads, ReadDeadlines deadlines, UnitNames units, IAccountDirectory accounts, Actor actor) : IHandler
{
    /// <summary>What the page shows and the export writes. People are those who answer for a task of the plan.</summary>
    public sealed record View(PlanHead Plan, TaskFilter Filter, IReadOnlyList<TaskLine> Tasks, PlanTree Tree, UnitBook Units, IReadOnlyDictionary<Guid, AccountCard> People, Deadlines Deadlines)
    {
        /// <summary>The name of who answers for a task; empty for nobody.</summary>
        public string Accountable(TaskLine task) => task.AccountableId is { } person ? People.GetValueOrDefault(person)?.Name ?? "" : "";
    }

    /// <returns>Null when there is no such plan for this actor.</returns>
    public Task<View?> RunAsync(Guid plan, TaskFilter filter, CancellationToken ct) => RunAsync(plan, filter, null, ct);

    /// <summary>A part of the list, by number.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="filter">Which tasks; always by number.</param>
    /// <param name="part">Which part; null for all.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<View?> RunAsync(Guid plan, TaskFilter filter, TaskPart? part, CancellationToken ct)
    {
        if (await heads.RunAsync(plan, ct) is not { } head)
            return null;
        var today = await deadlines.RunAsync(ct);
        var tree = new PlanTree(await planning.Sections.AsNoTracking().Branches(plan).ToListAsync(ct));
        var chosen = filter.Apply(scope.Tasks().AsNoTracking().Where(task => task.PlanId == plan), tree, today, scope, planning, actor);
        chosen = part is null ? chosen : part.Of(chosen);
        var tasks = await chosen.Lines(planning).ToListAsync(ct);
        var answering = await scope.Tasks().Where(task => task.PlanId == plan && task.AccountableId != null).Select(task => task.AccountableId!.Value).Distinct().ToListAsync(ct);
        return new(head, filter, tasks, tree, await units.RunAsync(tasks.SelectMany(task => task.Units), ct), await accounts.FindAsync(answering, ct), today);
    }
}
