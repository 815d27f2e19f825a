using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Planning.AmendTask;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.HoldMeeting;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Planning.ViewDates;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewPlans;
using Shuren.Planning.ViewUnits;
using Shuren.Ui;

namespace Shuren.Planning.ExportPlan;

/// <summary>The other lists of the room as workbooks: the rows that their pages show.</summary>
internal static class ListWorkbooks
{
    public static byte[] Plans(IReadOnlyList<FindPlans.Row> plans) => Written(ViewText.Plans, "", ViewText.Plans,
        [
            new("title", ViewText.PlanTitle, 44), new("kind", ViewText.Kind, 10), new("bureau", ViewText.BureauHead, 24), new("year", ViewText.Year, 12), new("state", ViewText.StateHead, 12), new("tasks", ViewText.Tasks, 10, CellKind.Whole),
            new("done", ViewText.StateDone, 10, CellKind.Whole), new("late", ViewText.StateLate, 10, CellKind.Whole), new("nolead", ViewText.Unassigned, 10, CellKind.Whole), new("targets", ViewText.Targets, 10, CellKind.Whole),
        ],
        plans.Select(plan => (IReadOnlyList<object?>)
            [plan.Title, PlanWords.Of(plan.Kind), plan.Bureau, plan.Year == plan.EndYear ? $"{plan.Year}" : $"{plan.Year}–{plan.EndYear}", LifeWords.Of(plan.State), plan.Tasks, plan.Done, plan.Late, plan.NoLead, plan.Targets]));

    public static byte[] Mine(FindMyTasks.View view) => Written(PlanningText.MyTasks, AsOf(view.Deadlines.Today), PlanningText.MyTasks, [.. TaskColumns, new("plan", ViewText.PlanTitle, 40)],
        view.Rows.Select(row => (IReadOnlyList<object?>)[.. TaskCells(row.Task, view.Units, view.Deadlines), row.Plan]));

    /// <summary>A unit's page: what it leads, what it supports, what it has to reach.</summary>
    public static byte[] Unit(ReadUnit.View view)
    {
        Sheet TaskSheet(string name, IReadOnlyList<TaskLine> tasks) => new(name, TaskColumns, tasks.Select(task => TaskCells(task, view.Units, view.Deadlines)))
            { Title = ViewText.TitleOfView.Filled(view.Unit.Name, name), Subtitle = AsOf(view.Deadlines.Today), FrozenColumns = 2 };
        SheetColumn[] goals = [new("indicator", ViewText.Indicator, 36), new("goal", ViewText.Goal, 16), new("last", BindText.Now, 14, CellKind.Number), new("on", BindText.ValueDay, 14, CellKind.Date), new("computed", BindText.ComputedBy, 30), new("state", ViewText.StateHead, 14)];
        var targets = new Sheet(ViewText.Targets, goals, view.Goals.Select(goal => (IReadOnlyList<object?>)
            [goal.Target.Indicator, ViewTargets.TargetWords.Goal(goal.Target), goal.Target.Last?.Value, goal.Target.Last?.On, goal.Target.IsComputed ? goal.Target.Computed!.Name : null, PlanWords.Of(goal.Standing)])) { Title = ViewText.TitleOfView.Filled(view.Unit.Name, ViewText.Targets) };
        return Written(view.Unit.Name, "", [TaskSheet(ViewText.UnitLeads, view.Leads), TaskSheet(ViewText.UnitSupports, view.Supports), targets]);
    }

    /// <summary>Dates of tasks and of their steps, by day.</summary>
    public static byte[] Dates(FindDates.View view) => Written(ViewText.TitleOfView.Filled(view.Plan.Title, ViewText.Milestones), view.Plan.Bureau, ViewText.Milestones,
        [new("day", ViewText.Date, 14, CellKind.Date), new("kind", ViewText.Kind, 12), new("number", ViewText.NumberHead, 8), new("words", ViewText.Milestone, 44), new("task", ViewText.Task, 44), new("lead", ViewText.Lead, 18), new("state", ViewText.StateHead, 10)],
        view.Marks.Select(mark => (IReadOnlyList<object?>)[mark.Day, mark.IsStep ? ViewText.Milestone : ViewText.TaskDue, mark.Number, mark.Words, mark.Title, view.Units.Of(mark.Lead), PlanWords.StateOf(mark.Lamp)]));

