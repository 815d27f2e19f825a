using Microsoft.EntityFrameworkCore;
using Shuren.Documents.Breakdowns;
using Shuren.Kernel;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Planning.ViewTasks;
using Shuren.Platform;
using Shuren.Ui;

namespace Shuren.Planning.ExportPlan;

/// <summary>The breakdown table (任务分解表) that the office sends out.</summary>
internal sealed class BreakdownOfPlan(PlanningDb planning, PlanScope scope, FindTasks tasks) : IHandler
{
    /// <returns>Null when there is no such plan for this actor.</returns>
    public async Task<Breakdown?> RunAsync(Guid plan, CancellationToken ct)
    {
        if (await tasks.RunAsync(plan, new TaskFilter(), ct) is not { } view)
            return null;
        var quotes = (await scope.Targets(plan).AsNoTracking().OrderBy(target => target.Position).Lines(planning).ToListAsync(ct)).ToLookup(target => target.TaskId);
        return new(ViewText.BreakdownTitle.Filled(view.Plan.Title),
            [
                .. view.Tasks.Select(task => new BreakdownRow(task.Number, view.Tree.TopOf(task.SectionId)?.Label ?? "", task.Text, view.Units.Of(task.LeadUnitId), view.Units.Of(task.Supports),
                    Due(task), [.. quotes[task.Id].Select(target => target.Quote).Distinct()]) { Accountable = view.Accountable(task) }),
            ])
        {
            Bureau = view.Plan.Bureau.Length > 0 ? view.Plan.Bureau : null,
            Subtitle = ViewText.AsOf.Filled(Wording.FullDay(view.Deadlines.Today)),
        };
    }

    private static string Due(TaskLine task) => task.DueOn is { } due ? Wording.FullDay(due) : task.DueWords;
}
