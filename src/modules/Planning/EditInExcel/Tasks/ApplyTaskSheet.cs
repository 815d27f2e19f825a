using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Ui;

namespace Shuren.Planning.EditInExcel.Tasks;

/// <summary>Writes what a sheet changes, all or nothing. In a published plan it needs a reason and keeps what stood there.</summary>
internal sealed class ApplyTaskSheet(PlanningDb planning, FindPlanHead heads, UnitNames units, IAccountDirectory accounts, Process process, Actor actor) : IHandler
{
    /// <returns>How many tasks were changed.</returns>
    public async Task<Outcome<int>> RunAsync(Guid plan, IReadOnlyList<TaskChange> changes, string reason, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Edit) || await heads.RunAsync(plan, ct) is not { } head || head.State == PlanState.Closed)
            return new Refusal("NotYours");
        if (head.State == PlanState.Published && string.IsNullOrWhiteSpace(reason))
            return new Refusal("SheetReason", "Reason");
        var ids = changes.Select(change => change.Task).ToArray();
        var tasks = await planning.Tasks.Where(task => task.PlanId == plan && task.DroppedAt == null && ids.Contains(task.Id)).ToDictionaryAsync(task => task.Id, ct);
        if (changes.Any(change => !tasks.TryGetValue(change.Task, out var task) || task.Version != change.Version))
            return new Refusal("EditedMeanwhile");
        // The check page's rows came back through the browser: every id is looked at once more.
        var book = await units.RunAsync([], ct);
        var people = changes.Select(change => change.Accountable).OfType<Guid>().Distinct().ToArray();
        if (book.InOrder(changes.SelectMany(Named)).Count != changes.SelectMany(Named).Distinct().Count() || (await accounts.FindAsync(people, ct)).Count != people.Length)
            return new Refusal("EditedMeanwhile");
        var supports = (await planning.Supports.Where(support => ids.Contains(support.TaskId)).ToListAsync(ct)).ToLookup(support => support.TaskId);
        process.Begin("planning.edit-in-excel", PlanningRefs.Plan(plan), reason);
        var names = await accounts.FindAsync([.. changes.Select(change => change.Accountable).Concat(tasks.Values.Select(task => task.AccountableId)).OfType<Guid>().Distinct()], ct);
        foreach (var change in changes)
        {
            Amend(head, tasks[change.Task], "accountable", NameOf(tasks[change.Task].AccountableId, names), NameOf(change.Accountable, names), reason);
            Apply(tasks[change.Task], [.. supports[change.Task]], change, head, reason, book);
        }
        return await planning.TrySaveAsync(changes.Count, ct);
    }

    private static string NameOf(Guid? person, IReadOnlyDictionary<Guid, AccountCard> names) => person is { } id ? names.GetValueOrDefault(id)?.Name ?? "" : "";

    private static IEnumerable<Guid> Named(TaskChange change) => change.Lead is { } lead ? [lead, .. change.Supports] : change.Supports;

    private void Apply(WorkTask task, IReadOnlyList<TaskSupport> supports, TaskChange change, PlanHead plan, string reason, UnitBook book)
    {
        var before = supports.Select(support => support.UnitId).ToHashSet();
        Amend(plan, task, "lead", book.Of(task.LeadUnitId), book.Of(change.Lead), reason);
        Amend(plan, task, "support", string.Join(ViewText.ListComma, book.Of(before)), string.Join(ViewText.ListComma, book.Of(change.Supports)), reason);
        Amend(plan, task, "due", task.DueOn is { } old ? Wording.FullDay(old) : "", change.Due is { } due ? Wording.FullDay(due) : "", reason);
        if (task.LeadUnitId != change.Lead)
            (task.LeadUnitId, task.LeadIsSet, task.LeadReason) = (change.Lead, true, "");
        if (task.DueOn != change.Due)
            (task.DueOn, task.DueIsSet, task.DueReason) = (change.Due, true, "");
        (task.AccountableId, task.IsPublic) = (change.Accountable, change.IsPublic);
        planning.Supports.RemoveRange(supports.Where(support => !change.Supports.Contains(support.UnitId)));
        planning.Supports.AddRange(change.Supports.Where(unit => !before.Contains(unit)).Select(unit => new TaskSupport { TaskId = task.Id, UnitId = unit }));
    }

    private void Amend(PlanHead plan, WorkTask task, string field, string before, string after, string reason)
    {
        if (plan.State == PlanState.Published && before != after)
            planning.Amendments.Add(new() { PlanId = plan.Id, TaskId = task.Id, Field = field, Before = before, After = after, Reason = reason.Trim(), By = actor.Name, At = process.At });
    }
}
