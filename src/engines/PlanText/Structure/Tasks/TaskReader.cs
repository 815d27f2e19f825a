using Shuren.PlanText.Dates;
using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Outline;
using Shuren.PlanText.Structure.Owners;

namespace Shuren.PlanText.Structure.Tasks;

/// <summary>Walks through headings, sentences and notes in reading order and tells which sentences are tasks.</summary>
internal sealed class TaskReader(DocumentHead head, Func<Passage, Place> place)
{
    private readonly SectionTree tree = new(head, place);
    private readonly List<TaskDraft> tasks = [];
    private readonly List<Sentence> sentences = [];
    private HashSet<int> closing = [];
    private HashSet<int> headed = [];
    private bool hasHeadings;
    private int noted;
    private (int From, int To) lastNoted;

    /// <summary>A task before the notes behind it are read.</summary>
    private sealed record TaskDraft(string Id, string? Section, Passage Words, int Paragraph, OwnerNote? Heading)
    {
        public OwnerNote? Note { get; set; }
    }

    internal IReadOnlyList<PlanSection> Sections => tree.Sections;

    internal IReadOnlyList<Sentence> Read(IReadOnlyList<Item> items)
    {
        closing = ClosingWords.Find(items);
        headed = Headed(items);
        hasHeadings = headed.Contains(-1) || items.Any(i => i is DistrictItem);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is DistrictItem)
                hasHeadings = headed.Contains(i);
            Read(items[i]);
        }

        return sentences;
    }

    internal IReadOnlyList<PlanTask> Tasks() => [.. tasks.Select(Finish)];

    /// <summary>The beginnings of those districts' plans that have headings; -1 is what stands above the first district.</summary>
    private static HashSet<int> Headed(IReadOnlyList<Item> items)
    {
        var (begins, found) = (-1, new HashSet<int>());
        for (var i = 0; i < items.Count; i++)
        {
            begins = items[i] is DistrictItem ? i : begins;
            if (items[i] is HeadingItem)
                found.Add(begins);
        }

        return found;
    }

    private void Read(Item item)
    {
        switch (item)
        {
            case DistrictItem district:
                tree.Enter(district.Name);
                noted = tasks.Count;
                lastNoted = default;
                break;
            case HeadingItem heading:
                tree.Add(heading);
                noted = tasks.Count;
                lastNoted = default;
                break;
            case SentenceItem sentence:
                ReadSentence(sentence);
                break;
            case RowItem row:
                ReadRow(row);
                break;
            case ValueItem value:
                sentences.Add(new(value.Words.Text, value.Words.Offsets, tree.Current?.Id, null, value.IsPlanned));
                break;
            case NoteItem note:
                Apply(note);
                break;
        }
    }

    private void ReadSentence(SentenceItem sentence)
    {
        var isTask = IsTask(sentence);
        if (isTask)
            AddTask(sentence.Words, sentence.Paragraph, sentence.Note);
        var before = tasks.Count > 0 && tasks[^1].Section == tree.Current?.Id && tree.Current is not null ? tasks[^1].Id : null;
        Say(sentence.Words, isTask || (tree.IsPlan && IsBareExpectation(sentence)) ? before ?? (isTask ? tasks[^1].Id : null) : null);
    }

    private bool IsTask(SentenceItem sentence)
    {
        var plain = sentence.Words.Plain;
        // What is numbered is no preamble, though the only headings stand further down.
        var isPreamble = hasHeadings && tree.Current is null && !sentence.IsNumbered;
        if (!tree.IsPlan || isPreamble || tree.IsGuiding || closing.Contains(sentence.Paragraph))
            return false;
        return !ActionWords.TellPast(sentence.Words, head.Period.Year) && !PartNames.IsBackground(plain) && !PartNames.IsGeneral(plain) && !PartNames.IsExhortation(plain)
            && ActionWords.NameAction(sentence.Words, tree.IsAim);
    }

    /// <summary>到2026年底，合格率达到95%以上。 belongs to the task before it.</summary>
    private bool IsBareExpectation(SentenceItem sentence) =>
        tree.Current is not null && !closing.Contains(sentence.Paragraph) && !PartNames.IsBackground(sentence.Words.Plain) && !PartNames.IsGeneral(sentence.Words.Plain);

    private void ReadRow(RowItem row)
    {
        if (!tree.IsPlan)
        {
            Say(row.Text, null);
            return;
        }

        if (row.IsTask || ActionWords.NameAction(row.Text, tree.IsAim))
            AddTask(row.Text, -1, row.Note);
        noted = tasks.Count;
        var task = tasks.Count > 0 ? tasks[^1].Id : null;
        Say(row.Text, task);
        foreach (var (words, year) in row.Others)
            sentences.Add(new(words.Text, words.Offsets, tree.Current?.Id, task, tree.IsPlan) { Due = year, About = row.Text.Text });
    }

    private void AddTask(Passage words, int paragraph, OwnerNote? note) =>
        tasks.Add(new($"t{tasks.Count + 1}", tree.Current?.Id, words, paragraph, tree.Note) { Note = note });

    private void Say(Passage words, string? task) => sentences.Add(new(words.Text, words.Offsets, tree.Current?.Id, task, tree.IsPlan));

    /// <summary>
    /// A note inside or behind a paragraph is for the tasks of this paragraph that have none yet;
    /// a note on a line of its own for all since the last heading or note.
    /// </summary>
    private void Apply(NoteItem item)
    {
        var from = tasks.Count;
        while (from > noted && (item.IsAlone || tasks[from - 1].Paragraph == item.Paragraph))
            from--;
        var (first, last) = from < tasks.Count ? (from, tasks.Count) : lastNoted;
        for (var i = first; i < last; i++)
            tasks[i].Note = OwnerNote.Merge(tasks[i].Note, item.Note);
        lastNoted = (first, last);
        noted = tasks.Count;
    }

    private static Due? Noted(OwnerNote? note, int? year) => note?.Due is { Length: > 0 } words
        ? DueWords.Find(words, year) is { } read ? read with { Words = words } : new Due(words, 0, null)
        : null;

    /// <summary>A date in the sentence itself outranks the one in the paragraph's bracket.</summary>
    private PlanTask Finish(TaskDraft draft)
    {
        var year = head.Period.Year;
        var note = OwnerNote.Merge(draft.Note, draft.Heading is { } outer ? outer with { Due = null } : null);
        var own = DueWords.Find(draft.Words.Text, year);
        var due = own is { IsSharp: true } ? own : Noted(note, year) ?? own ?? (draft.Heading?.Due is { } outerDue ? DueWords.Find(outerDue, year) : null);
        return new(draft.Id, draft.Section, draft.Words.Text, note?.Lead, note?.Support ?? [], due?.Words, head.Period.InSchoolYear(due), place(draft.Words));
    }
}
