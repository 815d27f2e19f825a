namespace Shuren.PlanText;

/// <summary>A work plan as it was read. Its JSON form is the contract of <c>shuren read FILE --json</c>.</summary>
public sealed record WorkPlanReading
{
    /// <summary>The document's title, or null where none is found.</summary>
    public string? Title { get; init; }

    /// <summary>The bureau that speaks, as printed, or null.</summary>
    public string? Bureau { get; init; }

    /// <summary>The year (or first year) that is planned, not the year that is summed up.</summary>
    public int? Year { get; init; }

    /// <summary>The last year of a plan of several years; null for one year.</summary>
    public int? EndYear { get; init; }

    /// <summary>The printed date of publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The districts whose plans the text holds, in order.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>Numbered names such as 123工程: names of programmes, not quantities.</summary>
    public IReadOnlyList<string> Framework { get; init; } = [];

    /// <summary>Headings in reading order; <see cref="PlanSection.Parent"/> makes the tree.</summary>
    public IReadOnlyList<PlanSection> Sections { get; init; } = [];

    /// <summary>Sentences that name an action to be done, in reading order.</summary>
    public IReadOnlyList<PlanTask> Tasks { get; init; } = [];

    /// <summary>Every quantitative statement, planned or reported, and every direction without a number.</summary>
    public IReadOnlyList<PlanTarget> Targets { get; init; } = [];

    /// <summary>Navigation, source lines, bylines and the like: what was left out.</summary>
    public IReadOnlyList<Place> Boilerplate { get; init; } = [];
}

/// <summary>A heading of the document.</summary>
/// <param name="Id">Unique in the reading: s1, s2, ...</param>
/// <param name="Parent">The section above, or null at the top of one district's plan.</param>
/// <param name="Level">1 is the top division inside one district's plan.</param>
/// <param name="Marker">As printed (一、 1. 一是 ■), or empty.</param>
/// <param name="Title">Without marker and without the final full stop.</param>
/// <param name="District">The district whose plan it belongs to, or null.</param>
/// <param name="IsPlan">False for the part that sums up the past.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PlanSection(
    string Id, string? Parent, int Level, string Marker, string Title, string? District, bool IsPlan, Place Place);

/// <summary>A sentence that names at least one action to be done.</summary>
/// <param name="Id">Unique in the reading: t1, t2, ...</param>
/// <param name="Section">The innermost section, or null.</param>
/// <param name="Text">The sentence with its heading cut off and broken lines joined.</param>
/// <param name="Lead">The lead unit, only where the document itself says so.</param>
/// <param name="Support">Supporting units that the document names.</param>
/// <param name="Due">The document's own words for the date, or null.</param>
/// <param name="DueDate">The last day that those words allow.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PlanTask(
    string Id, string? Section, string Text, string? Lead, IReadOnlyList<string> Support, string? Due, DateOnly? DueDate, Place Place);

/// <summary>How a number is meant.</summary>
public enum TargetKind
{
    /// <summary>达到: a level to arrive at.</summary>
    Reach,

    /// <summary>不低于, 以上: never below.</summary>
    Floor,

    /// <summary>不超过, 以内: never above.</summary>
    Ceiling,

    /// <summary>A bare number that is to be met exactly.</summary>
    Exact,

    /// <summary>2-3个, 3至5所.</summary>
    Range,

    /// <summary>新增, 增长: by how much it grows.</summary>
    Increase,

    /// <summary>下降, 减少: by how much it falls.</summary>
    Decrease,

    /// <summary>持续下降: where it goes, without a number.</summary>
    Direction,

    /// <summary>举办3场: how many times or pieces.</summary>
    Count,

    /// <summary>全市第1: a place in an order.</summary>
    Rank,

    /// <summary>A thing that is done or not by a date.</summary>
    Date,
}

/// <summary>Whether a number is planned, was reported, or is what a plan starts from.</summary>
public enum TargetStatus
{
    /// <summary>Planned.</summary>
    Target,

    /// <summary>Reported as reached.</summary>
    Result,

    /// <summary>What the plan starts from.</summary>
    Baseline,
}

/// <summary>A quantity that the document plans or reports.</summary>
/// <param name="Id">Unique in the reading: g1, g2, ...</param>
/// <param name="Task">The task it belongs to, or null (in a summary, or in a sentence that is no task).</param>
/// <param name="Section">The innermost section, or null.</param>
/// <param name="Quote">The shortest verbatim span that holds value and indicator; at most 40 characters.</param>
/// <param name="Indicator">What is measured, in words.</param>
/// <param name="Kind">How the number is meant.</param>
/// <param name="Value">Invariant decimal text in the printed unit's base (1.2万个 is 12000); a range as <c>2-3</c>; null for a direction.</param>
/// <param name="Unit">个, 所, %, 亿元, 名次 ...; empty where none is printed.</param>
/// <param name="Comparator"><c>&gt;=</c>, <c>&lt;=</c>, <c>=</c>, <c>~</c>, <c>range</c>, <c>increase</c>, <c>decrease</c>, <c>maintain</c>, or null.</param>
/// <param name="Deadline">The words of the same sentence that say by when, or null.</param>
/// <param name="Status">Planned, reported, or baseline.</param>
/// <param name="Place">Where the quote stands.</param>
public sealed record PlanTarget(
    string Id, string? Task, string? Section, string Quote, string Indicator, TargetKind Kind, string? Value, string Unit,
    string? Comparator, string? Deadline, TargetStatus Status, Place Place);
