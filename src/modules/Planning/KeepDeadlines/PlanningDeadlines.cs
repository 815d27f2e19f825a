using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.RemindLate;
using Shuren.Planning.TakeDispatchStep;

namespace Shuren.Planning.KeepDeadlines;

/// <summary>
/// What another calendar does to this room: a task's and a milestone's day is named and stays, only the working days left change; the day to
/// answer a step of the ladder was counted in working days and moves, unless somebody named another one.
/// </summary>
internal sealed class PlanningDeadlines(PlanningDb planning) : IDeadlineKeeper
{
    public async Task<IReadOnlyList<MovedDeadline>> PreviewAsync(WorkingCalendar before, WorkingCalendar after, DateOnly today, CancellationToken ct)
    {
        var running = planning.Tasks.AsNoTracking().Running(planning);
        var tasks = await running.Where(task => task.DueOn >= today).Select(task => new { task.Id, task.Number, task.Title, Due = task.DueOn!.Value }).ToListAsync(ct);
        var milestones = await (
            from milestone in planning.Milestones.AsNoTracking()
            join task in running on milestone.TaskId equals task.Id
            where milestone.DoneOn == null && milestone.DueOn >= today
            select new { task.Id, task.Number, milestone.Title, Due = milestone.DueOn }).ToListAsync(ct);
        var steps = await (
            from step in OpenSteps().AsNoTracking()
            join task in running on step.TaskId equals task.Id
            select new { Step = step, task.Number, task.Title }).ToListAsync(ct);
        return
        [
            .. tasks.Concat(milestones).Select(row => Moved($"{row.Number} {row.Title}", PlanningLinks.Task(row.Id), row.Due, row.Due)).Where(Differs),
            .. steps.Select(row => Moved($"{row.Number} {row.Title}：{DispatchWords.Of(row.Step.Rung)}", PlanningLinks.TaskAct(row.Step.TaskId, "dispatch"), row.Step.AnswerBy, AnswerBy(row.Step, before, after))).Where(Differs),
        ];

        MovedDeadline Moved(string title, string href, DateOnly due, DateOnly then) =>
            new(title, href, due, then, before.WorkingDaysBetween(today, due), after.WorkingDaysBetween(today, then));
    }

    public async Task MoveAsync(WorkingCalendar before, WorkingCalendar after, CancellationToken ct)
    {
        foreach (var step in await OpenSteps().ToListAsync(ct))
            step.MoveAnswer(AnswerBy(step, before, after));
    }

    private static bool Differs(MovedDeadline deadline) => deadline.DueBefore != deadline.DueAfter || deadline.LeftBefore != deadline.LeftAfter;

    /// <summary>The day to answer under the new calendar; a day that was named and not counted stays.</summary>
    private static DateOnly AnswerBy(DispatchStep step, WorkingCalendar before, WorkingCalendar after) =>
        step.AnswerBy == Ladder.AnswerBy(step.Rung, step.On, before) ? Ladder.AnswerBy(step.Rung, step.On, after) : step.AnswerBy;

    private IQueryable<DispatchStep> OpenSteps() => planning.DispatchSteps.Where(step => step.Answer == null && step.BroughtResult == null);
}
