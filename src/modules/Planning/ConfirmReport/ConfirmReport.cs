using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Planning;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Platform;
using Shuren.Platform.Outbox;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ConfirmReport;

/// <summary>The lead's word on a report: it counts, or it goes back with a remark; then the target values that came with it go too.</summary>
internal sealed class ConfirmReport(PlanningDb planning, FindTaskAtHand find, CountReport count, EventTeller events, Actor actor, Process process) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid report, bool accepted, string remark, CancellationToken ct)
    {
        if (await planning.Reports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == report, ct) is not { } said || await find.RunAsync(said.TaskId, ct) is not { } found)
            return new Refusal("ReportUnknown");
        if (found.Task.LeadUnitId is not { } lead || !actor.CanFor(PlanningRights.Confirm, lead))
            return new Refusal("NotYours");
        if (await planning.Confirmations.AsNoTracking().FirstOrDefaultAsync(word => word.ReportId == report, ct) is { } word)
            return word.Accepted == accepted ? new Done() : new Refusal("ReportJudged");
        if (!found.IsRunning)
            return new Refusal("PlanNotRunning");
        if (!accepted && string.IsNullOrWhiteSpace(remark))
            return new Refusal("RemarkMissing", "remark");
        process.Begin(accepted ? "planning.confirm-report" : "planning.return-report", PlanningRefs.Task(said.TaskId), remark.Trim());
        if (accepted)
        {
            await count.RunAsync(found.Task, said, remark.Trim(), ct);
        }
        else
        {
            planning.Confirmations.Add(new() { ReportId = report, Accepted = false, Remark = remark.Trim(), By = actor.Name, At = process.At });
            planning.TargetValues.RemoveRange(await planning.TargetValues.Where(value => value.ReportId == report).ToListAsync(ct));
        }
        events.Say(new ReportJudged(report, accepted));
        return await SaveAsync(ct);
    }

    private async Task<Outcome<Done>> SaveAsync(CancellationToken ct)
    {
        try
        {
            await planning.SaveAsync(ct);
            return new Done();
        }
        // Two people gave their word at the same moment: one word a report.
        catch (DbUpdateException)
        {
            return new Refusal("EditedMeanwhile");
        }
    }
}
