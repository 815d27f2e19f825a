using Shuren.Formulas.Binding;

namespace Shuren.Formulas.Sql;

/// <summary>
/// A bound formula as one statement: unit_id, at, numerator, denominator, value; a row for each unit and day asked for.
/// The value is null where there is none: nothing to divide by, a missing figure. A condition gives 1 or 0.
/// </summary>
internal static class SqlCompiler
{
    public static SqlQuery Compile(Bound bound, Catalogues.Catalogue catalogue, SqlDialect dialect, Question question)
    {
        var plan = new SqlPlan(Dialect.Of(dialect), catalogue, question);
        var asked = plan.Asked();
        var scope = new SqlScope(asked, null, "f.at");
        var (value, numerator, denominator) = new SqlWriter(plan).Top(bound, scope);
        var text = $"select f.unit_id as unit_id, f.at as at, {numerator} as numerator, {denominator} as denominator, {value} as value {scope.From(asked.Days)} order by f.unit_id, f.at";
        return plan.Query(text);
    }

    /// <summary>Several formulas of one plan: a select for each, with its place in the list before the columns of <see cref="Compile(Bound, Catalogues.Catalogue, SqlDialect, Question)"/>.</summary>
    public static IReadOnlyList<string> Compile(IReadOnlyList<Bound> formulas, SqlPlan plan)
    {
        var asked = plan.Asked();
        var writer = new SqlWriter(plan);
        return [.. formulas.Select((bound, place) =>
        {
            var scope = new SqlScope(asked, null, "f.at");
            var (value, numerator, denominator) = writer.Top(bound, scope);
            var number = place.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return $"select {number} as formula, f.unit_id as unit_id, f.at as at, {numerator} as numerator, {denominator} as denominator, {value} as value {scope.From(asked.Days)}";
        })];
    }
}

/// <summary>The formula as a whole: its value and, apart, what it is a quotient of.</summary>
internal sealed partial class SqlWriter
{
    public (string Value, string Numerator, string Denominator) Top(Bound bound, SqlScope scope)
    {
        var parts = bound switch
        {
            BoundQuotient quotient => new Parts(Write(quotient, scope), Write(quotient.Left, scope), Write(quotient.Right, scope)),
            BoundTotal total => Total(total, scope),
            BoundSpread spread => Spread(spread, scope),
            BoundEvery every => Every(every, scope),
            _ => new Parts(Write(bound, scope)),
        };
        var value = bound.Kind == BoundKind.Truth ? AsNumber(parts.Value) : parts.Value;
        return (value, parts.Numerator ?? value, parts.Denominator ?? plan.Dialect.Real("null"));
    }
}
