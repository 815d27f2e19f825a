using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Planning.ConfirmReport;

/// <summary>
/// Lets a report count: the lead's percentage becomes the task's, and the milestone it speaks of is reached. A report of a unit that
/// helps tells of its own part only, and an older report that is confirmed late does not turn the task back.
/// </summary>
internal sealed class CountReport(PlanningDb planning, Process process) : IHandler
{
    /// <summary>Adds the lead's word and what follows from it; the caller saves.</summary>
    public async Task RunAsync(WorkTask task, ProgressReport report, string remark, CancellationToken ct)
    {
        planning.Confirmations.Add(new() { ReportId = report.Id, Accepted = true, Remark = remark, By = process.Actor.Name, At = process.At });
        if (report.MilestoneId is { } reached && await planning.Milestones.FirstOrDefaultAsync(row => row.Id == reached, ct) is { } milestone)
            milestone.DoneOn ??= report.On;
        var newer = await planning.Reports.AnyAsync(other => other.TaskId == task.Id && other.UnitId == report.UnitId && other.Id != report.Id
            && (other.On > report.On || other.On == report.On && other.At > report.At)
            && planning.Confirmations.Any(word => word.ReportId == other.Id && word.Accepted), ct);
        if (report.UnitId == task.LeadUnitId && !newer)
            task.Advance(report.Percent, report.On);
    }
}
