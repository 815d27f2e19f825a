using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Indicators;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.AmendTask;
using Shuren.Planning.GuidePlan;
using Shuren.Platform;

namespace Shuren.Planning.AnswerAlerts;

/// <summary>What is needed to open a task for an alert: the alert in words, the running plans, the units, and what is suggested.</summary>
internal sealed class ViewOpening(PlanningDb planning, IAlertDirectory alerts, ReachOfBureau reach, IUnitDirectory units, IWorkingDays workingDays, TimeProvider time) : IHandler
{
    /// <summary>So many working days are suggested for the work.</summary>
    private const int UsualDays = 20;

    /// <summary>A running plan.</summary>
    public sealed record Plan(Guid Id, string Title);

    /// <summary>What is shown.</summary>
    /// <param name="Alert">The alert.</param>
    /// <param name="Task">The task that was opened already; null where none was.</param>
    /// <param name="Plans">The plans in which it can stand.</param>
    /// <param name="Units">Who can lead.</param>
    /// <param name="Title">A headline to begin with.</param>
    /// <param name="DueOn">A day to begin with.</param>
    public sealed record View(AlertCard Alert, Guid? Task, IReadOnlyList<Plan> Plans, IReadOnlyList<UnitCard> Units, string Title, DateOnly DueOn);

    /// <returns>Null where there is no such alert for this actor.</returns>
    public async Task<View?> RunAsync(Guid alert, CancellationToken ct)
    {
        if (!await reach.RunAsync(PlanningRights.Dispatch, ct) || (await alerts.FindAsync([alert], ct)).GetValueOrDefault(alert) is not { } card)
            return null;
        var task = await OpenTask.TaskOfAsync(planning, alert, ct);
        var plans = await OpenTask.Running(planning).Select(plan => new Plan(plan.Id, plan.Title)).ToListAsync(ct);
        var calendar = await workingDays.CalendarAsync(ct);
        return new(card, task, plans, [.. (await units.AllAsync(ct)).Where(unit => unit.Parent is not null)], card.Title.Length > TaskWording.TitleLength ? card.Title[..TaskWording.TitleLength] : card.Title, calendar.AddWorkingDays(time.Today(), UsualDays));
    }
}

/// <summary>Offers a task on the page of an alert to who presses on plans; not where one was opened, or where no plan runs.</summary>
internal sealed class AlertTaskAnswer(PlanningDb planning, ReachOfBureau reach) : IAlertAnswers
{
    public async Task<IReadOnlyList<AlertAnswer>> OfAsync(Guid alert, CancellationToken ct) =>
        await reach.RunAsync(PlanningRights.Dispatch, ct) && !await planning.AlertTasks.AnyAsync(row => row.AlertId == alert, ct) && await OpenTask.Running(planning).AnyAsync(ct)
            ? [new(AnswerText.OpenTask, PlanningLinks.OpenTask(alert))] : [];
}
