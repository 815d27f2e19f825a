using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;
using Shuren.Platform.Rights;
using Shuren.PlanText;

namespace Shuren.Planning.EditInExcel.Targets;

/// <summary>Reads an edited sheet of targets and says what it would change; writes nothing.</summary>
internal sealed class ReadTargetSheet(FindTargets targets, Actor actor) : IHandler
{
    private const int LongestIndicator = 80;

    /// <returns>The reading, or a refusal of the whole file.</returns>
    public async Task<Outcome<SheetReading<TargetChange>>> RunAsync(Guid plan, Stream file, string fileName, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Edit) || await targets.RunAsync(plan, new TargetFilter(), ct) is not { } view)
            return new Refusal("NotYours");
        var sheet = await SheetFile.OpenAsync(file, fileName, TargetSheet.Wanted, ct);
        if (!sheet.Succeeded)
            return sheet.Refusals.ToList();
        var problems = new SheetProblems();
        var known = view.Rows.ToDictionary(row => row.Target.Id, row => row.Target);
        return SheetFile.Compared(sheet.Value, problems, row => Read(sheet.Value, row, known, problems, view.Deadlines.Today));
    }

    private static (Guid?, string, TargetChange, IReadOnlyList<SheetDifference>)? Read(SheetRows sheet, RowReading row, Dictionary<Guid, TargetLine> known, SheetProblems problems, DateOnly today)
    {
        var id = sheet.Cell(row, TargetSheet.Id);
        if (!Guid.TryParse(CellText.Code(id).Value, out var key) || !known.TryGetValue(key, out var target))
        {
            problems.Add(id, ViewText.SheetUnknownTarget);
            return null;
        }
        var change = new TargetChange(key, target.Version, CellText.Words(sheet.Cell(row, TargetSheet.Indicator)), problems.Number(sheet.Cell(row, TargetSheet.Value)), problems.Number(sheet.Cell(row, TargetSheet.Upper)),
            CellText.Words(sheet.Cell(row, TargetSheet.Unit)), problems.Number(sheet.Cell(row, TargetSheet.Baseline)), Reported(sheet, row, target, problems, today));
        Check(sheet, row, target, change, problems);
        return (key, target.Indicator, change, SheetWords.Differences("", target.Indicator,
            (ViewText.Indicator, target.Indicator, change.Indicator), (ViewText.GoalNumber, Said(target.Value), Said(change.Value)), (ViewText.GoalUpper, Said(target.UpperValue), Said(change.UpperValue)),
            (ViewText.UnitOfMeasure, target.Unit, change.Unit), (ViewText.Baseline, Said(target.Baseline), Said(change.Baseline)),
            (ViewText.LastValue, Said(target.Reported?.Value, target.Reported?.On), change.Reported is { } value ? Said(value.Value, value.On) : Said(target.Reported?.Value, target.Reported?.On))));
    }

    private static void Check(SheetRows sheet, RowReading row, TargetLine target, TargetChange change, SheetProblems problems)
    {
        if (change.Indicator.Length is 0 or > LongestIndicator)
            problems.Add(sheet.Cell(row, TargetSheet.Indicator), ViewText.SheetIndicator.Filled(LongestIndicator));
        if (change.Value is null && target.Kind is not (TargetKind.Direction or TargetKind.Date) && target.Value is not null)
            problems.Add(sheet.Cell(row, TargetSheet.Value), ViewText.SheetGoalEmpty);
        if (change.UpperValue is { } upper && (target.Kind != TargetKind.Range || !(upper > change.Value)))
            problems.Add(sheet.Cell(row, TargetSheet.Upper), target.Kind == TargetKind.Range ? ViewText.SheetUpperLow : ViewText.SheetUpperNoRange);
    }

    /// <summary>A value that is another than the last, or holds for another day; a day alone reports nothing.</summary>
    private static ReportedValue? Reported(SheetRows sheet, RowReading row, TargetLine target, SheetProblems problems, DateOnly today)
    {
        var (value, day) = (problems.Number(sheet.Cell(row, TargetSheet.Last)), problems.Day(sheet.Cell(row, TargetSheet.On)));
        if (day > today)
            problems.Add(sheet.Cell(row, TargetSheet.On), ViewText.SheetAhead);
        if (value is null && target.Reported is not null)
            problems.Add(sheet.Cell(row, TargetSheet.Last), ViewText.SheetValueGone);
        if (value is not { } number || (number == target.Reported?.Value && (day ?? target.Reported.On) == target.Reported.On))
            return null;
        // A new value beside the old day was typed without looking at the day: it holds today.
        var on = number != target.Reported?.Value && day == target.Reported?.On ? today : day ?? today;
        return new(number, on, CellText.Words(sheet.Cell(row, TargetSheet.Note)));
    }

    private static string Said(double? value) => value is { } number ? TargetWords.Number(number) : "";

    private static string Said(double? value, DateOnly? day) => value is { } number ? ViewText.ValueOnDay.Filled(TargetWords.Number(number), SheetWords.Day(day)) : "";
}
