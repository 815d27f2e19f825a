using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;
using Shuren.PlanText;

namespace Shuren.Planning.RevisePlan;

/// <summary>A standing task and the sentence that it is now.</summary>
/// <param name="Task">The task.</param>
/// <param name="Now">Index of the sentence in the new reading.</param>
/// <param name="IsEdited">True where a person has changed the document's words: then theirs stand unless somebody takes the new ones.</param>
internal sealed record MatchedTask(WorkTask Task, int Now, bool IsEdited);

/// <summary>What an amended document would change in a plan.</summary>
internal sealed record PlanDifference(
    WorkPlan Plan, bool NeedsReason, DocumentReading Document, IReadOnlyList<WorkTask> Tasks, IReadOnlyList<MatchedTask> Same, IReadOnlyList<MatchedTask> Changed,
    IReadOnlyList<int> Added, IReadOnlyList<WorkTask> Gone, IReadOnlySet<Guid> Moved)
{
    public WorkPlanReading Reading => Document.Reading;

    public bool IsEmpty => Changed.Count + Added.Count + Gone.Count + Moved.Count == 0;
}

/// <summary>Compares a plan with an amended document. Writes nothing.</summary>
internal sealed class ComparePlan(PlanningDb planning, Actor actor) : IHandler
{
    /// <returns>The difference, or <c>NotYours</c>, <c>PlanUnknown</c>, <c>PlanIsOver</c> and what <see cref="DocumentReader"/> refuses.</returns>
    public async Task<Outcome<PlanDifference>> RunAsync(Guid planId, PlanDocument document, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Edit))
            return new Refusal("NotYours");
        if (await planning.Plans.FirstOrDefaultAsync(row => row.Id == planId, ct) is not { } plan)
            return new Refusal("PlanUnknown");
        var last = await planning.Steps.Where(step => step.PlanId == planId && step.Kind != PlanStepKind.Countersignature)
            .OrderByDescending(step => step.At).ThenByDescending(step => step.Id).Select(step => (PlanStepKind?)step.Kind).FirstOrDefaultAsync(ct);
        if (last == PlanStepKind.Closure)
            return new Refusal("PlanIsOver");
        var read = await DocumentReader.ReadAsync(document, ct);
        if (!read.Succeeded)
            return read.Refusals.ToList();
        var (reading, source) = (PartOf(read.Value.Reading, plan), await planning.Sources.Where(row => row.PlanId == planId).OrderByDescending(row => row.Edition).Select(row => row.Text).FirstOrDefaultAsync(ct));
        var tasks = await planning.Tasks.Where(task => task.PlanId == planId).OrderBy(task => task.Position).ThenBy(task => task.Id).ToListAsync(ct);
        return Compare(plan, last is not (null or PlanStepKind.Return), read.Value with { Reading = reading }, tasks, source ?? "");
    }

    private static WorkPlanReading PartOf(WorkPlanReading reading, WorkPlan plan) =>
        plan.District is { } district && reading.Districts.Count > 1 && reading.Districts.Contains(district) ? DistrictPart.Of(reading, district) : reading;

    private static PlanDifference Compare(WorkPlan plan, bool needsReason, DocumentReading document, List<WorkTask> tasks, string source)
    {
        List<string> words = [.. tasks.Select(task => SentenceOf(task, source))];
        var found = TextMatch.Find(words, [.. document.Reading.Tasks.Select(task => task.Text)]);
        // A task added by hand is nobody's sentence: another wording is another task.
        var changed = found.Changed.Where(pair => tasks[pair.Old].Origin == TaskOrigin.Document).ToList();
        var matched = found.Same.Concat(changed).ToList();
        var (kept, read) = (matched.Select(pair => pair.Old).ToHashSet(), matched.Select(pair => pair.New).ToHashSet());
        MatchedTask Of((int Old, int New) pair) => new(tasks[pair.Old], pair.New, TextMatch.Plain(words[pair.Old]) != TextMatch.Plain(tasks[pair.Old].Text));
        return new(
            plan, needsReason, document, tasks, [.. found.Same.Select(Of)], [.. changed.Where(pair => tasks[pair.Old].DroppedAt is null).Select(Of)],
            [.. Enumerable.Range(0, document.Reading.Tasks.Count).Where(at => !read.Contains(at))],
            [.. tasks.Where((task, at) => task is { Origin: TaskOrigin.Document, DroppedAt: null } && !kept.Contains(at))], MovedOf(matched, tasks));
    }

    /// <summary>
    /// The document's own sentence: that of the source where somebody has changed the task's words. Between the sentences of a joined task
    /// the source may have a heading, so each is looked for by itself.
    /// </summary>
    private static string SentenceOf(WorkTask task, string source)
    {
        if (task is not { SourceStart: { } start, SourceEnd: { } end } || start < 0 || end <= start || end > source.Length)
            return task.Text;
        var printed = source[start..end];
        var plain = TextMatch.Plain(printed);
        return task.Text.Split('。').All(sentence => plain.Contains(TextMatch.Plain(sentence), StringComparison.Ordinal)) ? task.Text : printed;
    }

    /// <summary>Those that left the longest run of tasks that kept their order.</summary>
    private static HashSet<Guid> MovedOf(List<(int Old, int New)> matched, List<WorkTask> tasks)
    {
        var inOrder = matched.OrderBy(pair => pair.Old).ToList();
        var (best, from) = (new int[inOrder.Count], new int[inOrder.Count]);
        for (var at = 0; at < inOrder.Count; at++)
        {
            (best[at], from[at]) = (1, -1);
            for (var before = 0; before < at; before++)
            {
                if (inOrder[before].New <= inOrder[at].New && best[before] + 1 > best[at])
                    (best[at], from[at]) = (best[before] + 1, before);
            }
        }
        var moved = inOrder.Select(pair => tasks[pair.Old]).Where(task => task.DroppedAt is null).Select(task => task.Id).ToHashSet();
        for (var at = best.Length == 0 ? -1 : Array.IndexOf(best, best.Max()); at >= 0; at = from[at])
            moved.Remove(tasks[inOrder[at].Old].Id);
        return moved;
    }
}
