using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ReportProgress;

/// <summary>What somebody needs before the eyes to report on a task, or to confirm what others reported.</summary>
internal sealed class ViewReporting(PlanningDb planning, ShurenDb house, FindTaskAtHand find, IUnitDirectory units, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>A report with the lead's word on it.</summary>
    public sealed record Line(ProgressReport Report, string Unit, ReportConfirmation? Word, IReadOnlyList<StoredFile> Files);

    /// <summary>A target with its last value.</summary>
    public sealed record Goal(Guid Id, string Indicator, string Unit, double? Value, double? Last);

    /// <summary>What the pages show.</summary>
    public sealed record View(TaskAtHand AtHand, DateOnly Today, IReadOnlyList<UnitCard> MySpeakers, IReadOnlyList<Goal> Goals, IReadOnlyList<Milestone> OpenSteps, IReadOnlyList<Line> Reports,
        IReadOnlyList<DateOnly> Missing, bool MayConfirm, FileLimits Limits)
    {
        /// <summary>The last report of an earlier month, whose words are shown for copying.</summary>
        public Line? LastMonth => Reports.FirstOrDefault(line => line.Report.On < new DateOnly(Today.Year, Today.Month, 1));

        /// <summary>Reports on which the lead has not spoken, oldest first.</summary>
        public IReadOnlyList<Line> Waiting => [.. Reports.Where(line => line.Word is null).Reverse()];
    }

    public async Task<View?> RunAsync(Guid task, CancellationToken ct)
    {
        if (await find.RunAsync(task, ct) is not { } found || !await find.SeesAsync(found, ct))
            return null;
        var today = time.Today();
        var reports = await planning.Reports.AsNoTracking().Where(report => report.TaskId == task).OrderByDescending(report => report.On).ThenByDescending(report => report.At).ThenBy(report => report.Id)
            .Select(report => new { Report = report, Word = planning.Confirmations.FirstOrDefault(word => word.ReportId == report.Id) }).ToListAsync(ct);
        var names = await units.FindAsync([.. found.Units.Concat(reports.Select(line => line.Report.UnitId)).Distinct()], ct);
        var owners = reports.Select(line => PlanningRefs.Report(line.Report.Id).ToString()).ToArray();
        var files = (await house.Set<StoredFile>().AsNoTracking().Where(file => owners.Contains(file.Owner)).OrderBy(file => file.Id).ToListAsync(ct)).ToLookup(file => file.Owner);
        var published = await planning.Steps.AsNoTracking().Where(step => step.PlanId == found.Plan.Id && step.Kind == PlanStepKind.Publication).Select(step => (DateTime?)step.At).FirstOrDefaultAsync(ct);
        return new(found, today, [.. found.Units.Where(unit => actor.CanFor(PlanningRights.Report, unit)).Select(unit => names[unit])], await GoalsAsync(task, ct),
            await planning.Milestones.AsNoTracking().Where(step => step.TaskId == task && step.DoneOn == null).OrderBy(step => step.DueOn).ThenBy(step => step.Id).ToListAsync(ct),
            [.. reports.Select(line => new Line(line.Report, names[line.Report.UnitId].Name, line.Word, [.. files[PlanningRefs.Report(line.Report.Id).ToString()]]))],
            published is { } at ? ReportMonths.Missing(DateOnly.FromDateTime(at.ToLocal(time)), reports.Select(line => line.Report.On), found.Task.DoneOn ?? today) : [],
            found.Task.LeadUnitId is { } lead && actor.CanFor(PlanningRights.Confirm, lead), await FileLimits.ReadAsync(house, ct));
    }

    private async Task<IReadOnlyList<Goal>> GoalsAsync(Guid task, CancellationToken ct) => await planning.Targets.AsNoTracking()
        .Where(target => target.TaskId == task && target.DroppedAt == null).OrderBy(target => target.Position)
        .Select(target => new Goal(target.Id, target.Indicator, target.Unit, target.Value,
            planning.TargetValues.Where(value => value.TargetId == target.Id).OrderByDescending(value => value.On).ThenByDescending(value => value.At).Select(value => (double?)value.Value).FirstOrDefault()))
        .ToListAsync(ct);
}
