using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Planning.ViewTargets;
using Shuren.Ui;

namespace Shuren.Planning.EditInExcel.Targets;

/// <summary>The workbook in which an office mends targets and reports values for many at once.</summary>
internal static class TargetSheet
{
    public const string Id = "id";
    public const string Indicator = "indicator";
    public const string Value = "value";
    public const string Upper = "upper";
    public const string Unit = "unit";
    public const string Baseline = "baseline";
    public const string Last = "last";
    public const string On = "on";
    public const string Note = "note";

    /// <summary>The columns that a reader needs. All must be there: a missing one would else read as emptied.</summary>
    public static IReadOnlyList<WantedColumn> Wanted =>
    [
        new(Id, [ViewText.SheetId]), new(Indicator, [ViewText.Indicator]), new(Value, [ViewText.GoalNumber]), new(Upper, [ViewText.GoalUpper]), new(Unit, [ViewText.UnitOfMeasure]),
        new(Baseline, [ViewText.Baseline]), new(Last, [ViewText.LastValue]), new(On, [ViewText.ReportedOn]), new(Note, [ViewText.ValueNote], IsRequired: false),
    ];

    public static byte[] Write(FindTargets.View view)
    {
        SheetColumn[] columns =
        [
            new("number", ViewText.NumberHead, 8), new("task", ViewText.Task, 36), new(Indicator, ViewText.Indicator, 32), new(Value, ViewText.GoalNumber, 12, CellKind.Number), new(Upper, ViewText.GoalUpper, 12, CellKind.Number),
            new(Unit, ViewText.UnitOfMeasure, 10), new(Baseline, ViewText.Baseline, 12, CellKind.Number), new(Last, ViewText.LastValue, 12, CellKind.Number), new(On, ViewText.ReportedOn, 14, CellKind.Date),
            new(Note, ViewText.ValueNote, 30), new("quote", ViewText.Quote, 44), new(Id, ViewText.SheetId, 36),
        ];
        var rows = view.Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.TaskNumber, row.TaskTitle, row.Target.Indicator, row.Target.Value, row.Target.UpperValue, row.Target.Unit, row.Target.Baseline, row.Target.Reported?.Value, row.Target.Reported?.On, null, row.Target.Quote,
            row.Target.Id.ToString("D"),
        ]);
        var sheet = new Sheet(ViewText.Targets, columns, rows) { Title = view.Plan.Title, Subtitle = ViewText.TargetSheetSubtitle, FrozenColumns = 3 };
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new(view.Plan.Title, view.Plan.Bureau, [sheet])
        {
            Notes = [new(ViewText.GoalNumber, ViewText.NoteGoal), new(ViewText.LastValue, ViewText.NoteLast), new(ViewText.ReportedOn, ViewText.NoteReportedOn.Filled(Wording.FullDay(view.Deadlines.Today))), new(ViewText.SheetId, ViewText.NoteIdOfRow)],
        });
        return stream.ToArray();
    }
}
