using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Planning.RemindLate;

/// <summary>A reminder that was sent.</summary>
/// <param name="Task">The task.</param>
/// <param name="Milestone">The milestone that it is about; null for the task's own date.</param>
/// <param name="Unit">The lead that is reminded; null while nobody leads.</param>
/// <param name="Title">What is due.</param>
/// <param name="Kind"><see cref="RemindLate.Ahead"/> or <see cref="RemindLate.Late"/>.</param>
/// <param name="DueOn">By when.</param>
internal sealed record Reminder(Guid Task, Guid? Milestone, Guid? Unit, string Title, string Kind, DateOnly DueOn);

/// <summary>
/// Reminds of dates of running plans, three working days ahead and once they have passed: each once a date. The people of the lead
/// are told and find it in their to-do list; the rows keep it from being sent again, also after a restart.
/// </summary>
internal sealed class RemindLate(PlanningDb planning, IWorkingDays workingDays, TellOfDates tell, Process process) : IHandler
{
    public const string Ahead = "ahead";
    public const string Late = "late";

    /// <returns>What was sent by this call; empty when all had been said before.</returns>
    /// <exception cref="DbUpdateException">Another server reminded at the same moment: nothing was written, the caller asks again.</exception>
    public async Task<IReadOnlyList<Reminder>> RunAsync(DateOnly today, CancellationToken ct)
    {
        var calendar = await workingDays.CalendarAsync(ct);
        var horizon = calendar.AddWorkingDays(today, Lamps.WarningWorkingDays + 1);
        var due = await DueAsync(horizon, ct);
        var tasks = due.Select(row => row.Task).Distinct().ToArray();
        var sent = (await planning.Reminders.AsNoTracking().Where(row => tasks.Contains(row.TaskId)).ToListAsync(ct))
            .Select(row => (row.TaskId, row.MilestoneId, row.Kind, row.DueOn)).ToHashSet();
        var reminders = due.Where(row => Lamps.Of(row.DueOn, false, today, calendar) is Lamp.Amber or Lamp.Red)
            .Select(row => row with { Kind = row.DueOn < today ? Late : Ahead })
            .Where(row => !sent.Contains((row.Task, row.Milestone, row.Kind, row.DueOn))).ToList();
        if (reminders.Count == 0)
            return [];
        process.Begin("planning.remind");
        planning.Reminders.AddRange(reminders.Select(row => SentReminder.Of(row.Task, row.Milestone, row.Kind, row.DueOn, process.At)));
        await tell.RunAsync(reminders, ct);
        await planning.SaveAsync(ct);
        return reminders;
    }

    /// <summary>Open dates up to a day: of tasks, then of their milestones.</summary>
    private async Task<List<Reminder>> DueAsync(DateOnly horizon, CancellationToken ct)
    {
        var running = planning.Tasks.AsNoTracking().Running(planning);
        var tasks = await running.Where(task => task.DueOn <= horizon)
            .OrderBy(task => task.DueOn).ThenBy(task => task.Id)
            .Select(task => new { task.Id, task.LeadUnitId, task.Title, DueOn = task.DueOn!.Value }).ToListAsync(ct);
        var milestones = await (
            from milestone in planning.Milestones.AsNoTracking()
            join task in running on milestone.TaskId equals task.Id
            where milestone.DoneOn == null && milestone.DueOn <= horizon
            orderby milestone.DueOn, milestone.Id
            select new { milestone.Id, milestone.TaskId, task.LeadUnitId, milestone.Title, milestone.DueOn }).ToListAsync(ct);
        return
        [
            .. tasks.Select(row => new Reminder(row.Id, null, row.LeadUnitId, row.Title, "", row.DueOn)),
            .. milestones.Select(row => new Reminder(row.TaskId, row.Id, row.LeadUnitId, row.Title, "", row.DueOn)),
        ];
    }
}
