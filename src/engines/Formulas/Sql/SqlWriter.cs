using System.Globalization;
using Shuren.Formulas.Ast;
using Shuren.Formulas.Binding;
using Shuren.Formulas.Catalogues;

namespace Shuren.Formulas.Sql;

/// <summary>Expressions. Whatever is a number is a double here; a quotient multiplies first and divides once; nothing divides by 0.</summary>
internal sealed partial class SqlWriter(SqlPlan plan)
{
    /// <summary>Computed numbers that differ by less than this part of their size are equal.</summary>
    private const string Tolerance = "0.000000001";

    private readonly Dictionary<(Frame, Bound), string> written = [];

    public string Write(Bound bound, SqlScope scope) => bound switch
    {
        BoundNumber number => plan.Parameter((double)number.Value),
        BoundParameter parameter => Dated(parameter.Parameter, scope),
        BoundDay day => plan.Parameter(day.Value),
        BoundToday => scope.At,
        BoundTruth truth => truth.Value ? "1 = 1" : "1 = 0",
        BoundColumn column => Column(column, scope),
        BoundNegation negation => $"(- {Write(negation.Of, scope)})",
        BoundArithmetic sum => $"({Write(sum.Left, scope)} {sum.Sign switch { Operator.Add => "+", Operator.Subtract => "-", _ => "*" }} {Write(sum.Right, scope)})",
        BoundQuotient quotient => Divided(Write(quotient.Left, scope), quotient.Factor, Write(quotient.Right, scope)),
        BoundElse other => $"coalesce({Write(other.First, scope)}, {Write(other.Second, scope)})",
        BoundComparison comparison => Compared(comparison, scope),
        BoundOneOf choice => OneOf(choice, scope),
        BoundBoth both => $"({Write(both.Left, scope)} and {Write(both.Right, scope)})",
        BoundEither either => $"({Write(either.Left, scope)} or {Write(either.Right, scope)})",
        BoundNot not => $"(not ({Write(not.Of, scope)}))",
        BoundMissing missing => $"(({Plain(missing.Of, scope)}) is {(missing.Negated ? "not null" : "null")})",
        BoundExists exists => Exists(exists, scope),
        BoundWhole whole => Rounded(whole, scope),
        BoundAtLeast least => AtLeast(least, scope),
        BoundTotal total => Total(total, scope).Value,
        BoundSpread spread => Spread(spread, scope).Value,
        BoundEvery every => Every(every, scope).Value,
        BoundGrowth growth => Growth(growth, scope),
        BoundRank rank => Rank(rank, scope),
        _ => throw new System.Diagnostics.UnreachableException(bound.GetType().Name),
    };

    public string Divided(string left, decimal factor, string right) =>
        $"({left}{(factor == 1 ? "" : " * " + plan.Parameter((double)factor))} / nullif({right}, 0))";

    /// <summary>A condition as 1, 0 or nothing.</summary>
    public static string AsNumber(string condition) => $"case when {condition} then 1.0 when not ({condition}) then 0.0 end";

    private string Column(BoundColumn column, SqlScope scope)
    {
        var plain = Plain(column, scope);
        return column.Column.Type switch
        {
            ColumnType.Whole when column.Column.Scale == 1 => plan.Dialect.Real(plain),
            ColumnType.Whole => $"({plan.Dialect.Real(plain)} / {plan.Parameter((double)column.Column.Scale)})",
            _ => plain,
        };
    }

    /// <summary>A column as it stands in the database; anything else as ever.</summary>
    public string Plain(Bound bound, SqlScope scope) => bound is BoundColumn column ? $"{scope.Row}.{column.Column.Sql}" : Write(bound, scope);

    private string Dated(Parameter parameter, SqlScope scope)
    {
        var values = scope.Frame.Days.All.Select(day => (Day: day, Value: parameter.On(day))).ToList();
        if (values.Select(value => value.Value).Distinct().ToList() is [{ } always])
            return plan.Parameter((double)always);
        var cases = values.Where(value => value.Value is not null).Select(value => $"when {scope.At} = {plan.Parameter(value.Day)} then {plan.Parameter((double)value.Value!)}").ToList();
        return cases.Count == 0 ? plan.Dialect.Real("null") : $"(case {string.Join(' ', cases)} end)";
    }

    private string Compared(BoundComparison comparison, SqlScope scope)
    {
        var (left, right) = (Write(comparison.Left, scope), Write(comparison.Right, scope));
        if (comparison.IsExact)
            return $"({left} {comparison.Sign switch { Operator.Equal => "=", Operator.NotEqual => "<>", Operator.Less => "<", Operator.LessOrEqual => "<=", Operator.Greater => ">", _ => ">=" }} {right})";
        var slack = $"{Tolerance} * (abs({left}) + abs({right}))";
        return comparison.Sign switch
        {
            Operator.Equal => $"(abs({left} - {right}) <= {slack})",
            Operator.NotEqual => $"(abs({left} - {right}) > {slack})",
            Operator.Less => $"({left} - {right} < - {slack})",
            Operator.LessOrEqual => $"({left} - {right} <= {slack})",
            Operator.Greater => $"({left} - {right} > {slack})",
            _ => $"({left} - {right} >= - {slack})",
        };
    }

    private string OneOf(BoundOneOf choice, SqlScope scope)
    {
        var column = Plain(choice.Of, scope);
        return choice.Codes.All.Count == 0
            ? $"(case when {column} is not null then {(choice.Negated ? "1 = 1" : "1 = 0")} end)"
            : $"({column} {(choice.Negated ? "not in" : "in")} ({string.Join(", ", choice.Codes.All.Select(plan.Parameter))}))";
    }

    private string Exists(BoundExists exists, SqlScope scope)
    {
        var fact = exists.Rows.Fact;
        var alias = "e" + (scope.Row!.StartsWith('e') ? (int.Parse(scope.Row[1..], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture) : "0");
        var where = exists.Rows.Where is { } condition ? " and " + Write(condition, scope with { Row = alias }) : "";
        return $"exists (select 1 from {fact.View} {alias} where {alias}.{exists.Link.There} = {scope.Row}.{exists.Link.Here} "
            + $"and {SqlPlan.Counts(fact, exists.Rows.During, alias, scope.Frame.Days)}{where})";
    }

    /// <summary>The noise of doubles must not push 3.0000000000000004 up to 4, nor a difference of equals down to -1.</summary>
    private string Rounded(BoundWhole whole, SqlScope scope)
    {
        var of = Write(whole.Of, scope);
        return whole.Up ? $"ceil({of} - {Tolerance} * abs({of}) - 0.00000000001)" : $"floor({of} + {Tolerance} * abs({of}) + 0.00000000001)";
    }

    private string AtLeast(BoundAtLeast least, SqlScope scope)
    {
        var conditions = least.Conditions.All.Select(condition => Write(condition, scope)).ToList();
        var met = string.Join(" + ", conditions.Select(condition => $"(case when {condition} then 1 else 0 end)"));
        var rests = least.Rests.All.Select((rest, i) => $" and coalesce({conditions[i]} or {Write(rest, scope)}, 1 = 0)");
        return $"({met} >= {least.Count.ToString(CultureInfo.InvariantCulture)}{string.Concat(rests)})";
    }
}
