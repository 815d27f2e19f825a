using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Thread;

namespace Shuren.Planning.RevisePlan;

/// <summary>What is taken over from an amended document.</summary>
/// <param name="Take">Changed tasks that get the new words; null for all whose words nobody has edited.</param>
/// <param name="Drop">Tasks that are gone from the document and shall be dropped.</param>
/// <param name="Reason">Why; needed once the plan has been sent round or published.</param>
internal sealed record RevisionChoices(IReadOnlySet<Guid>? Take, IReadOnlySet<Guid> Drop, string Reason);

/// <summary>What was done.</summary>
internal sealed record Revision(int Changed, int Added, int Dropped);

/// <summary>
/// Updates a plan from an amended document, in one transaction. What people have set stays: leads, supporting units, dates, who answers,
/// what was accepted or dropped, progress. Once a plan is out, each change of words is an amendment with its reason.
/// </summary>
internal sealed class RevisePlan(PlanningDb planning, ComparePlan compare, SuggestForTasks suggest, ThreadReader thread, Process process) : IHandler
{
    /// <returns>The counts, or <c>ReasonMissing</c>, <c>EditedMeanwhile</c> and what <see cref="ComparePlan"/> refuses.</returns>
    public async Task<Outcome<Revision>> RunAsync(Guid planId, PlanDocument document, RevisionChoices choices, CancellationToken ct)
    {
        var compared = await compare.RunAsync(planId, document, ct);
        if (!compared.Succeeded)
            return compared.Refusals.ToList();
        var difference = compared.Value;
        if (difference.NeedsReason && string.IsNullOrWhiteSpace(choices.Reason))
            return new Refusal("ReasonMissing", nameof(RevisionChoices.Reason));
        process.Begin("planning.revise-plan", new Ref("planning", "plan", planId), choices.Reason.Trim());
        var source = await AddSourceAsync(difference, document, ct);
        var rows = new PlanRows(planId, difference.Reading);
        var suggested = await suggest.RunAsync(rows.Tasks, rows.Sections, (difference.Plan.Year, difference.Plan.EndYear), ct);
        var withSteps = await planning.Milestones.Where(step => planning.Tasks.Any(task => task.Id == step.TaskId && task.PlanId == planId)).Select(step => step.TaskId).Distinct().ToListAsync(ct);
        var amendments = new AmendmentBook(difference.NeedsReason, planId, choices.Reason.Trim(), process);
        var sections = await new RevisedSections(planning).ApplyAsync(planId, rows.Sections, difference, ct);
        var targets = await RevisedTargets.LoadAsync(planning, planId, amendments, ct);
        var done = new RevisedTasks(planning, rows, sections, targets, amendments, process.At).Apply(difference, choices, suggested, withSteps.ToHashSet());
        targets.Outside([.. rows.Targets.Where(target => target.TaskId is null)], sections.ByRead, process.At);
        planning.Amendments.AddRange(amendments.Entries);
        Tie(difference.Plan, source, done.Fresh);
        return await planning.TrySaveAsync(done.Counts, ct);
    }

    private async Task<PlanSource> AddSourceAsync(PlanDifference difference, PlanDocument document, CancellationToken ct)
    {
        var text = difference.Document.Source;
        var source = new PlanSource
        {
            PlanId = difference.Plan.Id, Edition = 1 + await planning.Sources.Where(row => row.PlanId == difference.Plan.Id).MaxAsync(row => (int?)row.Edition, ct) ?? 1,
            FileName = text.FileName, FileId = document.Kept, Text = text.Text, PageStarts = PageStarts.Of(text), At = process.At,
        };
        planning.Sources.Add(source);
        return source;
    }

    private void Tie(WorkPlan plan, PlanSource source, IEnumerable<WorkTask> fresh)
    {
        var clause = new Ref("planning", "plansource", source.Id);
        thread.Tie(clause, plan.Title, ThreadRelation.Derives, new Ref("planning", "plan", plan.Id), plan.Title);
        foreach (var task in fresh)
            thread.Tie(clause, task.Text, ThreadRelation.Derives, new Ref("planning", "task", task.Id), task.Title);
    }
}
