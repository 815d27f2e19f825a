using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Planning.ReportProgress;
using Shuren.Platform;

namespace Shuren.Planning.EditInExcel.Progress;

/// <summary>Reads a sheet of progress and says what would be reported; writes nothing.</summary>
internal sealed class ReadProgressSheet(FindProgress progress) : IHandler
{
    /// <returns>The reading, or a refusal of the whole file.</returns>
    public async Task<Outcome<SheetReading<ProgressChange>>> RunAsync(Guid plan, Stream file, string fileName, CancellationToken ct)
    {
        if (await progress.RunAsync(plan, ct) is not { } view)
            return new Refusal("NotYours");
        var sheet = await SheetFile.OpenAsync(file, fileName, ProgressSheet.Wanted, ct);
        if (!sheet.Succeeded)
            return sheet.Refusals.ToList();
        var problems = new SheetProblems();
        var known = view.Rows.ToDictionary(row => row.Task.Id);
        return SheetFile.Compared(sheet.Value, problems, row => Read(sheet.Value, row, known, problems, view.Deadlines.Today));
    }

    private static (Guid?, string, ProgressChange, IReadOnlyList<SheetDifference>)? Read(SheetRows sheet, RowReading row, Dictionary<Guid, FindProgress.Row> known, SheetProblems problems, DateOnly today)
    {
        var (percentCell, wordsCell, id) = (sheet.Cell(row, ProgressSheet.Percent), sheet.Cell(row, ProgressSheet.Words), sheet.Cell(row, ProgressSheet.Id));
        var words = CellText.Words(wordsCell);
        if (percentCell.IsEmpty && words.Length == 0)
            return null;
        if (!Guid.TryParse(CellText.Code(id).Value, out var key) || !known.TryGetValue(key, out var task))
        {
            problems.Add(id, ViewText.SheetNotReportable);
            return null;
        }
        var percent = PercentOf(percentCell, problems);
        if (percent is null)
            problems.Add(percentCell, ViewText.SheetPercent);
        if (words.Length is 0 or > ProgressSaid.LongestWords)
            problems.Add(wordsCell, ViewText.SheetWordsMissing.Filled(ProgressSaid.LongestWords));
        var on = problems.Day(sheet.Cell(row, ProgressSheet.On)) ?? today;
        if (on > today)
            problems.Add(sheet.Cell(row, ProgressSheet.On), ViewText.SheetAhead);
        return (key, task.Task.Number, new(key, task.Unit, percent ?? 0, words, on),
            SheetWords.Differences(task.Task.Number, task.Task.Title, (ViewText.Progress, $"{task.Task.Percent}%", ViewText.PercentAndWords.Filled(percent ?? 0, words))));
    }

    /// <summary>40, 40% and, in a cell that Excel made a percentage, 0.4.</summary>
    private static int? PercentOf(CellReading cell, SheetProblems problems)
    {
        if (cell.IsEmpty)
            return null;
        var number = CellText.Percent(cell) is { Value: { } share } ? share * 100 : (decimal?)problems.Number(cell);
        return number is >= 0 and <= 100 && number == decimal.Truncate(number.Value) ? (int)number.Value : null;
    }
}
