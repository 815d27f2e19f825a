using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Contracts.Planning;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Outbox;
using Shuren.Platform.Processes;
using Shuren.Platform.Thread;

namespace Shuren.Planning.AmendTask;

/// <summary>
/// Edits a task. While its plan is a draft that is all; once the plan is published every change needs a reason, and the old wording
/// is kept as amendments. In between nobody edits: what the leads sign must stay as they saw it.
/// </summary>
internal sealed class AmendTask(
    PlanningDb planning, FindTaskAtHand find, ReachOfBureau reach, IUnitDirectory units, IAccountDirectory accounts, ThreadReader thread, EventTeller events, Process process) : IHandler
{
    /// <param name="id">The task.</param>
    /// <param name="wording">How it shall stand.</param>
    /// <param name="reason">Why; may be empty before publication.</param>
    /// <param name="seenVersion">The version that the editor had before the eyes; null does not ask.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid id, TaskWording wording, string reason, long? seenVersion, CancellationToken ct)
    {
        if (await find.RunAsync(id, ct) is not { } found)
            return new Refusal("TaskUnknown");
        if (!await reach.RunAsync(PlanningRights.Edit, ct))
            return new Refusal("NotYours");
        if (seenVersion is { } seen && seen != found.Task.Version)
            return new Refusal("EditedMeanwhile");
        var names = await units.FindAsync([.. new[] { found.Task.LeadUnitId, wording.Lead }.OfType<Guid>().Concat(found.Supports).Concat(wording.Supports).Distinct()], ct);
        var superior = wording.Answers is { } answers ? await SuperiorAsync(answers, ct) : null;
        var people = await accounts.FindAsync([.. new[] { found.Task.AccountableId, wording.Accountable }.OfType<Guid>().Distinct()], ct);
        if (wording.Accountable is { } person && !people.ContainsKey(person))
            return new Refusal("AccountableUnknown", "accountable");
        if (Refused(found, wording, names, superior) is { Count: > 0 } refusals)
            return refusals;
        var targets = await planning.Targets.Where(target => target.TaskId == id && target.DroppedAt == null && wording.Targets.Keys.Contains(target.Id)).ToListAsync(ct);
        var changes = Differences(found, wording, targets, (names, people));
        var answersAnother = wording.Answers != found.Task.AnswersTaskId;
        if (changes.Count == 0 && !answersAnother)
            return new Done();
        if (found.Life.IsPublished && changes.Count > 0 && string.IsNullOrWhiteSpace(reason))
            return new Refusal("ReasonMissing", "reason");
        process.Begin("planning.amend-task", PlanningRefs.Task(id), reason.Trim());
        if (found.Life.IsPublished && wording.Lead is { } lead && lead != found.Task.LeadUnitId)
            events.Say(new TaskAssigned(id, lead));
        await WriteAsync(found, wording, targets, ct);
        if (answersAnother)
            Answer(found.Task, superior);
        if (found.Life.IsPublished && changes.Count > 0)
            await KeepAsync(found.Task, changes, reason.Trim(), ct);
        return await planning.TrySaveAsync(new Done(), ct);
    }

    private async Task<WorkTask?> SuperiorAsync(Guid id, CancellationToken ct) => await planning.Tasks.AsNoTracking()
        .FirstOrDefaultAsync(task => task.Id == id && task.DroppedAt == null && planning.Plans.Any(plan => plan.Id == task.PlanId && plan.Kind == PlanKind.Superior), ct);

    private static List<Refusal> Refused(TaskAtHand found, TaskWording wording, IReadOnlyDictionary<Guid, UnitCard> names, WorkTask? superior)
    {
        if (found.Life.IsCirculating)
            return [new("PlanCirculating")];
        if (found.Life.State == PlanState.Closed)
            return [new("PlanClosed")];
        (bool Wrong, Refusal Why)[] checks =
        [
            (wording.Title.Trim().Length is 0 or > TaskWording.TitleLength, new("TitleForm", "title", TaskWording.TitleLength)),
            (string.IsNullOrWhiteSpace(wording.Text), new("TextMissing", "text")),
            (wording.Lead is { } lead && !names.ContainsKey(lead), new("UnitUnknown", "lead")),
            (wording.Supports.Any(unit => !names.ContainsKey(unit)), new("UnitUnknown", "supports")),
            (wording.Lead is { } leading && wording.Supports.Contains(leading), new("LeadSupportsItself", "supports")),
            (found.Life.IsPublished && wording.Lead is null && found.Task.LeadUnitId is not null, new("LeadMissing", "lead")),
            (found.Life.IsPublished && wording.DueOn is null && found.Task.DueOn is not null, new("DueMissing", "dueOn")),
            (wording.DueOn is { } due && (due.Year < found.Plan.Year || due.Year > found.Plan.EndYear + 1), new("DueOutsidePlan", "dueOn", found.Plan.Year, found.Plan.EndYear)),
            (wording.Answers is not null && superior is null, new("AnswersUnknown", "answers")),
        ];
        return [.. checks.Where(check => check.Wrong).Select(check => check.Why)];
    }

    private static List<Difference> Differences(TaskAtHand found, TaskWording wording, IEnumerable<Target> targets, (IReadOnlyDictionary<Guid, UnitCard> Units, IReadOnlyDictionary<Guid, AccountCard> People) names)
    {
        var task = found.Task;
        Difference[] fields =
        [
            new("title", task.Title, wording.Title.Trim()), new("text", task.Text, wording.Text.Trim()), new("lead", Name(task.LeadUnitId), Name(wording.Lead)),
            new("accountable", Person(task.AccountableId), Person(wording.Accountable)), new("support", Names(found.Supports), Names(wording.Supports)), new("due", Day(task.DueOn), Day(wording.DueOn)),
            .. targets.Select(target => new Difference("target", Number(target, target.Value), Number(target, wording.Targets[target.Id]))),
        ];
        return [.. fields.Where(field => field.Before != field.After)];

        string Name(Guid? unit) => unit is { } known ? names.Units[known].Name : "";
        string Person(Guid? person) => person is { } known ? names.People.GetValueOrDefault(known)?.Name ?? "" : "";
        string Names(IEnumerable<Guid> some) => string.Join('、', some.Distinct().Select(unit => names.Units[unit]).OrderBy(unit => unit.Order).ThenBy(unit => unit.Id).Select(unit => unit.Name));
        static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
        static string Number(Target target, double? value) => string.Create(CultureInfo.InvariantCulture, $"{target.Indicator} {value}{target.Unit}");
    }

    private async Task WriteAsync(TaskAtHand found, TaskWording wording, List<Target> targets, CancellationToken ct)
    {
        var task = found.Task;
        (task.Title, task.Text) = (wording.Title.Trim(), wording.Text.Trim());
        if (task.LeadUnitId != wording.Lead)
            (task.LeadUnitId, task.LeadIsSet, task.LeadReason) = (wording.Lead, true, "");
        if (task.DueOn != wording.DueOn)
            (task.DueOn, task.DueIsSet, task.DueReason) = (wording.DueOn, true, "");
        task.AccountableId = wording.Accountable;
        planning.Supports.RemoveRange(await planning.Supports.Where(row => row.TaskId == task.Id && !wording.Supports.Contains(row.UnitId)).ToListAsync(ct));
        planning.Supports.AddRange(wording.Supports.Distinct().Except(found.Supports).Select(unit => new TaskSupport { TaskId = task.Id, UnitId = unit }));
        foreach (var target in targets)
            target.Value = wording.Targets[target.Id];
    }

    private void Answer(WorkTask task, WorkTask? superior)
    {
        task.AnswersTaskId = superior?.Id;
        if (superior is not null)
            thread.Tie(PlanningRefs.Task(superior.Id), superior.Title, ThreadRelation.Derives, PlanningRefs.Task(task.Id), task.Title);
    }

    // An amendment also answers the leads that had asked for it.
    private async Task KeepAsync(WorkTask task, List<Difference> changes, string reason, CancellationToken ct)
    {
        planning.Amendments.AddRange(changes.Select(change => new Amendment
        {
            PlanId = task.PlanId, TaskId = task.Id, Field = change.Field, Before = change.Before, After = change.After, Reason = reason, By = process.Actor.Name, At = process.At,
        }));
        foreach (var request in await planning.ChangeRequests.Where(request => request.TaskId == task.Id && request.AnsweredAt == null).ToListAsync(ct))
            request.Grant(reason, process.At);
    }

    /// <summary>A field with its wording before and after.</summary>
    private sealed record Difference(string Field, string Before, string After);
}
