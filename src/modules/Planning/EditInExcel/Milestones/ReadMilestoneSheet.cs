using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel.Milestones;

/// <summary>Reads an edited sheet of dated steps and says what it would change; writes nothing.</summary>
internal sealed class ReadMilestoneSheet(FindMilestones milestones, Actor actor) : IHandler
{
    private const int LongestTitle = 80;

    /// <returns>The reading, or a refusal of the whole file.</returns>
    public async Task<Outcome<SheetReading<MilestoneChange>>> RunAsync(Guid plan, Stream file, string fileName, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Edit) || await milestones.RunAsync(plan, ct) is not { } view)
            return new Refusal("NotYours");
        var sheet = await SheetFile.OpenAsync(file, fileName, MilestoneSheet.Wanted, ct);
        if (!sheet.Succeeded)
            return sheet.Refusals.ToList();
        var reader = new Rows(sheet.Value, view, new SheetProblems());
        return SheetFile.Compared(sheet.Value, reader.Problems, reader.Read);
    }

    private sealed class Rows(SheetRows sheet, FindMilestones.View view, SheetProblems problems)
    {
        private readonly ILookup<string, TaskLine> tasks = view.Tasks.ToLookup(task => task.Number, StringComparer.Ordinal);
        private readonly Dictionary<Guid, Milestone> steps = view.Steps.SelectMany(task => task).ToDictionary(step => step.Id);

        public SheetProblems Problems => problems;

        public (Guid? Key, string Name, MilestoneChange Change, IReadOnlyList<SheetDifference> Differences)? Read(RowReading row)
        {
            var (number, id) = (sheet.Cell(row, MilestoneSheet.Task), sheet.Cell(row, MilestoneSheet.Id));
            var (title, due, done) = (CellText.Words(sheet.Cell(row, MilestoneSheet.Title)), problems.Day(sheet.Cell(row, MilestoneSheet.Due)), problems.Day(sheet.Cell(row, MilestoneSheet.Done)));
            if (id.IsEmpty && title.Length == 0 && due is null)
                return null;
            Milestone? step = null;
            if (!id.IsEmpty && (!Guid.TryParse(CellText.Code(id).Value, out var key) || !steps.TryGetValue(key, out step)))
            {
                problems.Add(id, ViewText.SheetUnknownStep);
                return null;
            }
            // Excel likes to make a number of 2.10: a standing step is known by its own number, so its task is not asked for.
            if ((step is null ? [.. tasks[CellText.Words(number)]] : view.Tasks.Where(task => task.Id == step.TaskId).ToList()) is not [var task])
            {
                problems.Add(number, ViewText.SheetUnknownNumber.Filled(CellText.Words(number)));
                return null;
            }
            Check(row, task, title, due, done);
            var removed = title.Length == 0 && due is null;
            return (step?.Id, step?.Title ?? title, new(step?.Id, step?.Version ?? 0, task.Id, due, title, removed ? null : done), SheetWords.Differences(task.Number, task.Title,
                (ViewText.Milestone, step?.Title ?? "", removed ? ViewText.StepRemoved : title), (ViewText.StepDue, SheetWords.Day(step?.DueOn), SheetWords.Day(due)), (ViewText.StepDone, SheetWords.Day(step?.DoneOn), SheetWords.Day(removed ? null : done))).Setting(ViewText.StepDue, due));
        }

        private void Check(RowReading row, TaskLine task, string title, DateOnly? due, DateOnly? done)
        {
            if (title.Length > LongestTitle || title.Length == 0 != due is null)
                problems.Add(sheet.Cell(row, title.Length > 0 && due is null ? MilestoneSheet.Due : MilestoneSheet.Title), ViewText.SheetStepHalf.Filled(LongestTitle));
            if (due > task.DueOn)
                problems.Add(sheet.Cell(row, MilestoneSheet.Due), ViewText.SheetStepAfterDue.Filled(SheetWords.Day(task.DueOn)));
            if (done > view.Deadlines.Today)
                problems.Add(sheet.Cell(row, MilestoneSheet.Done), ViewText.SheetAhead);
        }
    }
}
