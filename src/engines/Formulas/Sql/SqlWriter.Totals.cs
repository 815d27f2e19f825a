using System.Globalization;
using Shuren.Formulas.Ast;
using Shuren.Formulas.Binding;
using Shuren.Formulas.Catalogues;

namespace Shuren.Formulas.Sql;

/// <summary>A value and, where it is one, what it is a quotient of.</summary>
internal sealed record Parts(string Value, string? Numerator = null, string? Denominator = null);

/// <summary>Counts and sums of rows.</summary>
internal sealed partial class SqlWriter
{
    private Parts Total(BoundTotal total, SqlScope scope) => total.Of switch
    {
        AggregateKind.Count => new(Zero(Gather(total, "count", null, scope))),
        AggregateKind.Sum => new(Sum(total, scope)),
        AggregateKind.Average => Quotient(Sum(total, scope), Zero(Gather(total, "count", Plain(total.Argument!, Row(scope)), scope))),
        AggregateKind.Minimum => new(Gather(total, "min", Write(total.Argument!, Row(scope)), scope)),
        AggregateKind.Maximum => new(Gather(total, "max", Write(total.Argument!, Row(scope)), scope)),
        _ => Reduced(total.Of, total.Percentile, Rows(total, scope), scope, false),
    };

    private static SqlScope Row(SqlScope scope) => new(scope.Frame, "x", "d.at");

    private Parts Quotient(string left, string right) => new(Divided(left, 1, right), left, right);

    private string Zero(string sum) => $"coalesce({plan.Dialect.Real(sum)}, 0.0)";

    /// <summary>Whole columns are added up as whole numbers, and divided by their scale once, at the end.</summary>
    private string Sum(BoundTotal total, SqlScope scope)
    {
        if (total.Argument is not BoundColumn { Column.Type: ColumnType.Whole } column)
            return Zero(Gather(total, "sum", Write(total.Argument!, Row(scope)), scope)); // a sum has its argument
        var sum = Zero(Gather(total, "sum", Plain(column, Row(scope)), scope));
        return column.Column.Scale == 1 ? sum : $"({sum} / {plan.Parameter((double)column.Column.Scale)})";
    }

    private string Gather(BoundTotal total, string function, string? value, SqlScope scope)
    {
        var where = total.Rows.Where is { } condition ? Write(condition, Row(scope)) : null;
        var scan = plan.Scan(scope.Frame, total.Rows.Fact, total.Rows.During);
        var rollup = plan.Rollup(scope.Frame, scan);
        return $"{scope.Join(rollup.Name)}.v{scan.Gather(new Gathered(function, value, where)).ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The single values, for what cannot be added up: medians, distinct counts, deviations.</summary>
    private string Rows(BoundTotal total, SqlScope scope) => Once(scope.Frame, total, () =>
    {
        var row = Row(scope);
        var (fact, days) = (total.Rows.Fact, scope.Frame.Days);
        var value = total.Of == AggregateKind.CountDistinct ? Plain(total.Argument!, row) : Write(total.Argument!, row);
        var where = total.Rows.Where is { } condition ? " and " + Write(condition, row) : "";
        return plan.Relation("r", "unit_id, at, v, w", () =>
            $"select f.unit_id, f.at, {value}, 1.0 from {scope.Frame.Name} f join {days.Name} d on d.at = f.at join {plan.Reach} r on r.unit_id = f.unit_id "
            + $"join {fact.View} x on x.{fact.Unit} = r.member_id and {SqlPlan.Counts(fact, total.Rows.During, "x", days)}{where} where {value} is not null");
    });

    /// <summary>One number of the many in a relation (unit_id, at, v, w).</summary>
    private Parts Reduced(AggregateKind kind, decimal percentile, string rows, SqlScope scope, bool isWeighted)
    {
        switch (kind)
        {
            case AggregateKind.Count or AggregateKind.Sum:
                return new(Zero(scope.Join(Group(rows, kind == AggregateKind.Count ? "count(*)" : "sum(r.v)")) + ".v"));
            case AggregateKind.CountDistinct:
                return new(Zero(scope.Join(Group(rows, "count(distinct r.v)")) + ".v"));
            case AggregateKind.Minimum or AggregateKind.Maximum:
                return new(scope.Join(Group(rows, kind == AggregateKind.Minimum ? "min(r.v)" : "max(r.v)")) + ".v");
            case AggregateKind.Average:
                return Quotient(Zero(scope.Join(Group(rows, isWeighted ? "sum(r.v * r.w)" : "sum(r.v)")) + ".v"), Zero(scope.Join(Group(rows, isWeighted ? "sum(r.w)" : "count(*)")) + ".v"));
            case AggregateKind.Median or AggregateKind.Percentile:
                return new(scope.Join(Percentile(rows, kind == AggregateKind.Median ? 50 : percentile)) + ".v");
            default:
                return Deviation(kind, rows, scope);
        }
    }

    private string Group(string rows, string value) => Once(rows + value, () =>
        plan.Relation("b", "unit_id, at, v", () => $"select r.unit_id, r.at, {value} from {rows} r group by r.unit_id, r.at"));

    /// <summary>Between the two values next to the place p * (n - 1), by the distance to each: the same on every database.</summary>
    private string Percentile(string rows, decimal percentile) => Once($"{rows} {percentile}", () =>
    {
        var share = plan.Parameter((double)percentile);
        var ordered = plan.Relation("o", "unit_id, at, v, away", () =>
            "select o.unit_id, o.at, o.v, abs(o.i - o.n * " + share + " / 100.0) from (select r.unit_id, r.at, r.v, "
            + $"{plan.Dialect.Real("row_number() over (partition by r.unit_id, r.at order by r.v) - 1")} as i, {plan.Dialect.Real("count(*) over (partition by r.unit_id, r.at) - 1")} as n from {rows} r) o");
        return plan.Relation("b", "unit_id, at, v", () => $"select o.unit_id, o.at, sum(o.v * (1.0 - o.away)) from {ordered} o where o.away < 1.0 group by o.unit_id, o.at");
    });

    /// <summary>In two passes, so that nothing is lost by taking large squares from one another. Population form: divided by n, not n - 1.</summary>
    private Parts Deviation(AggregateKind kind, string rows, SqlScope scope)
    {
        var spread = Once(rows + " spread", () =>
        {
            var mean = plan.Relation("m", "unit_id, at, m, t", () => $"select r.unit_id, r.at, sum(r.v * r.w) / nullif(sum(r.w), 0), sum(r.w) from {rows} r group by r.unit_id, r.at");
            return plan.Relation("b", "unit_id, at, s, m", () => $"select r.unit_id, r.at, sqrt(sum(r.w * (r.v - m.m) * (r.v - m.m)) / nullif(max(m.t), 0)), max(m.m) "
                + $"from {rows} r join {mean} m on m.unit_id = r.unit_id and m.at = r.at group by r.unit_id, r.at");
        });
        var name = scope.Join(spread);
        return kind == AggregateKind.Disparity ? Quotient($"{name}.s", $"{name}.m") : new($"{name}.s");
    }

    private string Once(Frame frame, Bound bound, Func<string> make)
    {
        if (!written.TryGetValue((frame, bound), out var name))
            written[(frame, bound)] = name = make();
        return name;
    }

    private readonly Dictionary<string, string> reductions = new(StringComparer.Ordinal);

    private string Once(string key, Func<string> make)
    {
        if (!reductions.TryGetValue(key, out var name))
            reductions[key] = name = make();
        return name;
    }
}
