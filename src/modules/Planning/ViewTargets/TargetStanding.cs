using Shuren.PlanText;

namespace Shuren.Planning.ViewTargets;

/// <summary>How far a target is.</summary>
internal enum TargetStanding
{
    /// <summary>There is no value: nobody has reported one, and no indicator gives one.</summary>
    Unreported,

    /// <summary>已达到.</summary>
    Reached,

    /// <summary>按期: not there, but as far as the year.</summary>
    OnPace,

    /// <summary>Short of it, in reach.</summary>
    Short,

    /// <summary>Behind plan.</summary>
    Behind,
}

/// <summary>Judges a value against its target. A rule of thumb that a reader can reckon after, and never a mark.</summary>
internal static class TargetStandings
{
    /// <summary>Kinds that fill up over the year: half of it is on pace in June.</summary>
    private static readonly TargetKind[] FillUp = [TargetKind.Count, TargetKind.Increase, TargetKind.Decrease];

    /// <param name="target">The target with its last value.</param>
    /// <param name="elapsed">The part of the plan's period that has passed, 0 to 1.</param>
    public static TargetStanding StandingAt(this TargetLine target, double elapsed)
    {
        if (target.Last is not { } last)
            return TargetStanding.Unreported;
        if (target.Value is not { } goal)
            return TargetStanding.OnPace;
        if (IsReached(target, goal, last.Value))
            return TargetStanding.Reached;
        if (elapsed >= 1)
            return TargetStanding.Behind;
        if (!FillUp.Contains(target.Kind) || goal <= 0 || target.Unit is "%" or "个百分点")
            return TargetStanding.Short;
        return (last.Value / goal) switch
        {
            var share when share >= elapsed => TargetStanding.OnPace,
            var share when share >= elapsed / 2 => TargetStanding.Short,
            _ => TargetStanding.Behind,
        };
    }

    /// <summary>Whether a value reaches the goal. Numbers that differ by less than a thousand-millionth of their size are equal: computed ones carry such noise.</summary>
    internal static bool IsReached(TargetLine target, double goal, double value) => target.Kind switch
    {
        TargetKind.Ceiling or TargetKind.Rank => AtMost(value, goal),
        TargetKind.Exact => AtMost(value, goal) && AtMost(goal, value),
        TargetKind.Range => AtMost(goal, value) && (target.UpperValue is not { } upper || AtMost(value, upper) || target.Unit != "%"),
        _ => target.Comparator == "<=" ? AtMost(value, goal) : AtMost(goal, value),
    };

    private static bool AtMost(double left, double right) => left <= right + 1e-9 * (1 + Math.Abs(left) + Math.Abs(right));
}