    /// <summary>What is late, silent or on the ladder.</summary>
    public static byte[] LateWork(string plan, IReadOnlyList<LateWork> rows, DateOnly today) => Written(ViewText.TitleOfView.Filled(plan, RunText.LateWork), AsOf(today), RunText.LateWork,
        [
            new("number", ViewText.NumberHead, 8), new("task", RunText.Task, 44), new("lead", RunText.Lead, 18), new("due", ViewText.Due, 14, CellKind.Date), new("percent", RunText.Percent, 10, CellKind.Percent), new("why", RunText.Why, 50),
            new("rung", RunText.RungLabel, 22), new("next", RunText.Next, 12),
        ],
        rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Task.Number, row.Task.Title, row.Lead, row.Task.DueOn, row.Task.Percent / 100m, LateWords.Why(row), row.Last is { } last ? $"{DispatchWords.Of(last.Rung)}，{DispatchWords.StateOf(last)}" : RunText.RungNotTaken,
            row.Next is { } next ? DispatchWords.Of(next) : "",
        ]));

    /// <summary>What was changed since publication, with the old wording.</summary>
    public static byte[] Changes(ViewChanges.View view, TimeProvider time) => Written(ViewText.TitleOfView.Filled(view.Plan.Title, RunText.Changes), view.Plan.Bureau, RunText.Changes,
        [
            new("number", ViewText.NumberHead, 8), new("task", RunText.Task, 40), new("field", RunText.ChangedField, 14), new("before", RunText.Before, 40), new("after", RunText.After, 40), new("reason", RunText.Reason, 30),
            new("on", ViewText.Date, 14, CellKind.Date), new("by", RunText.ChangedBy, 12),
        ],
        view.Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Number, row.Title, AmendmentWords.Of(row.Change.Field), AmendmentWords.Value(row.Change.Before), AmendmentWords.Value(row.Change.After), row.Change.Reason, DateOnly.FromDateTime(row.Change.At.ToLocal(time)), row.Change.By,
        ]));

    public static byte[] Meetings(ViewMeetings.View view) => Written(ViewText.TitleOfView.Filled(view.Plan.Title, RunText.Meetings), view.Plan.Bureau, RunText.Meetings,
        [new("no", RunText.Meeting, 14), new("on", RunText.MeetingDay, 14, CellKind.Date), new("place", RunText.TimeAndPlace, 36), new("chair", RunText.Chair, 12), new("points", RunText.Points, 16), new("state", RunText.MeetingState, 12)],
        view.Rows.Select(row => (IReadOnlyList<object?>)
        [
            RunText.MeetingNumber.Filled(row.Meeting.Number), row.Meeting.On, row.Meeting.TimeAndPlace, row.Meeting.Chair, RunText.PointsDecided.Filled(row.Decided, row.Points),
            row.Meeting.ClosedAt is null ? RunText.MeetingOpen : RunText.MeetingDone,
        ]));

    /// <summary>A meeting's points with decisions and the tasks that they became.</summary>
    public static byte[] Agenda(ViewMeeting.View view)
    {
        var units = view.Units.ToDictionary(unit => unit.Id, unit => unit.ShortName);
        return Written(RunText.MeetingTitle.Filled(view.Meeting.Number), view.Bureau, RunText.Agenda,
            [
                new("no", ViewText.NumberHead, 8, CellKind.Whole), new("point", RunText.Points, 44), new("why", RunText.Why, 44), new("decision", RunText.Decision, 50), new("task", RunText.Task, 40), new("lead", RunText.Lead, 18),
                new("due", ViewText.Due, 14, CellKind.Date),
            ],
            view.Items.Select((item, place) =>
            {
                var task = item.DecisionTaskId is { } id ? view.Tasks.GetValueOrDefault(id) : null;
                return (IReadOnlyList<object?>)[place + 1, item.Title, item.Why, item.Decision, task is null ? "" : $"{task.Number} {task.Title}", task?.LeadUnitId is { } lead ? units.GetValueOrDefault(lead) : "", task?.DueOn];
            }));
    }

    private static IReadOnlyList<SheetColumn> TaskColumns =>
    [
        new("number", ViewText.NumberHead, 8), new("title", ViewText.Task, 44), new("lead", ViewText.Lead, 18), new("support", ViewText.Support, 26), new("due", ViewText.Due, 14, CellKind.Date),
        new("percent", ViewText.Progress, 10, CellKind.Percent), new("state", ViewText.StateHead, 10),
    ];

    private static IReadOnlyList<object?> TaskCells(TaskLine task, UnitBook units, Deadlines deadlines) =>
    [
        task.Number, task.Title, units.Of(task.LeadUnitId), string.Join(ViewText.ListComma, units.Of(task.Supports)), task.DueOn is { } due ? due : task.DueWords, task.Percent / 100m, PlanWords.Of(deadlines.StateOf(task)),
    ];

    private static string AsOf(DateOnly today) => ViewText.AsOf.Filled(Wording.FullDay(today));

    private static byte[] Written(string title, string subtitle, string name, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<object?>> rows) =>
        Written(title, "", [new(name, columns, rows) { Title = title, Subtitle = subtitle.Length > 0 ? subtitle : null, FrozenColumns = 1 }]);

    private static byte[] Written(string title, string creator, IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new(title, creator, sheets));
        return stream.ToArray();
    }
}
