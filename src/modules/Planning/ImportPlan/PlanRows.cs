using Shuren.Planning.Model;
using Shuren.PlanText;
using PlanSection = Shuren.Planning.Model.PlanSection;

namespace Shuren.Planning.ImportPlan;

/// <summary>A reading as rows of one plan: sections, tasks, targets in reading order, each with its place in the text.</summary>
internal sealed class PlanRows
{
    private readonly Guid plan;
    private readonly Dictionary<string, Guid> sectionIds = [];
    private readonly Dictionary<string, Guid> taskIds = [];

    /// <param name="plan">The plan that gets the rows.</param>
    /// <param name="reading">What was read, or one district's part of it.</param>
    public PlanRows(Guid plan, WorkPlanReading reading)
    {
        this.plan = plan;
        Sections = [.. reading.Sections.Select(SectionOf)];
        Tasks = [.. reading.Tasks.Select(TaskOf)];
        Targets = [.. reading.Targets.Select(TargetOf)];
        TaskNumbers.Assign(Sections, Tasks.Select(task => task.Row));
    }

    public IReadOnlyList<PlanSection> Sections { get; }

    /// <summary>Each task with what the document itself says about lead and date.</summary>
    public IReadOnlyList<TaskRow> Tasks { get; }

    public IReadOnlyList<Target> Targets { get; }

    private PlanSection SectionOf(Shuren.PlanText.PlanSection read, int position)
    {
        var section = new PlanSection
        {
            PlanId = plan, ParentId = Known(sectionIds, read.Parent), Position = position, Level = read.Level, Marker = read.Marker, Title = read.Title, IsPlan = read.IsPlan,
            SourceStart = read.Place.Start, SourceEnd = read.Place.End, SourcePage = read.Place.Page,
        };
        sectionIds[read.Id] = section.Id;
        return section;
    }

    private TaskRow TaskOf(PlanTask read, int position)
    {
        var task = new WorkTask
        {
            PlanId = plan, SectionId = Known(sectionIds, read.Section), Position = position * 64, Number = "", Title = Headline.Of(read.Text), Text = read.Text, Origin = TaskOrigin.Document,
            DueWords = read.Due ?? "", SourceStart = read.Place.Start, SourceEnd = read.Place.End, SourceLine = read.Place.Line, SourcePage = read.Place.Page,
        };
        taskIds[read.Id] = task.Id;
        return new(task, read);
    }

    private Target TargetOf(PlanTarget read, int position)
    {
        var (value, upper) = Quantity.Parse(read.Value);
        return new Target
        {
            PlanId = plan, TaskId = Known(taskIds, read.Task), SectionId = Known(sectionIds, read.Section), Position = position, Indicator = read.Indicator, Kind = read.Kind, Value = value, UpperValue = upper, Unit = read.Unit,
            Comparator = read.Comparator, Deadline = read.Deadline, Status = read.Status, Quote = read.Quote, SourceStart = read.Place.Start, SourceEnd = read.Place.End,
        };
    }

    private static Guid? Known(Dictionary<string, Guid> ids, string? id) => id is not null && ids.TryGetValue(id, out var known) ? known : null;
}

/// <summary>A new task and the sentence it was made from.</summary>
internal sealed record TaskRow(WorkTask Row, PlanTask Read);
