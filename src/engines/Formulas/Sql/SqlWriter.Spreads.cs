using Shuren.Formulas.Ast;
using Shuren.Formulas.Binding;
using Shuren.Formulas.Catalogues;

namespace Shuren.Formulas.Sql;

/// <summary>Values of the units under a unit; values of other days.</summary>
internal sealed partial class SqlWriter
{
    private Parts Spread(BoundSpread spread, SqlScope scope)
    {
        var rows = Once(scope.Frame, spread with { Of = AggregateKind.Sum, Percentile = 0 }, () => UnitsUnder(spread.Each, spread.Argument, spread.Weight, scope));
        return Reduced(spread.Of, spread.Percentile, rows, scope, spread.Weight is not null);
    }

    private Parts Every(BoundEvery every, SqlScope scope)
    {
        var rows = Once(scope.Frame, every, () => UnitsUnder(every.Each, every.Condition, null, scope));
        var met = Zero(scope.Join(Group(rows, "sum(r.v)")) + ".v");
        var all = scope.Join(Group(rows, "count(*)")) + ".v";
        return new($"({met} >= {all})", met, Zero(all));
    }

    private string UnitsUnder(BoundEach each, Bound? value, Bound? weight, SqlScope scope)
    {
        var under = plan.Under(scope.Frame, each.Fact);
        var values = Values(under, each, value, weight);
        return plan.Relation("r", "unit_id, at, v, w", () =>
            $"select f.unit_id, f.at, v.v, v.w from {scope.Frame.Name} f join {plan.Reach} r on r.unit_id = f.unit_id "
            + $"join {values} v on v.unit_id = r.member_id and v.at = f.at");
    }

    /// <summary>The value of each unit of a frame. Units without a value, and with no weight or less, are out.</summary>
    private string Values(Frame frame, BoundEach each, Bound? value, Bound? weight)
    {
        var inside = new SqlScope(frame, "g", "f.at");
        var number = value switch
        {
            null => "1.0",
            // A condition that cannot be told is not met.
            { Kind: BoundKind.Truth } => $"case when {Write(value, inside)} then 1.0 else 0.0 end",
            _ => Write(value, inside),
        };
        var rows = plan.Present(each.Fact, frame.Days);
        var by = weight is null ? "1.0" : Write(weight, inside);
        var where = each.Where is { } condition ? Write(condition, inside) : "1 = 1";
        var all = plan.Relation("v", "unit_id, at, v, w", () => $"select f.unit_id, f.at, {number}, {by} {inside.From(frame.Days, rows)} where {where}");
        return plan.Relation("v", "unit_id, at, v, w", () => $"select v.unit_id, v.at, v.v, v.w from {all} v where v.v is not null and v.w > 0");
    }

    private string Rank(BoundRank rank, SqlScope scope)
    {
        var relation = Once(scope.Frame, rank, () =>
        {
            var values = Values(plan.Everywhere(rank.Among.Fact, scope.Frame.Days), rank.Among, rank.Of, null);
            var order = rank.LowestFirst ? "" : " desc";
            return plan.Relation("b", "unit_id, at, v", () => $"select v.unit_id, v.at, {plan.Dialect.Real($"rank() over (partition by v.at order by v.v{order})")} from {values} v");
        });
        return scope.Join(relation) + ".v";
    }

    private string Growth(BoundGrowth growth, SqlScope scope)
    {
        var pairs = scope.Frame.Days.All.Select(day => (Day: day, Past: growth.Over.Before(day))).ToList();
        var key = $"{scope.Frame.Name} {growth.Over}";
        var shift = Once(key + " shift", () => plan.Relation("k", "", () =>
            string.Join(" union all ", pairs.Select(pair => $"select {plan.Parameter(pair.Day)} as at, {plan.Parameter(pair.Past)} as past"))));
        var past = Once(scope.Frame, growth with { IsRelative = true, Unit = null }, () => Past(growth.Of, scope.Frame, shift, plan.Days([.. pairs.Select(pair => pair.Past).Distinct()])));
        scope.Join(shift, $"left join {shift} on {shift}.at = f.at");
        scope.Join(past, $"left join {past} on {past}.unit_id = f.unit_id and {past}.at = {shift}.past");
        var (now, then) = (Write(growth.Of, scope), $"{past}.v");
        return growth.IsRelative ? $"(100.0 * ({now} - {then}) / nullif(abs({then}), 0))" : $"({now} - {then})";
    }

    private string Past(Bound of, Frame frame, string shift, DaySet days)
    {
        var name = plan.Relation("f", "unit_id, at", () => $"select distinct f.unit_id, k.past from {frame.Name} f join {shift} k on k.at = f.at");
        var scope = new SqlScope(new Frame(name, days, frame.IsNarrow), null, "f.at");
        var value = Write(of, scope);
        return plan.Relation("v", "unit_id, at, v", () => $"select f.unit_id, f.at, {value} {scope.From(days)}");
    }
}
