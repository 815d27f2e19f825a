using Shuren.Formulas.Sql;

namespace Shuren.Formulas;

/// <summary>
/// Many formulas that are computed together in two steps: what their counts and sums find at each unit (totals), kept by the caller in a relation of its own, and the
/// values from those. Each fact is read once for all formulas; when rows of one unit change, only that unit's totals are gathered anew, whatever the size of the district.
/// </summary>
/// <remarks>
/// The relation has the columns scan (whole number), slot (whole number), unit_id, at (day) and value (double); a name like ds_totals. What cannot be added up - medians,
/// percentiles, distinct counts, deviations of rows - is read from the rows in the second step.
/// </remarks>
public sealed class FormulaSet
{
    /// <summary>Stands where the units' parameters come, one for each: SQLite carries those into the views below, and no list.</summary>
    private const string UnitsOfTotals = "@units";

    private readonly IReadOnlyList<FormulaReading> formulas;
    private readonly SqlDialect dialect;
    private readonly IReadOnlyList<DateOnly> days;
    private readonly string totals;
    private readonly Lazy<Compiled> all;
    private readonly Lazy<Compiled> few;
    private readonly Lazy<IReadOnlyList<IReadOnlySet<string>>> views;

    /// <summary>Puts formulas together.</summary>
    /// <param name="formulas">Without errors, all of one catalogue.</param>
    /// <param name="dialect">Of the database.</param>
    /// <param name="days">The days asked for, each once.</param>
    /// <param name="totals">The relation that keeps the totals.</param>
    /// <exception cref="ArgumentException">A formula has errors or another catalogue, no day or one twice, or the name of the relation is none.</exception>
    public FormulaSet(IReadOnlyList<FormulaReading> formulas, SqlDialect dialect, IReadOnlyList<DateOnly> days, string totals)
    {
        if (formulas.Count == 0 || formulas.Any(formula => !formula.Succeeded || formula.Catalogue != formulas[0].Catalogue))
            throw new ArgumentException("At least one formula, none with errors, all of one catalogue.", nameof(formulas));
        if (days.Count == 0 || days.Distinct().Count() != days.Count)
            throw new ArgumentException("At least one day, and each once.", nameof(days));
        if (!Catalogues.Catalogue.IsView(totals))
            throw new ArgumentException("The relation is called ds_ and lower-case letters, digits and _.", nameof(totals));
        (this.formulas, this.dialect, this.days, this.totals) = (formulas, dialect, days, totals);
        (all, few) = (new(() => Compile(null)), new(() => Compile([])));
        views = new(() => [.. few.Value.Totals.Select(scan => SqlPlan.ViewsIn(scan.Text).ToHashSet(StringComparer.Ordinal))]);
    }

    /// <summary>How many scans the totals come from: one a fact and period.</summary>
    public int Scans => few.Value.Totals.Count;

    /// <summary>The totals of one scan: scan, slot, unit_id, at, value; no row for what has no value.</summary>
    /// <param name="scan">From 0 to below <see cref="Scans"/>.</param>
    /// <param name="units">Only these units' own rows, of 30,000 at most; null for all.</param>
    public SqlQuery Totals(int scan, IReadOnlyList<Guid>? units = null)
    {
        if (units is null)
            return all.Value.Totals[scan];
        var totals = few.Value.Totals[scan];
        var (list, named) = SqlParameter.ForEach(units);
        return new(totals.Text.Replace(UnitsOfTotals, list, StringComparison.Ordinal), [.. totals.Parameters, .. named]);
    }

    /// <summary>The windows whose rows a scan reads: as long as none of them changes, its totals do not.</summary>
    /// <param name="scan">From 0 to below <see cref="Scans"/>.</param>
    public IReadOnlySet<string> ViewsOf(int scan) => views.Value[scan];

    /// <summary>The values: formula (its place in the list), unit_id, at, numerator, denominator, value; a row for each formula, unit and day.</summary>
    /// <param name="units">For these units; null for all that the reach view knows.</param>
    public ValueSteps Values(IReadOnlyList<Guid>? units = null)
    {
        if (units is null)
            return all.Value.Steps;
        var (_, steps, name) = few.Value;
        var asked = new SqlParameter(name!, Dialect.Of(dialect).Units(units)); // it was compiled for units
        SqlQuery For(SqlQuery query) => query with { Parameters = [.. query.Parameters.Select(parameter => parameter.Name == asked.Name ? asked : parameter)] };
        return new([.. steps.Shared.Select(shared => shared with { Rows = For(shared.Rows) })], [.. steps.Values.Select(value => value with { Rows = For(value.Rows) })]);
    }

    // A plan grows while it is written: all of it is written here, once, so that many may ask at the same moment.
    private Compiled Compile(IReadOnlyList<Guid>? units)
    {
        var plan = new SqlPlan(Dialect.Of(dialect), formulas[0].Catalogue, new Question(days, units), totals);
        var selects = SqlCompiler.Compile([.. formulas.Select(formula => formula.Bound)], plan);
        // The values first: what scans need of the days is no business of theirs.
        var steps = DivideSteps.Of(plan, selects);
        return new([.. Enumerable.Range(0, plan.Scans.Count).Select(scan => plan.Totals(scan, units is null ? null : UnitsOfTotals))], steps, plan.UnitsParameter);
    }

    /// <param name="Totals">A statement for each scan.</param>
    /// <param name="Steps">The values.</param>
    /// <param name="Units">The values' parameter of the units asked for; null where all are.</param>
    private sealed record Compiled(IReadOnlyList<SqlQuery> Totals, ValueSteps Steps, string? Units);
}
