using Microsoft.EntityFrameworkCore;
using Shuren.Planning.PublicPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform.Districts.Above;

namespace Shuren.Planning.ReportUp;

/// <summary>How many targets the published plans of the year have, how many have a confirmed reading and how many are reached.</summary>
internal sealed class ReportTargets(PlanningDb planning, ReadPublicPlan read) : IReportUp
{
    public const string Kind = "planning.target-readings";

    public static UpwardFigure[] Figures { get; } = [new("targets", () => PublicText.UpTargets), new("read", () => PublicText.UpRead), new("reached", () => PublicText.Reached)];

    public async Task<IReadOnlyDictionary<string, double>> RunAsync(DateOnly day, CancellationToken ct)
    {
        var goals = new List<ReadPublicPlan.Goal>();
        foreach (var plan in await PublishedPlans.In(planning).Where(plan => plan.Year <= day.Year && day.Year <= plan.EndYear).Select(plan => plan.Id).ToListAsync(ct))
            goals.AddRange((await read.RunAsync(plan, ct, all: true))?.Items.SelectMany(item => item.Goals) ?? []);
        return new Dictionary<string, double>
        {
            ["targets"] = goals.Count, ["read"] = goals.Count(goal => goal.Standing != TargetStanding.Unreported), ["reached"] = goals.Count(goal => goal.Standing == TargetStanding.Reached),
        };
    }
}
