using Shuren.Formulas.Ast;
using Shuren.Formulas.Binding;
using Shuren.Formulas.Catalogues;

namespace Shuren.Formulas.Evaluation;

/// <summary>What a formula gives for one unit on one day.</summary>
/// <param name="Numerator">What is divided, or the value itself.</param>
/// <param name="Denominator">What it is divided by; null where the formula is no quotient.</param>
/// <param name="Value">Null where there is none. A condition gives 1 or 0.</param>
public sealed record Reading(double? Numerator, double? Denominator, double? Value);

/// <summary>
/// The meaning of the language in plain C#: goes over rows in memory, one unit and day at a time. Written apart from the SQL
/// compiler, and its witness; also for trying out what a change of rows would do.
/// </summary>
public static class Evaluator
{
    /// <summary>Computes a formula for a unit on a day.</summary>
    /// <exception cref="InvalidOperationException">The formula has errors.</exception>
    public static Reading Evaluate(FormulaReading formula, World world, Guid unit, DateOnly day)
    {
        if (!formula.Succeeded)
            throw new InvalidOperationException("A formula with errors has no value.");
        return new Evaluation(world, unit, day).Whole(formula.Bound);
    }
}

/// <summary>One unit, one day, and the row that conditions look at.</summary>
internal sealed partial record Evaluation(World World, Guid Unit, DateOnly Day, FactRow? Row = null)
{
    public Reading Whole(Bound bound)
    {
        var value = bound.Kind == BoundKind.Truth ? Holds(bound) is { } holds ? holds ? 1 : 0 : null : Number(bound);
        return bound switch
        {
            BoundQuotient quotient => new(Number(quotient.Left), Number(quotient.Right), value),
            BoundTotal { Of: AggregateKind.Average } average => new(Sum(Values(average)), Values(average).Count, value),
            BoundSpread { Of: AggregateKind.Average } average => new(Sum(Units(average).Select(one => one.Value * one.Weight)), Sum(Units(average).Select(one => one.Weight)), value),
            BoundSpread { Of: AggregateKind.Disparity } disparity => new(Deviation(Units(disparity)), Mean(Units(disparity)), value),
            BoundEvery every => new(Met(every), Chosen(every.Each).Count, value),
            _ => new(value, null, value),
        };
    }

    public double? Number(Bound bound) => bound switch
    {
        BoundNumber number => (double)number.Value,
        BoundParameter parameter => (double?)parameter.Parameter.On(Day),
        BoundColumn column => Figure(column.Column),
        BoundNegation negation => -Number(negation.Of),
        BoundArithmetic { Sign: Operator.Add } sum => Number(sum.Left) + Number(sum.Right),
        BoundArithmetic { Sign: Operator.Subtract } difference => Number(difference.Left) - Number(difference.Right),
        BoundArithmetic product => Number(product.Left) * Number(product.Right),
        BoundQuotient quotient => Number(quotient.Right) is { } right and not 0 ? Number(quotient.Left) * (double)quotient.Factor / right : null,
        BoundElse other => Number(other.First) ?? Number(other.Second),
        BoundWhole whole => Number(whole.Of) is { } of ? whole.Up ? Math.Ceiling(of - Slack(of, 0) - 1e-11) : Math.Floor(of + Slack(of, 0) + 1e-11) : null,
        BoundTotal total => Total(total),
        BoundSpread spread => Spread(spread),
        BoundGrowth growth => Growth(growth),
        BoundRank rank => Rank(rank),
        _ => throw new System.Diagnostics.UnreachableException(bound.GetType().Name),
    };

    /// <summary>True, false, or null where a missing value leaves it open.</summary>
    public bool? Holds(Bound bound) => bound switch
    {
        BoundTruth truth => truth.Value,
        BoundColumn column => (bool?)Row?[column.Column.Sql],
        BoundBoth both => Holds(both.Left) & Holds(both.Right),
        BoundEither either => Holds(either.Left) | Holds(either.Right),
        BoundNot not => !Holds(not.Of),
        BoundMissing missing => IsMissing(missing.Of) != missing.Negated,
        BoundOneOf choice => Row?[choice.Of.Column.Sql] is string text ? choice.Codes.All.Contains(text) != choice.Negated : null,
        BoundComparison { Left.Kind: BoundKind.Date } days => Date(days.Left) is { } left && Date(days.Right) is { } right ? Compare(days.Sign, left.CompareTo(right)) : null,
        BoundComparison numbers => Number(numbers.Left) is { } left && Number(numbers.Right) is { } right ? Compare(numbers.Sign, Order(left, right, numbers.IsExact)) : null,
        BoundExists exists => Of(exists.Rows).Any(other => Equals(other[exists.Link.There], Row?[exists.Link.Here]) && other[exists.Link.There] is not null),
        BoundEvery every => Chosen(every.Each).Count == 0 ? null : Met(every) == Chosen(every.Each).Count,
        BoundAtLeast least => AtLeast(least),
        _ => throw new System.Diagnostics.UnreachableException(bound.GetType().Name),
    };

    private bool IsMissing(Bound of) => of.Kind switch
    {
        BoundKind.Number => Number(of) is null,
        BoundKind.Truth => Holds(of) is null,
        BoundKind.Date => Date(of) is null,
        BoundKind.Text or BoundKind.Code or BoundKind.Identity => of is BoundColumn column && Row?[column.Column.Sql] is null,
        _ => true,
    };

    private bool AtLeast(BoundAtLeast least)
    {
        var met = least.Conditions.All.Select(condition => Holds(condition) == true).ToList();
        return met.Count(holds => holds) >= least.Count && least.Rests.All.Select((rest, i) => met[i] || Holds(rest) == true).All(holds => holds);
    }

    private DateOnly? Date(Bound bound) => bound switch
    {
        BoundDay day => day.Value,
        BoundToday => Day,
        BoundColumn column => (DateOnly?)Row?[column.Column.Sql],
        _ => throw new System.Diagnostics.UnreachableException(bound.GetType().Name),
    };

    private double? Figure(Column column) => Row?[column.Sql] switch
    {
        long whole => (double)whole / column.Scale,
        double real => real,
        _ => null,
    };

    private static int Order(double left, double right, bool isExact) =>
        !isExact && Math.Abs(left - right) <= Slack(left, right) ? 0 : left.CompareTo(right);

    private static double Slack(double left, double right) => 1e-9 * (Math.Abs(left) + Math.Abs(right));

    private static bool Compare(Operator sign, int order) => sign switch
    {
        Operator.Equal => order == 0,
        Operator.NotEqual => order != 0,
        Operator.Less => order < 0,
        Operator.LessOrEqual => order <= 0,
        Operator.Greater => order > 0,
        _ => order >= 0,
    };
}
