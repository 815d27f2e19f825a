using Shuren.Documents.Workbooks;

namespace Shuren.Planning.EditInExcel.Progress;

/// <summary>The workbook in which a unit reports on many tasks at once. A row in which nothing is filled in reports nothing.</summary>
internal static class ProgressSheet
{
    public const string Id = "id";
    public const string Percent = "percent";
    public const string Words = "words";
    public const string On = "on";

    /// <summary>The columns that a reader needs.</summary>
    public static IReadOnlyList<WantedColumn> Wanted => [new(Percent, [ViewText.PercentNow]), new(Words, [ViewText.ProgressWords]), new(On, [ViewText.ReportedOn], IsRequired: false), new(Id, [ViewText.SheetId])];

    public static byte[] Write(FindProgress.View view)
    {
        SheetColumn[] columns =
        [
            new("number", ViewText.NumberHead, 8), new("title", ViewText.Task, 44), new("unit", ViewText.SpeakingUnit, 18), new("due", ViewText.Due, 14, CellKind.Date), new("confirmed", ViewText.PercentConfirmed, 12, CellKind.Whole),
            new(Percent, ViewText.PercentNow, 12, CellKind.Whole), new(Words, ViewText.ProgressWords, 60), new(On, ViewText.ReportedOn, 14, CellKind.Date), new(Id, ViewText.SheetId, 36),
        ];
        var rows = view.Rows.Select(row => (IReadOnlyList<object?>)[row.Task.Number, row.Task.Title, view.Units.Of(row.Unit), row.Task.DueOn, row.Task.Percent, null, null, null, row.Task.Id.ToString("D")]);
        var sheet = new Sheet(ViewText.Progress, columns, rows) { Title = view.Plan.Title, Subtitle = ViewText.ProgressSheetSubtitle, FrozenColumns = 2 };
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new(view.Plan.Title, view.Plan.Bureau, [sheet])
        {
            Notes = [new(ViewText.PercentNow, ViewText.NotePercent), new(ViewText.ProgressWords, ViewText.NoteWords), new(ViewText.ReportedOn, ViewText.NoteProgressOn), new(ViewText.SheetId, ViewText.NoteIdOfRow)],
        });
        return stream.ToArray();
    }
}
