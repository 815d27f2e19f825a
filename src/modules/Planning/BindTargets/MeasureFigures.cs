using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Ui;

namespace Shuren.Planning.BindTargets;

/// <summary>The large numbers on top of a target's page.</summary>
internal static class MeasureFigures
{
    public static IReadOnlyList<Figure> Of(ViewMeasure.View view)
    {
        var target = view.Target;
        List<Figure> all =
        [
            new(BindText.Now, TargetWords.Value(target), target.IsComputed ? BindText.Computed : "") { Lamp = PlanWords.LampOf(view.Standing) },
            new(BindText.Goal, target.Value is null ? ViewText.DirectionOnly : TargetWords.Goal(target)),
        ];
        if (target.Computed is { } computed && target.Reported is { } said)
        {
            all.Add(new(BindText.Declared, TargetWords.Number(said.Value) + target.ShownUnit, Wording.Day(said.On, view.Today)));
            if (computed.Difference(said) is { } apart)
                all.Add(new(BindText.Difference, MeasureWords.Signed(apart), target.ShownUnit == "%" ? ViewText.PercentagePoints : target.ShownUnit));
        }
        return all;
    }
}
