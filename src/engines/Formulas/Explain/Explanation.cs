using Shuren.Formulas.Binding;
using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Evaluation;
using Shuren.Formulas.Sql;

namespace Shuren.Formulas.Explain;

/// <summary>Where the rows of a count or sum come from: a statement that gives row_id and unit_id of each.</summary>
/// <param name="IsDenominator">False for what is divided, true for what it is divided by.</param>
/// <param name="Words">The count or sum in words.</param>
/// <param name="Fact">The fact whose rows they are.</param>
/// <param name="Query">At most as many rows as were asked for, by id.</param>
public sealed record RowsBehind(bool IsDenominator, Diagnostics.Told Words, Term Fact, SqlQuery Query);

/// <summary>How much one unit moves the value of the whole.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Value">Its own value; null where it has none.</param>
/// <param name="Pull">Without this unit's difference the whole would be so much lower (above 0) or higher (below 0).</param>
public sealed record UnitPull(Guid Unit, double? Value, double Pull);

/// <summary>What stands behind a number.</summary>
public static class Explanation
{
    /// <summary>The formula in words: what is counted, of what, under which conditions, with the rules that apply.</summary>
    public static string InWords(FormulaReading formula, Language language)
    {
        if (!formula.Succeeded)
            throw new InvalidOperationException("A formula with errors has no explanation.");
        return new WordsOfFormula(language).Whole(formula.Bound);
    }

    /// <summary>The rows behind numerator and denominator, for one unit on one day.</summary>
    /// <param name="formula">Without errors.</param>
    /// <param name="dialect">Of the database.</param>
    /// <param name="unit">Whose rows.</param>
    /// <param name="day">As of.</param>
    /// <param name="most">At most so many rows of each.</param>
    public static IReadOnlyList<RowsBehind> Rows(FormulaReading formula, SqlDialect dialect, Guid unit, DateOnly day, int most)
    {
        if (!formula.Succeeded)
            throw new InvalidOperationException("A formula with errors has no rows.");
        return [.. Totals(formula.Bound).Distinct().Select(pair => new RowsBehind(
            pair.IsDenominator,
            new(new WordsOfFormula(Language.English).Of(pair.Total), new WordsOfFormula(Language.Chinese).Of(pair.Total)),
            pair.Total.Rows.Fact.Name,
            RowsSql.Of(pair.Total, formula.Catalogue, dialect, new Question([day], [unit]), most)))];
    }

    /// <summary>The rows that a plain count takes, such as <c>count(pupils where age > 7)</c>: row_id and unit_id, in the order of row_id.</summary>
    /// <param name="formula">Without errors.</param>
    /// <param name="dialect">Of the database.</param>
    /// <param name="question">For which units, on which days.</param>
    /// <param name="most">At most so many rows.</param>
    /// <exception cref="ArgumentException">The formula is not one count.</exception>
    public static SqlQuery RowsOf(FormulaReading formula, SqlDialect dialect, Question question, int most = int.MaxValue) => formula.Bound is BoundTotal { Of: Ast.AggregateKind.Count } total
        ? RowsSql.Of(total, formula.Catalogue, dialect, question, most)
        : throw new ArgumentException("The formula is not one count.", nameof(formula));

    /// <summary>
    /// The units under a whole in the order in which they pull its quotient down: most harmful first. A unit whose own value is
    /// below that of the whole pulls by the difference, weighted with its share of the denominator; the pulls add up to nothing.
    /// </summary>
    /// <param name="whole">The reading of the whole.</param>
    /// <param name="parts">The readings of the units under it, which share its numerator and denominator.</param>
    /// <param name="higherIsBetter">False where a low value is good (pupils per teacher).</param>
    public static IReadOnlyList<UnitPull> Pulls(Reading whole, IReadOnlyDictionary<Guid, Reading> parts, bool higherIsBetter)
    {
        if (whole.Value is not { } value || whole.Denominator is not { } all || all == 0)
            return [];
        var sign = higherIsBetter ? 1 : -1;
        return [.. parts.Where(part => part.Value.Denominator is > 0)
            .Select(part => new UnitPull(part.Key, part.Value.Value, ((part.Value.Value ?? 0) - value) * part.Value.Denominator!.Value / all)) // > 0 by the line above
            .OrderBy(pull => pull.Pull * sign).ThenBy(pull => pull.Unit)];
    }

    /// <summary>The counts and sums of rows in a formula, and on which side they stand. What stands in a disparity or a rule is numerator.</summary>
    private static IEnumerable<(bool IsDenominator, BoundTotal Total)> Totals(Bound bound, bool below = false) => bound switch
    {
        BoundTotal total => [(below, total)],
        BoundQuotient quotient => Totals(quotient.Left, below).Concat(Totals(quotient.Right, true)),
        _ => Parts(bound).SelectMany(part => Totals(part, below)),
    };

    private static IEnumerable<Bound> Parts(Bound bound) => bound switch
    {
        BoundNegation negation => [negation.Of],
        BoundArithmetic sum => [sum.Left, sum.Right],
        BoundElse other => [other.First, other.Second],
        BoundComparison comparison => [comparison.Left, comparison.Right],
        BoundBoth both => [both.Left, both.Right],
        BoundEither either => [either.Left, either.Right],
        BoundNot not => [not.Of],
        BoundMissing missing => [missing.Of],
        BoundSpread spread => new[] { spread.Argument, spread.Each.Where }.OfType<Bound>(),
        BoundEvery every => new[] { every.Condition, every.Each.Where }.OfType<Bound>(),
        BoundAtLeast least => least.Conditions.All,
        BoundGrowth growth => [growth.Of],
        BoundRank rank => [rank.Of],
        BoundWhole whole => [whole.Of],
        _ => [],
    };
}
