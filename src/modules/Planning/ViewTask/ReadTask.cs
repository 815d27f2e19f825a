using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.BindTargets;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Platform.Thread;

namespace Shuren.Planning.ViewTask;

/// <summary>Everything that a task's page shows; a fixed number of queries, however much hangs on it.</summary>
internal sealed class ReadTask(
    PlanningDb planning, ShurenDb house, PlanScope scope, FindPlanHead heads, ReadDeadlines deadlines, UnitNames units, IAccountDirectory accounts, ThreadReader thread, ThingNames names, ReadComputed computed, ReadOutlooks outlooks) : IHandler
{
    /// <summary>A report with the lead's word on it and its files.</summary>
    public sealed record Report(ProgressReport Said, ReportConfirmation? Word, IReadOnlyList<StoredFile> Files);

    /// <summary>A target with how far it is, and whether it will be met at the pace so far, where an indicator measures it.</summary>
    public sealed record Goal(TargetLine Target, TargetStanding Standing, TargetOutlook? Outlook);

    /// <summary>A change of the task's row, whoever made it.</summary>
    public sealed record Change(DateTime At, string Who, string Kind, string Why, string Changes);

    /// <summary>What the page shows.</summary>
    public sealed record View(
        PlanHead Plan, WorkTask Task, TaskLine Line, PlanBranch? Section, string Accountable, IReadOnlyList<Goal> Goals, IReadOnlyList<Milestone> Milestones, IReadOnlyList<DispatchStep> Dispatch,
        IReadOnlyList<Report> Reports, IReadOnlyList<Amendment> Amendments, IReadOnlyList<Change> Changes, IReadOnlyList<ThreadLink> Links, IReadOnlyDictionary<Ref, ThingName> Names, AnsweredTask? Answers, int? SourcePage, UnitBook Units, Deadlines Deadlines);

    /// <summary>The superior's task that this one answers.</summary>
    public sealed record AnsweredTask(Guid Id, string Number, string Title);

    /// <returns>Null when there is no such task for this actor.</returns>
    public async Task<View?> RunAsync(Guid id, CancellationToken ct)
    {
        var seen = scope.Tasks().AsNoTracking().Where(task => task.Id == id);
        if (await seen.FirstOrDefaultAsync(ct) is not { } task || await heads.RunAsync(task.PlanId, ct) is not { } plan)
            return null;
        var today = await deadlines.RunAsync(ct);
        var line = await seen.Lines(planning).SingleAsync(ct);
        var goals = await computed.RunAsync(await planning.Targets.AsNoTracking().Where(target => target.TaskId == id && target.DroppedAt == null && target.Status == PlanText.TargetStatus.Target)
            .OrderBy(target => target.Position).Lines(planning).ToListAsync(ct), ct);
        var ahead = await outlooks.RunAsync(goals.ConvertAll(goal => (goal, TargetDay.Of(goal, task.DueOn, plan))), ct);
        var reports = await ReportsAsync(id, ct);
        var section = task.SectionId is null ? null : await planning.Sections.AsNoTracking().Where(found => found.Id == task.SectionId).Branches(task.PlanId).FirstOrDefaultAsync(ct);
        var accountable = task.AccountableId is { } person ? (await accounts.FindAsync([person], ct)).GetValueOrDefault(person)?.Name ?? "" : "";
        var links = await thread.OfAsync(PlanningRefs.Task(id), ct);
        return new(plan, task, line, section, accountable, [.. goals.Select(goal => new Goal(goal, goal.StandingAt(plan.ElapsedOn(today.Today)), ahead.GetValueOrDefault(goal.Id)))],
            await planning.Milestones.AsNoTracking().Where(step => step.TaskId == id).OrderBy(step => step.DueOn).ThenBy(step => step.Id).ToListAsync(ct),
            await planning.DispatchSteps.AsNoTracking().Where(step => step.TaskId == id).OrderBy(step => step.On).ThenBy(step => step.Id).ToListAsync(ct),
            reports, await planning.Amendments.AsNoTracking().Where(change => change.TaskId == id).OrderByDescending(change => change.At).ThenBy(change => change.Id).ToListAsync(ct),
            await ChangesAsync(id, ct), links, await names.OfAsync(links.SelectMany(link => (Ref[])[Ref.Parse(link.FromRef), Ref.Parse(link.ToRef)]).Where(thing => thing.Room != "planning"), ct), await AnsweredAsync(task, ct), task.SourcePage,
            await units.RunAsync([.. line.Units, .. reports.Select(report => report.Said.UnitId)], ct), today);
    }

    private async Task<IReadOnlyList<Report>> ReportsAsync(Guid task, CancellationToken ct)
    {
        var said = await planning.Reports.AsNoTracking().Where(report => report.TaskId == task).OrderByDescending(report => report.On).ThenByDescending(report => report.At).ThenBy(report => report.Id)
            .Select(report => new { Report = report, Word = planning.Confirmations.FirstOrDefault(word => word.ReportId == report.Id) }).ToListAsync(ct);
        var owners = said.Select(report => PlanningRefs.Report(report.Report.Id).ToString()).ToArray();
        var files = (await house.Set<StoredFile>().AsNoTracking().Where(file => owners.Contains(file.Owner)).OrderBy(file => file.At).ThenBy(file => file.Id).ToListAsync(ct)).ToLookup(file => file.Owner);
        return [.. said.Select(report => new Report(report.Report, report.Word, [.. files[PlanningRefs.Report(report.Report.Id).ToString()]]))];
    }

    // The row's own audit; the reading of the document itself is not a change that anybody looks for.
    private async Task<IReadOnlyList<Change>> ChangesAsync(Guid task, CancellationToken ct)
    {
        var subject = new Ref("planning", nameof(WorkTask).ToLowerInvariant(), task).ToString();
        return await house.AuditEntries.Where(entry => entry.Subject == subject && entry.Action == "changed")
            .Join(house.Processes, entry => entry.ProcessId, act => act.Id, (entry, act) => new { entry, act })
            .OrderByDescending(found => found.act.At).ThenBy(found => found.entry.Id)
            .Select(found => new Change(found.act.At, found.act.ActorName, found.act.Kind, found.act.Why, found.entry.Changes)).Take(50).ToListAsync(ct);
    }

    private async Task<AnsweredTask?> AnsweredAsync(WorkTask task, CancellationToken ct) => task.AnswersTaskId is not { } above ? null
        : await scope.Tasks().AsNoTracking().Where(other => other.Id == above).Select(other => new AnsweredTask(other.Id, other.Number, other.Title)).FirstOrDefaultAsync(ct);
}
