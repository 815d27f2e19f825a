using Shuren.Contracts.Organization;
using Shuren.Documents.Workbooks;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTasks;

namespace Shuren.Planning.EditInExcel.Tasks;

/// <summary>The workbook in which an office edits who does what by when: what is written out and what is looked for when it comes back.</summary>
internal static class TaskSheet
{
    public const string Id = "id";
    public const string Lead = "lead";
    public const string Support = "support";
    public const string Due = "due";
    public const string Accountable = "accountable";
    public const string Public = "public";

    /// <summary>The columns that a reader needs. All must be there: a missing one would else read as emptied.</summary>
    public static IReadOnlyList<WantedColumn> Wanted =>
    [
        new(Id, [ViewText.SheetId]), new(Lead, [ViewText.Lead]), new(Support, [ViewText.Support]), new(Due, [ViewText.Due]), new(Accountable, [ViewText.Accountable]), new(Public, [ViewText.PublicWord]),
    ];

    public static byte[] Write(FindTasks.View view, People people)
    {
        string[] units = [.. view.Units.All.Where(unit => unit.Kind != UnitKind.Bureau).Select(unit => unit.ShortName).Distinct()];
        SheetColumn[] columns =
        [
            new("number", ViewText.NumberHead, 8), new("title", ViewText.Task, 50), new(Lead, ViewText.Lead, 20) { Choices = units }, new(Support, ViewText.Support, 30), new(Due, ViewText.Due, 14, CellKind.Date),
            new(Accountable, ViewText.Accountable, 14), new(Public, ViewText.PublicWord, 12) { Choices = [ViewText.Yes, ViewText.No] }, new(Id, ViewText.SheetId, 36),
        ];
        var rows = view.Tasks.Select(task => (IReadOnlyList<object?>)
        [
            task.Number, task.Title, view.Units.Of(task.LeadUnitId), string.Join(ViewText.ListComma, view.Units.Of(task.Supports)), task.DueOn, people.NameOf(task.AccountableId),
            task.IsPublic ? ViewText.Yes : ViewText.No, task.Id.ToString("D"),
        ]);
        var sheet = new Sheet(ViewText.Tasks, columns, rows) { Title = view.Plan.Title, Subtitle = ViewText.SheetSubtitle, FrozenColumns = 2 };
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new(view.Plan.Title, view.Plan.Bureau, [sheet])
        {
            Notes = [new(ViewText.Lead, ViewText.NoteLead), new(ViewText.Support, ViewText.NoteSupport), new(ViewText.Due, ViewText.NoteDue), new(ViewText.Accountable, ViewText.NoteAccountable), new(ViewText.PublicWord, ViewText.NotePublic), new(ViewText.SheetId, ViewText.NoteId)],
        });
        return stream.ToArray();
    }
}
