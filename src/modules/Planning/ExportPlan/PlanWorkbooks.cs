using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Planning.BindTargets;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Planning.ViewTasks;
using Shuren.Ui;

namespace Shuren.Planning.ExportPlan;

/// <summary>The lists of a plan as workbooks: exactly the rows that the page shows.</summary>
internal static class PlanWorkbooks
{
    /// <summary>The task list.</summary>
    public static byte[] Tasks(FindTasks.View view)
    {
        SheetColumn[] columns =
        [
            new("number", ViewText.NumberHead, 8), new("section", ViewText.SectionHead, 24), new("title", ViewText.Task, 44), new("text", ViewText.Wording, 60), new("lead", ViewText.Lead, 18), new("accountable", ViewText.Accountable, 12),
            new("support", ViewText.Support, 26), new("due", ViewText.Due, 13, CellKind.Date), new("percent", ViewText.Progress, 10, CellKind.Percent), new("state", ViewText.StateHead, 10), new("public", ViewText.PublicWord, 10),
        ];
        var rows = view.Tasks.Select(task => (IReadOnlyList<object?>)
        [
            task.Number, view.Tree.TopOf(task.SectionId)?.Label, task.Title, task.Text, view.Units.Of(task.LeadUnitId), view.Accountable(task), string.Join(ViewText.ListComma, view.Units.Of(task.Supports)),
            task.DueOn is { } due ? due : task.DueWords, task.Percent / 100m, PlanWords.Of(view.Deadlines.StateOf(task)), task.IsPublic ? ViewText.Yes : ViewText.No,
        ]);
        return Written(view.Plan, ViewText.Tasks, columns, rows, view.Deadlines, frozen: 3);
    }

    /// <summary>The matrix: ● leads, ○ supports, with totals under it.</summary>
    public static byte[] Matrix(FindTasks.View view)
    {
        var matrix = new ResponsibilityMatrix(view);
        SheetColumn[] columns =
        [
            new("number", ViewText.NumberHead, 8), new("section", ViewText.SectionHead, 24), new("title", ViewText.Task, 44),
            .. matrix.Units.Select(unit => new SheetColumn(unit.Id.ToString("N"), unit.ShortName, 6)), new("accountable", ViewText.Accountable, 12), new("due", ViewText.Due, 13, CellKind.Date), new("state", ViewText.StateHead, 10),
        ];
        var rows = matrix.Groups.SelectMany(group => group.Tasks.Select(task => (IReadOnlyList<object?>)
        [
            task.Number, group.Section?.Label, task.Title, .. matrix.Units.Select(unit => (object?)Mark(ResponsibilityMatrix.PartOf(task, unit.Id))), view.Accountable(task),
            task.DueOn is { } due ? due : task.DueWords, PlanWords.Of(view.Deadlines.StateOf(task)),
        ]));
        var totals = matrix.Units.Select(unit => matrix.TotalOf(unit.Id)).ToList();
        IReadOnlyList<object?> leads = ["", "", ViewText.LeadWord, .. totals.Select(total => (object?)total.Leads)];
        IReadOnlyList<object?> supports = ["", "", ViewText.SupportWord, .. totals.Select(total => (object?)total.Supports)];
        return Written(view.Plan, ViewText.Matrix, columns, rows.Append(leads).Append(supports), view.Deadlines, frozen: 3);
    }

    /// <summary>The targets.</summary>
    public static byte[] Targets(FindTargets.View view)
    {
        SheetColumn[] columns =
        [
            new("indicator", ViewText.Indicator, 36), new("goal", ViewText.Goal, 16), new("value", ViewText.GoalNumber, 12, CellKind.Number), new("unit", ViewText.UnitOfMeasure, 10), new("last", BindText.Now, 12, CellKind.Number),
            new("on", BindText.ValueDay, 13, CellKind.Date), new("computed", BindText.ComputedBy, 30), new("reported", BindText.Declared, 12, CellKind.Number), new("outlook", BindText.Outlook, 24), new("state", ViewText.StateHead, 14), new("number", ViewText.NumberHead, 8), new("task", ViewText.Task, 40), new("lead", ViewText.Lead, 18), new("quote", ViewText.Quote, 50),
        ];
        var rows = view.Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Target.Indicator, row.Target.Value is null ? ViewText.DirectionOnly : TargetWords.Goal(row.Target), row.Target.Value, row.Target.Unit, row.Target.Last?.Value, row.Target.Last?.On,
            row.Target.IsComputed ? row.Target.Computed!.Name : null, row.Target.Reported?.Value, row.Outlook is { } outlook ? OutlookWords.Short(row.Target, outlook) : null, PlanWords.Of(row.Standing), row.TaskNumber, row.TaskTitle, view.Units.Of(row.Lead), row.Target.Quote,
        ]);
        return Written(view.Plan, ViewText.Targets, columns, rows, view.Deadlines, frozen: 1);
    }

    private static string? Mark(UnitPart part) => part switch { UnitPart.Lead => "●", UnitPart.Support => "○", _ => null };

    private static byte[] Written(PlanHead plan, string name, SheetColumn[] columns, IEnumerable<IReadOnlyList<object?>> rows, Deadlines deadlines, int frozen)
    {
        var title = ViewText.TitleOfView.Filled(plan.Title, name);
        var sheet = new Sheet(name, columns, rows) { Title = title, Subtitle = ViewText.AsOf.Filled(Wording.FullDay(deadlines.Today)), FrozenColumns = frozen };
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new(title, plan.Bureau, [sheet]));
        return stream.ToArray();
    }
}
