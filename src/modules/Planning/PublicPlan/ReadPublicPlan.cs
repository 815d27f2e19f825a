using Microsoft.EntityFrameworkCore;
using Shuren.Planning.BindTargets;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;
using Shuren.PlanText;

namespace Shuren.Planning.PublicPlan;

/// <summary>How far an item is, in the mild words for citizens.</summary>
internal enum PublicState
{
    Planned,
    Going,
    Done,
    Late,
}

/// <summary>
/// What citizens see of a published plan: the tasks that are marked public, who answers for them as a unit, how far they are, and their
/// targets. No person is named, and a value counts only when the lead has confirmed the report that it came with, or an indicator computes it.
/// </summary>
internal sealed class ReadPublicPlan(PlanningDb planning, ReadDeadlines deadlines, UnitNames units, ReadComputed computed) : IHandler
{
    /// <summary>A target with its reported value.</summary>
    public sealed record Goal(TargetLine Target, TargetStanding Standing);

    /// <summary>A public task.</summary>
    public sealed record Item(string Number, string Title, string Text, string Unit, DateOnly? Due, string DueWords, int Percent, PublicState State, IReadOnlyList<Goal> Goals);

    /// <summary>The items of one part of the plan; null for those under none.</summary>
    public sealed record Part(PlanBranch? Section, IReadOnlyList<Item> Items);

    /// <summary>What the page shows.</summary>
    public sealed record View(Guid Id, string Title, int Year, string Bureau, IReadOnlyList<Part> Parts, DateOnly Today)
    {
        public IEnumerable<Item> Items => Parts.SelectMany(part => part.Items);

        public int Count(PublicState state) => Items.Count(item => item.State == state);
    }

    /// <param name="id">The plan.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <param name="all">Also the tasks that citizens do not see: for a bureau above to which that was granted.</param>
    /// <returns>Null when there is no such plan, or it is not published.</returns>
    public async Task<View?> RunAsync(Guid id, CancellationToken ct, bool all = false)
    {
        if (await PublishedPlans.In(planning).FirstOrDefaultAsync(plan => plan.Id == id, ct) is not { } plan)
            return null;
        var today = await deadlines.RunAsync(ct);
        var tree = new PlanTree(await planning.Sections.AsNoTracking().Branches(id).ToListAsync(ct));
        var tasks = await planning.Tasks.AsNoTracking().Where(task => task.PlanId == id && (all || task.IsPublic) && task.DroppedAt == null).OrderBy(task => task.Position).ThenBy(task => task.Id).Lines(planning).ToListAsync(ct);
        var elapsed = new PlanHead(id, plan.Title, plan.Kind, plan.Bureau, plan.District, plan.Year, plan.EndYear, "", true, PlanState.Published).ElapsedOn(today.Today);
        var goals = (await computed.RunAsync(await GoalsAsync(id, all, ct), ct, asKept: true)).ToLookup(goal => goal.TaskId, goal => new Goal(goal, goal.StandingAt(elapsed)));
        var book = await units.RunAsync(tasks.Select(task => task.LeadUnitId).OfType<Guid>(), ct);
        var byTop = tasks.ToLookup(task => tree.TopOf(task.SectionId)?.Id, task => new Item(
            task.Number, task.Title, task.Text, book.Of(task.LeadUnitId), task.DueOn, task.DueWords, task.Percent, StateOf(task, today), [.. goals[task.Id]]));
        return new(id, plan.Title, plan.Year, plan.Bureau, [.. tree.Tops.Cast<PlanBranch?>().Append(null).Select(top => new Part(top, [.. byTop[top?.Id]])).Where(part => part.Items.Count > 0)], today.Today);
    }

    private Task<List<TargetLine>> GoalsAsync(Guid plan, bool all, CancellationToken ct) => planning.Targets.AsNoTracking()
        .Where(target => target.PlanId == plan && target.DroppedAt == null && target.Status == TargetStatus.Target
            && planning.Tasks.Any(task => task.Id == target.TaskId && (all || task.IsPublic) && task.DroppedAt == null))
        .OrderBy(target => target.Position).ThenBy(target => target.Id)
        .Select(target => new TargetLine
        {
            Id = target.Id, TaskId = target.TaskId, Indicator = target.Indicator, Kind = target.Kind, Value = target.Value, UpperValue = target.UpperValue, Unit = target.Unit,
            Comparator = target.Comparator, Deadline = target.Deadline, Quote = target.Quote, Baseline = target.Baseline,
            Bound = planning.Bindings.Where(binding => binding.TargetId == target.Id).Select(binding => new BoundIndicator(binding.Indicator, binding.UnitId)).FirstOrDefault(),
            Reported = planning.TargetValues.Where(value => value.TargetId == target.Id && (value.ReportId == null || planning.Confirmations.Any(word => word.ReportId == value.ReportId && word.Accepted)))
                .OrderByDescending(value => value.On).ThenByDescending(value => value.At).ThenByDescending(value => value.Id).Select(value => new LastValue(value.Value, value.On)).FirstOrDefault(),
        }).ToListAsync(ct);

    private static PublicState StateOf(TaskLine task, Deadlines today) => today.StateOf(task) switch
    {
        TaskState.Done => PublicState.Done,
        TaskState.Late => PublicState.Late,
        _ => task.Percent > 0 ? PublicState.Going : PublicState.Planned,
    };
}
