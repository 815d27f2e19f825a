using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.RemindLate;
using Shuren.Planning.ReportProgress;
using Shuren.Platform;
using Shuren.Platform.Todos;
using Shuren.Ui;

namespace Shuren.Planning.WaitForPeople;

/// <summary>Reports that are due, and reports that wait for the lead's word. A task stands here once, with its nearest date: four queries.</summary>
internal sealed class FindTaskTodos(PlanningDb planning, IWorkingDays workingDays) : IHandler
{
    public async Task<IReadOnlyList<Todo>> RunAsync(Own own, DateOnly today, CancellationToken ct)
    {
        if (own.Reporting.Count == 0 && own.Leading.Count == 0)
            return [];
        return [.. await ToReportAsync([.. own.Reporting], today, ct), .. await ToConfirmAsync([.. own.Leading], ct)];
    }

    private async Task<IEnumerable<Todo>> ToReportAsync(Guid[] units, DateOnly today, CancellationToken ct)
    {
        var calendar = await workingDays.CalendarAsync(ct);
        var tasks = await planning.Tasks.AsNoTracking().Running(planning).Where(task => units.Contains(task.LeadUnitId!.Value)).Select(task => new
        {
            task.Id, task.Number, task.Title, task.DueOn, task.Percent,
            Step = planning.Milestones.Where(step => step.TaskId == task.Id && step.DoneOn == null).OrderBy(step => step.DueOn).Select(step => new { step.DueOn, step.Title }).FirstOrDefault(),
            LastReport = planning.Reports.Where(report => report.TaskId == task.Id).Max(report => (DateOnly?)report.On),
            Reminded = planning.Reminders.Where(reminder => reminder.TaskId == task.Id).Max(reminder => (DateTime?)reminder.At),
        }).ToListAsync(ct);
        return tasks.Select(task =>
        {
            var pressing = IsPressing(task.DueOn);
            var step = task.Step is { } next && IsPressing(next.DueOn) ? next : null;
            var monthly = ReportMonths.IsAskedFor(task.LastReport is { } last ? [last] : [], today);
            if (!pressing && step is null && !monthly)
                return null;
            var due = step is not null && !(task.DueOn < step.DueOn && pressing) ? step.DueOn : pressing ? task.DueOn!.Value : ReportMonths.LastOf(today);
            string?[] why =
            [
                step is not null ? Sentences.Filled(RunText.TodoStepWhy, step.Title, Wording.Day(step.DueOn, today)) : pressing ? Sentences.Filled(RunText.TodoDueWhy, Wording.Day(task.DueOn!.Value, today)) : RunText.TodoMonthWhy,
                Sentences.Filled(RunText.TodoPercent, task.Percent), task.Reminded is null ? null : RunText.TodoReminded,
            ];
            return new Todo(Sentences.Filled(RunText.TodoReport, task.Number, task.Title), string.Join('，', why.OfType<string>()), due, PlanningText.Planning, RunText.TodoReportAct, PlanningLinks.TaskAct(task.Id, "report"), PlanningRefs.Task(task.Id));
        }).OfType<Todo>();

        bool IsPressing(DateOnly? due) => Lamps.Of(due, false, today, calendar) is Shuren.Kernel.Lamp.Amber or Shuren.Kernel.Lamp.Red;
    }

    private async Task<IEnumerable<Todo>> ToConfirmAsync(Guid[] units, CancellationToken ct)
    {
        var waiting = await (
            from report in planning.Reports.AsNoTracking()
            join task in planning.Tasks.Where(task => task.DroppedAt == null) on report.TaskId equals task.Id
            where units.Contains(task.LeadUnitId!.Value) && !planning.Confirmations.Any(word => word.ReportId == report.Id)
                && !planning.Steps.Any(step => step.PlanId == task.PlanId && step.Kind == Model.PlanStepKind.Closure)
            group report by new { task.Id, task.Number, task.Title } into reports
            select new { reports.Key, Count = reports.Count(), By = reports.Min(report => report.By) }).ToListAsync(ct);
        return waiting.Select(task => new Todo(Sentences.Filled(RunText.TodoConfirm, task.Key.Number, task.Key.Title), Sentences.Filled(RunText.TodoConfirmWhy, task.By, task.Count), null,
            PlanningText.Planning, RunText.TodoConfirmAct, PlanningLinks.TaskAct(task.Key.Id, "confirm"), PlanningRefs.Task(task.Key.Id)));
    }
}
