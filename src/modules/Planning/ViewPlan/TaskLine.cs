using Shuren.Planning.Model;

namespace Shuren.Planning.ViewPlan;

/// <summary>A task as every view shows it: one row with its supports and its next open milestone.</summary>
internal sealed record TaskLine
{
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }
    public Guid? SectionId { get; init; }
    public required int Position { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public Guid? LeadUnitId { get; init; }
    public Guid? AccountableId { get; init; }
    public DateOnly? DueOn { get; init; }
    public string DueWords { get; init; } = "";
    public DateOnly? DoneOn { get; init; }
    public required int Percent { get; init; }
    public required bool IsPublic { get; init; }
    public required long Version { get; init; }

    /// <summary>The day of the earliest milestone that is not done.</summary>
    public DateOnly? NextStepOn { get; init; }
    public IReadOnlyList<Guid> Supports { get; init; } = [];

    public bool IsDone => DoneOn is not null;

    public bool HasLead => LeadUnitId is not null;

    /// <summary>All units that it names.</summary>
    public IEnumerable<Guid> Units => LeadUnitId is { } lead ? [lead, .. Supports] : Supports;
}

/// <summary>Turns tasks into lines, in one query.</summary>
internal static class TaskLines
{
    public static IQueryable<TaskLine> Lines(this IQueryable<WorkTask> tasks, PlanningDb planning) => tasks.Select(task => new TaskLine
    {
        Id = task.Id, PlanId = task.PlanId, SectionId = task.SectionId, Position = task.Position, Number = task.Number, Title = task.Title, Text = task.Text,
        LeadUnitId = task.LeadUnitId, AccountableId = task.AccountableId, DueOn = task.DueOn, DueWords = task.DueWords, DoneOn = task.DoneOn,
        Percent = task.Percent, IsPublic = task.IsPublic, Version = task.Version,
        NextStepOn = planning.Milestones.Where(milestone => milestone.TaskId == task.Id && milestone.DoneOn == null).Min(milestone => (DateOnly?)milestone.DueOn),
        Supports = planning.Supports.Where(support => support.TaskId == task.Id).Select(support => support.UnitId).ToList(),
    });
}
