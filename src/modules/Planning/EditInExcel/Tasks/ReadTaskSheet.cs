using Shuren.Kernel;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTasks;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel.Tasks;

/// <summary>Reads an edited task sheet and says what it would change; writes nothing.</summary>
internal sealed class ReadTaskSheet(FindTasks tasks, ReadPeople people, Actor actor) : IHandler
{
    /// <returns>The reading, or a refusal of the whole file.</returns>
    public async Task<Outcome<SheetReading<TaskChange>>> RunAsync(Guid plan, Stream file, string fileName, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Edit) || await tasks.RunAsync(plan, new TaskFilter(), ct) is not { } view)
            return new Refusal("NotYours");
        var sheet = await SheetFile.OpenAsync(file, fileName, TaskSheet.Wanted, ct);
        if (!sheet.Succeeded)
            return sheet.Refusals.ToList();
        var problems = new SheetProblems();
        var reader = new TaskRowReader(sheet.Value, view, await people.RunAsync(ct), problems);
        return SheetFile.Compared(sheet.Value, problems, row => reader.Read(row) is var (task, change)
            ? (task.Id, task.Number, change, reader.Differences(task, change)) : ((Guid?, string, TaskChange, IReadOnlyList<SheetDifference>)?)null);
    }
}
