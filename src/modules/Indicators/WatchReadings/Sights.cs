using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;

namespace Shuren.Indicators.WatchReadings;

/// <summary>What the rules see in values. Pure: values in, a sight out.</summary>
internal static class Sights
{
    /// <summary>So many changes between neighbouring days a history has to have before a jump can be told from it.</summary>
    public const int LeastChanges = 10;

    /// <summary>Numbers that differ by less than this part of their size are equal, as in formulas (decision 0091).</summary>
    private const double Tolerance = 1e-9;

    /// <summary>The goal of the document is not met.</summary>
    public static Sight Missed(AlertRule rule, Indicator indicator, double? value, DateOnly day)
    {
        var goal = indicator.Goal!; // the rule covers indicators with a goal only
        var line = LineOf(goal, value, day);
        return goal.IsMet(value, day) switch
        {
            null => new(Finding.Unsure, value, line),
            false => new(Finding.Bad, value, line),
            true => new(IsClear(rule, indicator, goal, value!.Value, day) ? Finding.Well : Finding.Unsure, value, line), // what is met is there
        };
    }

    /// <summary>Worse than a former value by more than the rule allows.</summary>
    public static Sight Worse(AlertRule rule, Indicator indicator, double? value, double? past, DateOnly? pastDay)
    {
        if (value is not { } now || past is not { } then)
            return new(Finding.Unsure, value);
        var (sign, allowed) = (indicator.Direction == Direction.Down ? -1 : 1, Math.Abs(then) * (double)rule.By / 100);
        return new(sign * (then - now) > allowed + Slack(now, then) ? Finding.Bad : Finding.Well, value, then - sign * allowed, past, pastDay);
    }

    /// <summary>Changed since the day before by more than is plausible.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="value">Today's value.</param>
    /// <param name="history">The values before today that the rule looks back at, oldest first.</param>
    public static Sight Jump(AlertRule rule, double? value, IReadOnlyList<(DateOnly Day, double Value)> history)
    {
        if (value is not { } now || history is not [.., var (day, then)])
            return new(Finding.Unsure, value);
        var change = Math.Abs(now - then);
        // What was nothing begins; that is no jump.
        if (then == 0 || change <= Math.Abs(then) * (double)rule.By / 100 + Slack(now, then))
            return new(Finding.Well, value, null, then, day);
        if (history.Count <= LeastChanges)
            return new(Finding.Unsure, value, null, then, day);
        var largest = history.Zip(history.Skip(1), (one, next) => Math.Abs(next.Value - one.Value)).Max();
        var allowed = Math.Max(Math.Abs(then) * (double)rule.By / 100, largest * (double)rule.Factor);
        return new(change > allowed + Slack(now, then) ? Finding.Bad : Finding.Well, value, now > then ? then + allowed : then - allowed, then, day);
    }

    /// <summary>No confirmed figure counts.</summary>
    /// <param name="counts">Whether one does.</param>
    /// <param name="waits">Whether one was reported and waits for somebody to confirm it.</param>
    /// <param name="due">The last day by which it had to be there; null where none has been set yet.</param>
    /// <param name="day">Today.</param>
    public static Sight Unreported(bool counts, bool waits, DateOnly? due, DateOnly day) =>
        counts || due is null || day <= due ? new(Finding.Well, PastDay: due) : new(waits ? Finding.Unsure : Finding.Bad, PastDay: due);

    private static double? LineOf(Goal goal, double? value, DateOnly day) =>
        goal.Kind == GoalKind.Range && value > (double?)goal.High!.On(day) ? (double?)goal.High.On(day) : (double?)goal.Low.On(day); // a range has both ends

    // Of a percentage 100 is as far as it goes.
    private static bool IsClear(AlertRule rule, Indicator indicator, Goal goal, double value, DateOnly day)
    {
        var low = (double?)goal.Low.On(day) ?? 0; // it was compared
        var margin = Math.Abs(low) * (double)rule.Clear / 100;
        return goal.Kind switch
        {
            GoalKind.Reach or GoalKind.Floor => value >= (indicator.UnitShown == "%" && low <= 100 ? Math.Min(low + margin, 100) : low + margin) - Slack(value, low),
            GoalKind.Ceiling => value <= low - margin + Slack(value, low),
            _ => true,
        };
    }

    private static double Slack(double left, double right) => Tolerance * (Math.Abs(left) + Math.Abs(right));
}
