using Shuren.Documents.Workbooks;

namespace Shuren.Planning.EditInExcel.Milestones;

/// <summary>The workbook in which an office keeps the dated steps of all tasks. A row without a system number is a new step.</summary>
internal static class MilestoneSheet
{
    public const string Id = "id";
    public const string Task = "task";
    public const string Title = "title";
    public const string Due = "due";
    public const string Done = "done";

    /// <summary>The columns that a reader needs.</summary>
    public static IReadOnlyList<WantedColumn> Wanted => [new(Task, [ViewText.TaskNumber]), new(Title, [ViewText.Milestone]), new(Due, [ViewText.StepDue]), new(Done, [ViewText.StepDone]), new(Id, [ViewText.SheetId])];

    /// <summary>A task without a step has an empty row, into which one can be written.</summary>
    public static byte[] Write(FindMilestones.View view)
    {
        SheetColumn[] columns =
        [
            new(Task, ViewText.TaskNumber, 10), new("name", ViewText.Task, 44), new("lead", ViewText.Lead, 18), new("last", ViewText.Due, 14, CellKind.Date), new(Title, ViewText.Milestone, 40),
            new(Due, ViewText.StepDue, 14, CellKind.Date), new(Done, ViewText.StepDone, 14, CellKind.Date), new(Id, ViewText.SheetId, 36),
        ];
        var rows = view.Tasks.SelectMany(task => view.Steps[task.Id].DefaultIfEmpty().Select(step => (IReadOnlyList<object?>)
            [task.Number, task.Title, view.Units.Of(task.LeadUnitId), task.DueOn, step?.Title, step?.DueOn, step?.DoneOn, step?.Id.ToString("D")]));
        var sheet = new Sheet(ViewText.Milestones, columns, rows) { Title = view.Plan.Title, Subtitle = ViewText.MilestoneSheetSubtitle, FrozenColumns = 2 };
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new(view.Plan.Title, view.Plan.Bureau, [sheet])
        {
            Notes = [new(ViewText.TaskNumber, ViewText.NoteTaskNumber), new(ViewText.Milestone, ViewText.NoteMilestone), new(ViewText.StepDue, ViewText.NoteStepDue), new(ViewText.StepDone, ViewText.NoteStepDone), new(ViewText.SheetId, ViewText.NoteStepId)],
        });
        return stream.ToArray();
    }
}
