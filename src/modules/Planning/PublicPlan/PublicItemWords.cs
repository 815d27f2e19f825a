using Shuren.Kernel;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Ui;

namespace Shuren.Planning.PublicPlan;

/// <summary>The sentences about an item on the public page.</summary>
internal static class PublicItemWords
{
    /// <summary>Which unit, by when.</summary>
    public static string Who(ReadPublicPlan.Item item)
    {
        var due = item.Due is { } day ? Wording.FullDay(day) : item.DueWords;
        return (item.Unit.Length > 0, due.Length > 0) switch
        {
            (true, true) => PublicText.UnitAndDue.Filled(item.Unit, due),
            (true, false) => item.Unit,
            (false, true) => PublicText.DueOnly.Filled(due),
            _ => "",
        };
    }

    /// <summary>公办园在园幼儿占比现为55.4%，目标≥58%.</summary>
    public static string Said(ReadPublicPlan.Goal goal)
    {
        var aim = goal.Target.Value is null ? goal.Target.Quote : TargetWords.Goal(goal.Target);
        return goal.Target.Last is null
            ? PublicText.GoalOnly.Filled(goal.Target.Indicator, aim)
            : (goal.Target.IsComputed ? PublicText.GoalAndComputed : PublicText.GoalAndValue).Filled(goal.Target.Indicator, TargetWords.Value(goal.Target), aim);
    }
}
