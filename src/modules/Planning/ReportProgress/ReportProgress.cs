using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.ConfirmReport;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ReportProgress;

/// <summary>
/// A unit says how far a task is, with evidence. The lead confirms it; a report that the lead's own chief writes counts at once,
/// because there is nobody else to confirm it.
/// </summary>
internal sealed class ReportProgress(PlanningDb planning, FindTaskAtHand find, CountReport count, FileStore files, Actor actor, Process process, TimeProvider time) : IHandler
{
    private const int MostLinks = 20;

    /// <summary>Takes the report.</summary>
    /// <returns>The report's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(ProgressSaid said, IReadOnlyList<BroughtFile> evidence, CancellationToken ct)
    {
        if (await find.RunAsync(said.Task, ct) is not { } found)
            return new Refusal("TaskUnknown");
        var unit = said.Unit ?? found.Units.Cast<Guid?>().FirstOrDefault(own => actor.CanFor(PlanningRights.Report, own!.Value));
        if (unit is not { } speaker || !found.Units.Contains(speaker) || !actor.CanFor(PlanningRights.Report, speaker))
            return new Refusal("NotYours");
        if (!found.IsRunning)
            return new Refusal("PlanNotRunning");
        var refusals = Refused(said);
        refusals.AddRange(await RefusedAsync(said, ct));
        var report = new ProgressReport
        {
            TaskId = said.Task, MilestoneId = said.Milestone, UnitId = speaker, On = said.On ?? time.Today(), Percent = said.Percent, Words = said.Words.Trim(),
            Links = string.Join('\n', Lines(said.Links)), ById = actor.AccountId, By = actor.Name, At = process.At,
        };
        process.Begin("planning.report-progress", PlanningRefs.Task(said.Task));
        var stored = await files.AddAllAsync(evidence, PlanningRefs.Report(report.Id), FileUse.Evidence, ct);
        refusals.AddRange(stored.Refusals.Select(refusal => refusal with { Field = "files" }));
        return refusals.Count > 0 ? refusals : await SaveAsync(found, report, said.Values, ct);
    }

    private List<Refusal> Refused(ProgressSaid said)
    {
        (bool Wrong, Refusal Why)[] checks =
        [
            (said.Percent is < 0 or > 100, new("PercentForm", "percent")),
            (said.Words.Trim().Length is 0 or > ProgressSaid.LongestWords, new("WordsForm", "words", ProgressSaid.LongestWords)),
            (said.On > time.Today(), new("ReportAhead", "on")),
            (Lines(said.Links).Count > MostLinks, new("LinksTooMany", "links", MostLinks)),
            (Lines(said.Links).Any(IsUnsafe), new("LinkForm", "links")),
            (said.Values.Values.Any(value => !double.IsFinite(value)), new("ValueForm", "values")),
        ];
        return [.. checks.Where(check => check.Wrong).Select(check => check.Why)];
    }

    private async Task<List<Refusal>> RefusedAsync(ProgressSaid said, CancellationToken ct)
    {
        var refusals = new List<Refusal>();
        if (said.Milestone is { } milestone && !await planning.Milestones.AnyAsync(row => row.Id == milestone && row.TaskId == said.Task, ct))
            refusals.Add(new("MilestoneUnknown", "milestone"));
        if (said.Values.Count > 0 && await planning.Targets.CountAsync(target => target.TaskId == said.Task && target.DroppedAt == null && said.Values.Keys.Contains(target.Id), ct) != said.Values.Count)
            refusals.Add(new("TargetUnknown", "values"));
        return refusals;
    }

    private async Task<Outcome<Guid>> SaveAsync(TaskAtHand found, ProgressReport report, IReadOnlyDictionary<Guid, double> values, CancellationToken ct)
    {
        planning.Reports.Add(report);
        planning.TargetValues.AddRange(values.Select(value => new TargetValue { TargetId = value.Key, On = report.On, Value = value.Value, ReportId = report.Id, ReportedBy = report.By, At = report.At }));
        if (found.Task.LeadUnitId is { } lead && report.UnitId == lead && actor.CanFor(PlanningRights.Confirm, lead))
            await count.RunAsync(found.Task, report, "", ct);
        return await planning.TrySaveAsync(report.Id, ct);
    }

    private static List<string> Lines(string links) => [.. links.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    // A record number has no scheme; a link may only be one that a browser opens as a page.
    private static bool IsUnsafe(string line) => Uri.TryCreate(line, UriKind.Absolute, out var uri) && uri.Scheme is not ("http" or "https") || line.Length > 500;
}
