using Shuren.Planning.EditReading;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;

namespace Shuren.Planning.RevisePlan;

/// <summary>Brings the tasks of a plan up to the amended document.</summary>
internal sealed class RevisedTasks(
    PlanningDb planning, PlanRows rows, (IReadOnlyList<PlanSection> All, IReadOnlyDictionary<Guid, Guid> ByRead) sections, RevisedTargets targets, AmendmentBook amendments, DateTime now)
{
    private const int Gap = 64;

    /// <param name="difference">What would change.</param>
    /// <param name="choices">What of it is taken.</param>
    /// <param name="suggested">Supporting units and dated steps of what was read.</param>
    /// <param name="withSteps">Tasks that have dated steps.</param>
    /// <returns>The counts, and the tasks that have new words.</returns>
    public (Revision Counts, IReadOnlyList<WorkTask> Fresh) Apply(PlanDifference difference, RevisionChoices choices, Suggested suggested, IReadOnlySet<Guid> withSteps)
    {
        foreach (var sentence in difference.Same.GroupBy(match => match.Now))
            Keep(sentence.Key, [.. sentence], difference.Document.Source.Text);
        var taken = difference.Changed.Where(match => choices.Take?.Contains(match.Task.Id) ?? !match.IsEdited).ToList();
        foreach (var match in taken)
        {
            Change(match.Task, rows.Tasks[match.Now].Row);
            // Steps that people keep for a task are theirs; one that has none gets those of the new words.
            if (!withSteps.Contains(match.Task.Id))
                AddSteps(match.Task, suggested.Milestones.Where(step => step.TaskId == rows.Tasks[match.Now].Row.Id));
        }
        foreach (var match in difference.Changed)
            Place(match.Task, rows.Tasks[match.Now].Row);
        var dropped = difference.Gone.Where(task => choices.Drop.Contains(task.Id)).ToList();
        foreach (var task in difference.Gone)
            Lose(task, dropped.Contains(task));
        List<WorkTask> added = [.. difference.Added.Select(at => Add(at, suggested))];
        Order(difference, added);
        if (difference.NeedsReason)
            TaskNumbers.Continue(sections.All, difference.Tasks, added);
        else
            TaskNumbers.Assign(sections.All, difference.Tasks.Concat(added));
        return (new(taken.Count, added.Count, dropped.Count), [.. taken.Select(match => match.Task), .. added]);
    }

    private IReadOnlyList<Target> ReadTargets(int at) => [.. rows.Targets.Where(target => target.TaskId == rows.Tasks[at].Row.Id)];

    /// <summary>The same words: only the place in the new text is taken, for each part of a sentence that was cut its own.</summary>
    private void Keep(int at, IReadOnlyList<MatchedTask> parts, string source)
    {
        var read = rows.Tasks[at].Row;
        targets.Keep(parts.Select(part => (Guid?)part.Task.Id), ReadTargets(at));
        foreach (var task in parts.Select(part => part.Task))
        {
            Place(task, read);
            var start = parts.Count > 1 ? read.Text.IndexOf(task.Text, StringComparison.Ordinal) : -1;
            if (start < 0 || read is not { SourceStart: { } from, SourceEnd: { } to })
                continue;
            task.SourceStart = Clauses.InSource(source, from, to, read.Text, start) ?? from;
            task.SourceEnd = Clauses.InSource(source, from, to, read.Text, start + task.Text.Length) ?? to;
        }
    }

    private void Place(WorkTask task, WorkTask read)
    {
        (task.SourceStart, task.SourceEnd, task.SourceLine, task.SourcePage) = (read.SourceStart, read.SourceEnd, read.SourceLine, read.SourcePage);
        task.SectionId = read.SectionId is { } section ? sections.ByRead[section] : null;
    }

    private void Change(WorkTask task, WorkTask read)
    {
        amendments.Note(task.Id, "text", task.Text, read.Text);
        if (task.Title == Headline.Of(task.Text))
        {
            amendments.Note(task.Id, "title", task.Title, read.Title);
            task.Title = read.Title;
        }
        task.Text = read.Text;
        if (!task.DueIsSet)
        {
            amendments.Note(task.Id, "due", task.DueOn, read.DueOn);
            (task.DueOn, task.DueReason) = (read.DueOn, read.DueReason);
        }
        task.DueWords = read.DueWords;
        targets.Change(task.Id, [.. rows.Targets.Where(target => target.TaskId == read.Id)], now);
    }

    /// <summary>A sentence that is gone has no place any more; the task stays unless somebody drops it.</summary>
    private void Lose(WorkTask task, bool drop)
    {
        (task.SourceStart, task.SourceEnd, task.SourceLine, task.SourcePage) = (null, null, null, null);
        if (!drop)
            return;
        task.DroppedAt = now;
        amendments.Note(task.Id, "task", task.Text, "");
    }

    private WorkTask Add(int at, Suggested suggested)
    {
        var task = rows.Tasks[at].Row;
        var read = ReadTargets(at);
        task.SectionId = task.SectionId is { } section ? sections.ByRead[section] : null;
        planning.Tasks.Add(task);
        planning.Supports.AddRange(suggested.Supports.Where(support => support.TaskId == task.Id));
        AddSteps(task, suggested.Milestones.Where(step => step.TaskId == task.Id));
        amendments.Note(task.Id, "task", "", task.Text);
        foreach (var target in read)
            targets.Add(task.Id, target);
        return task;
    }

    private void AddSteps(WorkTask task, IEnumerable<Milestone> read) =>
        planning.Milestones.AddRange(read.Where(step => step.DueOn <= task.DueOn).Select(step => new Milestone { TaskId = task.Id, DueOn = step.DueOn, Title = step.Title }));

    /// <summary>The order of the document; what is not in it stays behind its old neighbour.</summary>
    private static void Order(PlanDifference difference, List<WorkTask> added)
    {
        var places = difference.Same.Concat(difference.Changed).ToLookup(match => match.Now, match => match.Task);
        var fresh = difference.Added.Zip(added).ToDictionary(pair => pair.First, pair => pair.Second);
        var ordered = Enumerable.Range(0, difference.Reading.Tasks.Count)
            .SelectMany(at => fresh.TryGetValue(at, out var task) ? Enumerable.Repeat(task, 1) : places[at].OrderBy(old => old.Position)).Distinct().ToList();
        foreach (var (task, before) in difference.Tasks.Zip(difference.Tasks.Prepend(null)))
        {
            if (!ordered.Contains(task))
                ordered.Insert(before is null ? 0 : ordered.IndexOf(before) + 1, task);
        }
        for (var at = 0; at < ordered.Count; at++)
            ordered[at].Position = at * Gap;
    }
}
