using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.ConfirmReport;
using Shuren.Planning.Model;
using Shuren.Planning.ReportProgress;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel.Progress;

/// <summary>Takes the reports of a sheet, all or none; each is a report like any other, which the lead confirms.</summary>
internal sealed class ApplyProgressSheet(PlanningDb planning, FindProgress progress, CountReport count, Process process, Actor actor) : IHandler
{
    /// <returns>How many reports were taken, or <c>NotYours</c>, <c>EditedMeanwhile</c>.</returns>
    public async Task<Outcome<int>> RunAsync(Guid plan, IReadOnlyList<ProgressChange> changes, CancellationToken ct)
    {
        if (await progress.RunAsync(plan, ct) is not { } view)
            return new Refusal("NotYours");
        var known = view.Rows.ToDictionary(row => row.Task.Id, row => row.Unit);
        // The check page's rows came back through the browser: everything is looked at once more.
        if (changes.Any(change => !known.TryGetValue(change.Task, out var unit) || unit != change.Unit || change.On > view.Deadlines.Today
                || change.Percent is < 0 or > 100 || change.Words.Trim().Length is 0 or > ProgressSaid.LongestWords))
            return new Refusal("EditedMeanwhile");
        var ids = changes.Select(change => change.Task).ToArray();
        var tasks = await planning.Tasks.Where(task => ids.Contains(task.Id)).ToDictionaryAsync(task => task.Id, ct);
        process.Begin("planning.report-progress-in-excel", PlanningRefs.Plan(plan));
        foreach (var change in changes)
            await ReportAsync(tasks[change.Task], change, ct);
        return await planning.TrySaveAsync(changes.Count, ct);
    }

    private async Task ReportAsync(WorkTask task, ProgressChange change, CancellationToken ct)
    {
        var report = new ProgressReport { TaskId = task.Id, UnitId = change.Unit, On = change.On, Percent = change.Percent, Words = change.Words.Trim(), ById = actor.AccountId, By = actor.Name, At = process.At };
        planning.Reports.Add(report);
        if (task.LeadUnitId == change.Unit && actor.CanFor(PlanningRights.Confirm, change.Unit))
            await count.RunAsync(task, report, "", ct);
    }
}
