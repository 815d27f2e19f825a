using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTasks;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel;

/// <summary>Reads an edited task sheet and says what it would change; writes nothing.</summary>
internal sealed class ReadTaskSheet(FindTasks tasks, ReadPeople people, Actor actor) : IHandler
{
    private static readonly WorkbookLimits Limits = new() { MaxBytes = 10 * 1_048_576, MaxUnpackedBytes = 100 * 1_048_576, MaxRows = 5_000 };

    /// <returns>The reading, or a refusal of the whole file.</returns>
    public async Task<Outcome<TaskSheetReading>> RunAsync(Guid plan, Stream file, string fileName, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Edit) || await tasks.RunAsync(plan, new TaskFilter(), ct) is not { } view)
            return new Refusal("NotYours");
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, ct);
        copy.Position = 0;
        var reading = WorkbookReader.Read(copy, fileName, Limits);
        if (reading.Refusal is { } refusal)
            return new Refusal("SheetNotRead", "File", refusal.Message);
        if (reading.Sheets.FirstOrDefault(sheet => !sheet.IsHidden && sheet.Rows.Count > 0) is not { } first)
            return new Refusal("SheetEmpty", "File");
        var head = HeaderMap.Find(first, TaskSheet.Wanted);
        if (!head.IsComplete)
            return new Refusal("SheetHeads", "File", string.Join(ViewText.ListComma, head.Missing.Select(column => column.Names[0])));
        return Compared(view, new RowReader(head, view, await people.RunAsync(ct)), head.RowsOf(first));
    }

    private static TaskSheetReading Compared(FindTasks.View view, RowReader reader, IEnumerable<RowReading> rows)
    {
        var changes = new List<SheetChange>();
        var differences = new List<SheetDifference>();
        var seen = new HashSet<Guid>();
        foreach (var row in rows)
        {
            if (reader.Read(row) is not var (task, change))
                continue;
            if (!seen.Add(task.Id))
                reader.Problems.Add(new(ViewText.SheetRow.Filled(row.Number), ViewText.SheetTwice.Filled(task.Number)));
            List<SheetDifference> found = [.. reader.Differences(view, task, change)];
            if (found.Count == 0)
                continue;
            changes.Add(change);
            differences.AddRange(found);
        }
        return new(changes, differences, reader.Problems);
    }
}
