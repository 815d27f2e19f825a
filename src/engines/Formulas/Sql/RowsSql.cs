using System.Globalization;
using Shuren.Formulas.Ast;
using Shuren.Formulas.Binding;
using Shuren.Formulas.Catalogues;

namespace Shuren.Formulas.Sql;

/// <summary>The rows that a count or sum takes: row_id and unit_id, in the order of row_id.</summary>
internal static class RowsSql
{
    public static SqlQuery Of(BoundTotal total, Catalogue catalogue, SqlDialect dialect, Question question, int most)
    {
        var plan = new SqlPlan(Dialect.Of(dialect), catalogue, question);
        var asked = plan.Asked();
        var fact = total.Rows.Fact;
        var writer = new SqlWriter(plan);
        var row = new SqlScope(asked, "x", "d.at");
        var conditions = new List<string> { SqlPlan.Counts(fact, total.Rows.During, "x", asked.Days) };
        if (total.Rows.Where is { } where)
            conditions.Add(writer.Write(where, row));
        if (total.Argument is { } argument)
            conditions.Add((total.Of == AggregateKind.CountDistinct ? writer.Plain(argument, row) : writer.Write(argument, row)) + " is not null");
        var text = $"select distinct x.{fact.Key} as row_id, x.{fact.Unit} as unit_id from {asked.Name} f join {asked.Days.Name} d on d.at = f.at "
            + $"join {plan.Reach} r on r.unit_id = f.unit_id join {fact.View} x on x.{fact.Unit} = r.member_id "
            + $"where {string.Join(" and ", conditions)} order by x.{fact.Key} limit {Math.Max(0, most).ToString(CultureInfo.InvariantCulture)}";
        return plan.Query(text);
    }
}
