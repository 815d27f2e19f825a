using Shuren.Formulas.Catalogues;

namespace Shuren.Indicators.Packs;

/// <summary>What a goal asks.</summary>
internal enum GoalKind
{
    /// <summary>达到: at least.</summary>
    Reach,

    /// <summary>不低于: at least, and it was there before.</summary>
    Floor,

    /// <summary>不超过: at most.</summary>
    Ceiling,

    /// <summary>等于.</summary>
    Exact,

    /// <summary>在区间内: both ends belong to it.</summary>
    Range,
}

/// <summary>An end of a goal: a number, or a dated number of the law.</summary>
internal sealed record Bound(decimal? Number, Parameter? Parameter)
{
    /// <summary>Its value on a day; null before the law knew it.</summary>
    public decimal? On(DateOnly day) => Number ?? Parameter!.On(day); // one of the two is there
}

/// <summary>What shall be reached.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Low">The line; of a range its lower end.</param>
/// <param name="High">The upper end of a range; null otherwise.</param>
internal sealed record Goal(GoalKind Kind, Bound Low, Bound? High)
{
    /// <summary>Numbers that differ by less than this part of their size are equal, as in formulas (decision 0091).</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Whether a value meets it on a day; null where there is no value or no line yet.</summary>
    public bool? IsMet(double? value, DateOnly day)
    {
        if (value is not { } found || (double?)Low.On(day) is not { } low)
            return null;
        return Kind switch
        {
            GoalKind.Reach or GoalKind.Floor => found >= low - Slack(found, low),
            GoalKind.Ceiling => found <= low + Slack(found, low),
            GoalKind.Exact => Math.Abs(found - low) <= Slack(found, low),
            GoalKind.Range => (double?)High!.On(day) is { } high ? found >= low - Slack(found, low) && found <= high + Slack(found, high) : null, // a range has both ends
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>How far a value is from the goal, in the value's own unit; 0 where it is met, null where nothing can be said.</summary>
    public double? Short(double? value, DateOnly day) => IsMet(value, day) switch
    {
        null => null,
        true => 0,
        false => Kind switch
        {
            GoalKind.Ceiling => value - (double?)Low.On(day),
            GoalKind.Range when value > (double?)High!.On(day) => value - (double?)High.On(day), // a range has both ends
            GoalKind.Exact => Math.Abs((value - (double?)Low.On(day))!.Value), // both are there: it was compared
            _ => (double?)Low.On(day) - value,
        },
    };

    private static double Slack(double left, double right) => Tolerance * (Math.Abs(left) + Math.Abs(right));
}
