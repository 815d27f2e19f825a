using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;

namespace Shuren.Planning.RevisePlan;

/// <summary>Brings the numbers of tasks up to the amended document. A number whose words are the same is left as people have it.</summary>
internal sealed class RevisedTargets
{
    private readonly PlanningDb planning;
    private readonly AmendmentBook amendments;
    private readonly ILookup<Guid?, Target> standing;
    private int next;

    private RevisedTargets(PlanningDb planning, AmendmentBook amendments, List<Target> targets) =>
        (this.planning, this.amendments, standing, next) = (planning, amendments, targets.ToLookup(target => target.TaskId), targets.Count == 0 ? 0 : targets.Max(target => target.Position) + 1);

    public static async Task<RevisedTargets> LoadAsync(PlanningDb planning, Guid plan, AmendmentBook amendments, CancellationToken ct) =>
        new(planning, amendments, await planning.Targets.Where(target => target.PlanId == plan).OrderBy(target => target.Position).ToListAsync(ct));

    /// <summary>The sentence is the same: only places move.</summary>
    /// <param name="tasks">The tasks that make up the sentence.</param>
    /// <param name="read">Its numbers.</param>
    public void Keep(IEnumerable<Guid?> tasks, IEnumerable<Target> read)
    {
        var open = tasks.SelectMany(task => standing[task]).ToList();
        foreach (var now in read)
        {
            if (open.Find(old => old.Quote == now.Quote) is not { } found)
                continue;
            open.Remove(found);
            (found.SourceStart, found.SourceEnd) = (now.SourceStart, now.SourceEnd);
        }
    }

    /// <summary>The sentence is another: numbers that go on are changed, those that are gone dropped, new ones added.</summary>
    public void Change(Guid task, IReadOnlyList<Target> read, DateTime now)
    {
        var open = standing[task].ToList();
        foreach (var target in read)
        {
            if (Standing(open, target) is not { } found)
            {
                Add(task, target);
                continue;
            }
            open.Remove(found);
            if (found.Quote != target.Quote)
                Take(found, target, task);
            (found.SourceStart, found.SourceEnd) = (target.SourceStart, target.SourceEnd);
        }
        // One that was typed by hand has no words in the document and stays.
        foreach (var gone in open.Where(target => target is { DroppedAt: null, Quote.Length: > 0 }))
        {
            amendments.Note(task, "target", gone.Quote, "");
            (gone.DroppedAt, gone.SourceStart, gone.SourceEnd) = (now, null, null);
        }
    }

    /// <summary>Takes a number that was read for a task.</summary>
    public void Add(Guid task, Target read)
    {
        (read.TaskId, read.SectionId, read.Position) = (task, null, next++);
        planning.Targets.Add(read);
        amendments.Note(task, "target", "", read.Quote);
    }

    /// <summary>
    /// Numbers outside of tasks: the same words stay as people have them, wherever they hang now; new ones are added; those that are gone
    /// are dropped. They have no task whose old wording could keep them, so the audit does.
    /// </summary>
    public void Outside(IReadOnlyList<Target> read, IReadOnlyDictionary<Guid, Guid> sections, DateTime now)
    {
        var (open, hung) = (standing[null].ToList(), standing.SelectMany(targets => targets).ToLookup(target => target.Quote, StringComparer.Ordinal));
        foreach (var target in read)
        {
            var section = target.SectionId is { } id ? sections[id] : (Guid?)null;
            if (open.Find(old => old.Quote == target.Quote) is { } found)
            {
                open.Remove(found);
                (found.SectionId, found.SourceStart, found.SourceEnd) = (section, target.SourceStart, target.SourceEnd);
            }
            else if (!hung[target.Quote].Any())
            {
                (target.SectionId, target.Position) = (section, next++);
                planning.Targets.Add(target);
            }
        }
        foreach (var gone in open.Where(target => target is { DroppedAt: null, Quote.Length: > 0 }))
            (gone.DroppedAt, gone.SourceStart, gone.SourceEnd) = (now, null, null);
    }

    private static Target? Standing(List<Target> open, Target read) =>
        open.Find(old => old.Quote == read.Quote)
        ?? open.Find(old => old.Indicator == read.Indicator)
        ?? open.Find(old => old.Kind == read.Kind && old.Unit == read.Unit && old.Quote.Length > 0);

    private void Take(Target target, Target read, Guid task)
    {
        amendments.Note(task, "target", target.Quote, read.Quote);
        (target.Indicator, target.Kind, target.Value, target.UpperValue, target.Unit) = (read.Indicator, read.Kind, read.Value, read.UpperValue, read.Unit);
        (target.Comparator, target.Deadline, target.Status, target.Quote) = (read.Comparator, read.Deadline, read.Status, read.Quote);
    }
}
