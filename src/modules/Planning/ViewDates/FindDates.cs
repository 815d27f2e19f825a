using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;

namespace Shuren.Planning.ViewDates;

/// <summary>The dates of a plan: what is due when, tasks and milestones together.</summary>
internal sealed class FindDates(PlanningDb planning, PlanScope scope, FindPlanHead heads, ReadDeadlines deadlines, UnitNames units) : IHandler
{
    /// <summary>A task's last day, or one of its milestones.</summary>
    public sealed record Mark(Guid TaskId, Guid? MilestoneId, DateOnly Day, string Number, string Title, string? Step, Guid? Lead, Guid? Section, Lamp Lamp)
    {
        public bool IsStep => MilestoneId is not null;

        /// <summary>The milestone's own words, or the task's.</summary>
        public string Words => Step ?? Title;
    }

    /// <summary>What timeline and calendar show.</summary>
    public sealed record View(PlanHead Plan, IReadOnlyList<Mark> Marks, PlanTree Tree, UnitBook Units, Deadlines Deadlines);

    /// <param name="plan">The plan.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Null when there is no such plan for this actor.</returns>
    public async Task<View?> RunAsync(Guid plan, DateOnly first, DateOnly last, CancellationToken ct)
    {
        if (await heads.RunAsync(plan, ct) is not { } head)
            return null;
        var today = await deadlines.RunAsync(ct);
        var tree = new PlanTree(await planning.Sections.AsNoTracking().Branches(plan).ToListAsync(ct));
        var marks = await MarksAsync(scope.Tasks().Where(task => task.PlanId == plan), first, last, today, ct);
        return new(head, marks, tree, await units.RunAsync(marks.Select(mark => mark.Lead).OfType<Guid>(), ct), today);
    }

    /// <summary>The marks of these tasks between two days, by day; two queries.</summary>
    internal async Task<IReadOnlyList<Mark>> MarksAsync(IQueryable<WorkTask> tasks, DateOnly first, DateOnly last, Deadlines today, CancellationToken ct)
    {
        var due = await tasks.AsNoTracking().Where(task => task.DueOn >= first && task.DueOn <= last)
            .Select(task => new { task.Id, Day = task.DueOn!.Value, task.Number, task.Title, task.LeadUnitId, task.SectionId, Done = task.DoneOn != null }).ToListAsync(ct);
        var steps = await planning.Milestones.AsNoTracking().Where(step => step.DueOn >= first && step.DueOn <= last)
            .Join(tasks, step => step.TaskId, task => task.Id, (step, task) => new { step.Id, TaskId = task.Id, Day = step.DueOn, task.Number, task.Title, Step = step.Title, task.LeadUnitId, task.SectionId, Done = step.DoneOn != null || task.DoneOn != null })
            .ToListAsync(ct);
        return
        [
            .. due.Select(task => new Mark(task.Id, null, task.Day, task.Number, task.Title, null, task.LeadUnitId, task.SectionId, Lamps.Of(task.Day, task.Done, today.Today, today.Calendar)))
                .Concat(steps.Select(step => new Mark(step.TaskId, step.Id, step.Day, step.Number, step.Title, step.Step, step.LeadUnitId, step.SectionId, Lamps.Of(step.Day, step.Done, today.Today, today.Calendar))))
                .OrderBy(mark => mark.Day).ThenBy(mark => mark.Number, NumberOrder.Instance).ThenBy(mark => mark.IsStep),
        ];
    }
}
