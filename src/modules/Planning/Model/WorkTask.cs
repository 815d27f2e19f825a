using Shuren.Kernel;
using Shuren.Platform.Data;

namespace Shuren.Planning.Model;

/// <summary>Where a task comes from.</summary>
internal enum TaskOrigin
{
    /// <summary>A sentence of the document.</summary>
    Document,

    /// <summary>Added by hand.</summary>
    Added,

    /// <summary>A decision of a dispatch meeting.</summary>
    Decision,

    /// <summary>Opened for an alert on an indicator.</summary>
    Alert,
}

/// <summary>One sentence that names an action to be done, with who does it and by when.</summary>
internal sealed class WorkTask : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }
    public Guid? SectionId { get; set; }

    /// <summary>Place in the whole plan, in reading order.</summary>
    public required int Position { get; set; }

    /// <summary>As people quote it: section and place, such as 2.8.</summary>
    public required string Number { get; set; }

    /// <summary>A headline of at most 40 characters, made from the sentence and editable.</summary>
    public required string Title { get; set; }

    /// <summary>The sentence of the document, or what was typed.</summary>
    public required string Text { get; set; }
    public required TaskOrigin Origin { get; init; }

    public Guid? LeadUnitId { get; set; }

    /// <summary>Why this lead: the suggestion's reason, or empty when a person chose.</summary>
    public string LeadReason { get; set; } = "";

    /// <summary>True once a person has set or confirmed the lead; a suggestion never overwrites it.</summary>
    public bool LeadIsSet { get; set; }

    /// <summary>责任人: who answers for it.</summary>
    public Guid? AccountableId { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>The document's own words for the date, or empty.</summary>
    public string DueWords { get; set; } = "";
    public string DueReason { get; set; } = "";

    /// <summary>True once a person has set or confirmed the date.</summary>
    public bool DueIsSet { get; set; }

    /// <summary>The capability of the mission it speaks of (F04.02), or empty.</summary>
    public string Mechanism { get; set; } = "";

    /// <summary>The superior's task that it answers.</summary>
    public Guid? AnswersTaskId { get; set; }

    /// <summary>When somebody accepted the reading of this sentence.</summary>
    public DateTime? AcceptedAt { get; set; }

    /// <summary>When somebody said that this is no task; it stays so at the next import.</summary>
    public DateTime? DroppedAt { get; set; }

    /// <summary>Shown on the public page once the plan is published.</summary>
    public bool IsPublic { get; set; } = true;

    /// <summary>Percent done, 0 to 100, as last confirmed.</summary>
    public int Percent { get; private set; }

    /// <summary>The day on which it was done; null while it is not.</summary>
    public DateOnly? DoneOn { get; private set; }

    public int? SourceStart { get; set; }
    public int? SourceEnd { get; set; }
    public int? SourceLine { get; set; }
    public int? SourcePage { get; set; }
    public long Version { get; private set; }

    /// <summary>The state of its deadline on a day.</summary>
    public Lamp LampOn(DateOnly today, WorkingCalendar calendar) => Lamps.Of(DueOn, DoneOn is not null, today, calendar);

    /// <summary>Takes over a confirmed percentage; 100 makes it done on that day, less opens it again.</summary>
    public void Advance(int percent, DateOnly on)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        Percent = percent;
        DoneOn = percent == 100 ? DoneOn ?? on : null;
    }
}

/// <summary>A unit that helps with a task (配合单位).</summary>
internal sealed class TaskSupport
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid TaskId { get; init; }
    public required Guid UnitId { get; init; }
}

/// <summary>A dated step of a task (时间节点).</summary>
internal sealed class Milestone : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid TaskId { get; set; }
    public required DateOnly DueOn { get; set; }
    public required string Title { get; set; }
    public DateOnly? DoneOn { get; set; }
    public long Version { get; private set; }
}
