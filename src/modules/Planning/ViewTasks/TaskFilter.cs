using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ViewTasks;

/// <summary>A narrower choice of tasks.</summary>
internal enum TaskChoice
{
    All,

    /// <summary>What my units lead or support.</summary>
    Mine,

    /// <summary>What citizens see.</summary>
    Public,

    /// <summary>What has no lead yet.</summary>
    NoLead,

    /// <summary>What has no due date yet.</summary>
    NoDue,
}

/// <summary>Which tasks, in which order: the query of the task list's address, so that the page, its export and a link say the same.</summary>
internal sealed record TaskFilter
{
    public Guid? Section { get; init; }
    public Guid? Lead { get; init; }
    public Guid? Support { get; init; }
    /// <summary>Who answers for it.</summary>
    public Guid? Accountable { get; init; }
    public TaskState? State { get; init; }

    /// <summary>The first day of the month in which they are due.</summary>
    public DateOnly? Month { get; init; }
    public string Words { get; init; } = "";
    public TaskChoice Only { get; init; }

    /// <summary>True sorts by due date, else by number.</summary>
    public bool ByDue { get; init; }

    public bool IsEmpty => this with { ByDue = false } == new TaskFilter();

    /// <summary>Reads it from an address; what cannot be read is as if it were not there.</summary>
    public static TaskFilter Read(IQueryCollection query) => new()
    {
        Section = Id(query["section"]),
        Lead = Id(query["lead"]),
        Support = Id(query["support"]),
        Accountable = Id(query["person"]),
        State = Enum.TryParse<TaskState>(query["state"], ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
        Month = DateOnly.TryParseExact(query["due"] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null,
        Words = query["q"].ToString().Trim(),
        Only = Enum.TryParse<TaskChoice>(query["only"], ignoreCase: true, out var only) && Enum.IsDefined(only) ? only : TaskChoice.All,
        ByDue = query["sort"] == "due",
    };

    /// <summary>The query of an address, with its question mark; empty for all tasks by number.</summary>
    public string ToQuery()
    {
        (string Name, string? Value)[] parts =
        [
            ("section", Section?.ToString("N")), ("lead", Lead?.ToString("N")), ("support", Support?.ToString("N")), ("person", Accountable?.ToString("N")), ("state", State?.ToString().ToLowerInvariant()),
            ("due", MonthText), ("q", Words.Length == 0 ? null : Words), ("only", Only == TaskChoice.All ? null : Only.ToString().ToLowerInvariant()), ("sort", ByDue ? "due" : null),
        ];
        return QueryString.Create(parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value))).ToUriComponent();
    }

    /// <summary>The month as it stands in the address: 2026-04.</summary>
    public string? MonthText => Month?.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Narrows and sorts the tasks in the database.</summary>
    public IQueryable<WorkTask> Apply(IQueryable<WorkTask> tasks, PlanTree tree, Deadlines deadlines, PlanScope scope, PlanningDb planning, Actor actor)
    {
        if (Section is { } section)
        {
            var within = tree.Within(section).ToArray();
            tasks = tasks.Where(task => within.Contains(task.SectionId!.Value));
        }
        if (Lead is { } lead)
            tasks = tasks.Where(task => task.LeadUnitId == lead);
        if (Support is { } helper)
            tasks = tasks.Where(task => planning.Supports.Any(support => support.TaskId == task.Id && support.UnitId == helper));
        if (Accountable is { } person)
            tasks = tasks.Where(task => task.AccountableId == person);
        if (State is { } state)
            tasks = deadlines.InState(tasks, state);
        if (Month is { } month)
        {
            var next = month.AddMonths(1);
            tasks = tasks.Where(task => task.DueOn >= month && task.DueOn < next);
        }
        if (Words.Length > 0)
            tasks = tasks.Where(task => task.Number == Words || task.Title.Contains(Words) || task.Text.Contains(Words));
        return InOrder(Chosen(tasks, scope, actor));
    }

    private IQueryable<WorkTask> Chosen(IQueryable<WorkTask> tasks, PlanScope scope, Actor actor) => Only switch
    {
        TaskChoice.Mine => scope.OfUnits(tasks, [.. actor.Units]),
        TaskChoice.Public => tasks.Where(task => task.IsPublic),
        TaskChoice.NoLead => tasks.Where(task => task.LeadUnitId == null),
        TaskChoice.NoDue => tasks.Where(task => task.DueOn == null),
        _ => tasks,
    };

    // What has no date comes last, on both databases.
    private IQueryable<WorkTask> InOrder(IQueryable<WorkTask> tasks) => ByDue
        ? tasks.OrderBy(task => task.DueOn == null).ThenBy(task => task.DueOn).ThenBy(task => task.Position).ThenBy(task => task.Id)
        : tasks.OrderBy(task => task.Position).ThenBy(task => task.Id);

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
