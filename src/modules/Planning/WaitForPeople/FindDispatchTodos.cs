using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Planning.RemindLate;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Platform;
using Shuren.Platform.Todos;
using Shuren.Ui;
using Ladder = Shuren.Planning.TakeDispatchStep.Ladder;
using Lamp = Shuren.Kernel.Lamp;

namespace Shuren.Planning.WaitForPeople;

/// <summary>What the ladder and meetings give people to do: answer a step, judge an answer, take the next rung, finish a meeting. Three queries.</summary>
internal sealed class FindDispatchTodos(PlanningDb planning, IWorkingDays workingDays) : IHandler
{
    public async Task<IReadOnlyList<Todo>> RunAsync(Own own, DateOnly today, CancellationToken ct)
    {
        var calendar = await workingDays.CalendarAsync(ct);
        var units = own.Reporting.ToArray();
        var tasks = await planning.Tasks.AsNoTracking().Running(planning)
            .Where(task => task.DueOn < today || planning.DispatchSteps.Any(step => step.TaskId == task.Id))
            .Where(task => own.RunsPlans || units.Contains(task.LeadUnitId!.Value)).OrderBy(task => task.DueOn).ToListAsync(ct);
        var ids = tasks.Select(task => task.Id).ToArray();
        var steps = (await planning.DispatchSteps.AsNoTracking().Where(step => ids.Contains(step.TaskId)).ToListAsync(ct)).ToLookup(step => step.TaskId);
        var todos = tasks.Where(task => task.LeadUnitId is not null).SelectMany(task => OfTask(task, [.. steps[task.Id]], task.LampOn(today, calendar), own, today)).ToList();
        if (own.RunsPlans)
            todos.AddRange(await MeetingsAsync(today, ct));
        return todos;
    }

    private static IEnumerable<Todo> OfTask(WorkTask task, List<DispatchStep> steps, Lamp lamp, Own own, DateOnly today)
    {
        var open = Ladder.Last(steps) is { BroughtResult: null } last ? last : null;
        if (open is { Answer: null } && own.Reporting.Contains(task.LeadUnitId!.Value))
            yield return Of(RunText.TodoAnswer, Sentences.Filled(RunText.TodoAnswerWhy, DispatchWords.Of(open.Rung), open.Reason), open.AnswerBy, RunText.TodoAnswerAct);
        if (own.RunsPlans && open is { Answer: { } answer })
            yield return Of(RunText.TodoJudge, Sentences.Filled(RunText.TodoJudgeWhy, DispatchWords.Of(open.Rung), answer), open.AnswerBy, RunText.TodoJudgeAct);
        if (own.RunsPlans && Ladder.NextFor(steps, lamp, today) is { } next)
            yield return Of(RunText.TodoNext, Sentences.Filled(steps.Count == 0 ? RunText.TodoNextFirst : RunText.TodoNextWhy, DispatchWords.Of(next), task.DueOn is { } due ? Wording.Day(due, today) : ""), Since(task, steps, today), RunText.TodoNextAct);

        Todo Of(string title, string why, DateOnly? by, string act) => new(Sentences.Filled(title, task.Number, task.Title), why, by, PlanningText.Planning, act, PlanningLinks.TaskAct(task.Id, "dispatch"), PlanningRefs.Task(task.Id));
    }

    /// <summary>Since when the next rung is due: the task's own date, the day by which nobody answered, or today where an answer brought nothing.</summary>
    private static DateOnly? Since(WorkTask task, List<DispatchStep> steps, DateOnly today) =>
        Ladder.Last(steps) is not { } last ? task.DueOn : last.AnswerBy < today ? last.AnswerBy : today;

    private async Task<IEnumerable<Todo>> MeetingsAsync(DateOnly today, CancellationToken ct)
    {
        var open = await planning.Meetings.AsNoTracking().Where(meeting => meeting.ClosedAt == null).ToListAsync(ct);
        return open.Select(meeting => new Todo(Sentences.Filled(meeting.On < today ? RunText.TodoMinutes : RunText.TodoAgenda, meeting.Number), meeting.TimeAndPlace, meeting.On,
            PlanningText.Planning, RunText.TodoMeetingAct, PlanningLinks.Meeting(meeting.Id), new Ref("planning", "meeting", meeting.Id)));
    }
}
