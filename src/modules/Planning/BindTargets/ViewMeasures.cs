using Microsoft.EntityFrameworkCore;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;

namespace Shuren.Planning.BindTargets;

/// <summary>What measures the targets of a plan: what is bound, what is suggested.</summary>
internal sealed class ViewMeasures(PlanningDb planning, PlanScope scope, FindPlanHead heads, ReadComputed computed, SuggestMeasures suggest, ReachOfBureau reach) : IHandler
{
    /// <summary>A target with the nearest indicator, if one is near enough.</summary>
    public sealed record Row(TargetLine Target, MeasureAdvice? Advice)
    {
        /// <summary>Whether it can be confirmed without mending anything.</summary>
        public bool MayConfirm => Advice is { Trouble: null };
    }

    /// <summary>What the page shows.</summary>
    public sealed record View(PlanHead Plan, IReadOnlyList<Row> Rows, bool MayBind)
    {
        public int Bound => Rows.Count(row => row.Target.Bound is not null);

        public int Suggested => Rows.Count(row => row.Advice is not null);
    }

    /// <returns>Null when there is no such plan for this actor.</returns>
    public async Task<View?> RunAsync(Guid plan, CancellationToken ct)
    {
        if (await heads.RunAsync(plan, ct) is not { } head)
            return null;
        var lines = await computed.RunAsync(await scope.Targets(plan).AsNoTracking().OrderBy(target => target.Position).ThenBy(target => target.Id).Lines(planning).ToListAsync(ct), ct);
        var advices = suggest.Run(lines);
        return new(head, [.. lines.Select(line => new Row(line, advices.GetValueOrDefault(line.Id)?[0]))], head.State != PlanState.Closed && await reach.RunAsync(PlanningRights.Edit, ct));
    }
}
