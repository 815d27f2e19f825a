using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.PlanText.Dates;

namespace Shuren.Planning.BindTargets;

/// <summary>By when a target has to be met.</summary>
internal static class TargetDay
{
    /// <summary>The day that its own words say, else that of its task, else the last of the plan.</summary>
    public static DateOnly Of(TargetLine target, DateOnly? taskDue, PlanHead plan) =>
        (target.Deadline is { } words ? DueWords.Find(words, plan.EndYear)?.LastDay : null) ?? taskDue ?? new(plan.EndYear, 12, 31);
}
