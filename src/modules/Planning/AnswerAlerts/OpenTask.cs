using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Indicators;
using Shuren.Contracts.Organization;
using Shuren.Contracts.Planning;
using Shuren.Kernel;
using Shuren.Planning.AmendTask;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Outbox;
using Shuren.Platform.Processes;
using Shuren.Platform.Thread;

namespace Shuren.Planning.AnswerAlerts;

/// <summary>The task with which an alert is answered.</summary>
/// <param name="Plan">A running plan of this bureau.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Lead">Who does it.</param>
/// <param name="DueOn">By when.</param>
internal sealed record TaskForAlert(Guid Plan, string Title, string Text, Guid Lead, DateOnly DueOn);

/// <summary>Opens a task of a running plan for a firing alert and ties the two. A second time it gives the task that is there.</summary>
internal sealed class OpenTask(PlanningDb planning, IAlertDirectory alerts, ReachOfBureau reach, IUnitDirectory units, ThreadReader thread, EventTeller events, Process process, TimeProvider time) : IHandler
{
    private const int LongestText = 4000;

    /// <returns>The task's id, or <c>NotYours</c>, <c>AlertNotThere</c>, <c>AlertNotFiring</c>, <c>AlertPlan</c>, <c>TitleForm</c>, <c>TaskTextForm</c>, <c>UnitUnknown</c>, <c>DecisionDuePast</c>.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid alert, TaskForAlert asked, CancellationToken ct)
    {
        if (!await reach.RunAsync(PlanningRights.Dispatch, ct))
            return new Refusal("NotYours");
        if ((await alerts.FindAsync([alert], ct)).GetValueOrDefault(alert) is not { } card)
            return new Refusal("AlertNotThere");
        if (await TaskOfAsync(planning, alert, ct) is { } there)
            return there;
        if (!card.IsFiring)
            return new Refusal("AlertNotFiring");
        if (await WrongAsync(asked, ct) is { Count: > 0 } wrong)
            return wrong;
        process.Begin("planning.answer-alert", new Ref("indicators", "alert", alert));
        var task = await AddAsync(alert, asked, ct);
        thread.Tie(new Ref("indicators", "alert", alert), card.Title, ThreadRelation.Raises, PlanningRefs.Task(task.Id), task.Title);
        events.Say(new TaskAssigned(task.Id, asked.Lead));
        try
        {
            await planning.SaveAsync(ct);
            return task.Id;
        }
        catch (DbUpdateException) when (planning.AlertTasks.AsNoTracking().Any(row => row.AlertId == alert))
        {
            // Somebody else pressed at the same moment; nothing of this save stands.
            return (await TaskOfAsync(planning, alert, ct))!.Value; // just seen
        }
    }

    /// <summary>The plans that run: own ones, published and not closed, newest first.</summary>
    public static IQueryable<WorkPlan> Running(PlanningDb planning) => planning.Plans.AsNoTracking().Where(plan => plan.Kind == PlanKind.Own
        && planning.Steps.Any(step => step.PlanId == plan.Id && step.Kind == PlanStepKind.Publication) && !planning.Steps.Any(step => step.PlanId == plan.Id && step.Kind == PlanStepKind.Closure)).OrderByDescending(plan => plan.Year).ThenBy(plan => plan.Id);

    /// <summary>The task that was opened for an alert; null where none was.</summary>
    public static Task<Guid?> TaskOfAsync(PlanningDb planning, Guid alert, CancellationToken ct) => planning.AlertTasks.AsNoTracking().Where(row => row.AlertId == alert).Select(row => (Guid?)row.TaskId).FirstOrDefaultAsync(ct);

    private async Task<List<Refusal>> WrongAsync(TaskForAlert asked, CancellationToken ct)
    {
        var wrong = new List<Refusal>();
        if (!await Running(planning).AnyAsync(plan => plan.Id == asked.Plan, ct))
            wrong.Add(new("AlertPlan", "plan"));
        if (asked.Title.Trim().Length is 0 or > TaskWording.TitleLength)
            wrong.Add(new("TitleForm", "title", TaskWording.TitleLength));
        if (asked.Text.Trim().Length is < 2 or > LongestText)
            wrong.Add(new("TaskTextForm", "text", LongestText));
        if ((await units.AllAsync(ct)).All(unit => unit.Id != asked.Lead))
            wrong.Add(new("UnitUnknown", "lead"));
        if (asked.DueOn < time.Today())
            wrong.Add(new("DecisionDuePast", "dueOn"));
        return wrong;
    }

    private async Task<WorkTask> AddAsync(Guid alert, TaskForAlert asked, CancellationToken ct)
    {
        var last = await planning.Tasks.Where(task => task.PlanId == asked.Plan).MaxAsync(task => (int?)task.Position, ct) ?? -1;
        var before = await planning.Tasks.CountAsync(task => task.PlanId == asked.Plan && task.Origin == TaskOrigin.Alert, ct);
        var task = new WorkTask
        {
            PlanId = asked.Plan, Position = last + 1, Number = AnswerText.TaskNumber.Filled(before + 1), Title = asked.Title.Trim(), Text = asked.Text.Trim(), Origin = TaskOrigin.Alert,
            LeadUnitId = asked.Lead, LeadIsSet = true, DueOn = asked.DueOn, DueIsSet = true, AcceptedAt = process.At,
            // What the house sees in its own figures is not for the public page unless somebody says so.
            IsPublic = false,
        };
        planning.Tasks.Add(task);
        planning.AlertTasks.Add(new AlertTask { AlertId = alert, TaskId = task.Id });
        return task;
    }
}
