using Shuren.Formulas.Ast;
using Shuren.Formulas.Catalogues;

namespace Shuren.Formulas.Binding;

/// <summary>
/// How large and how small, other than 0, a number can be, as powers of ten. PostgreSQL refuses what leaves a double: a formula
/// that could is told so before it runs. All values are multiples of the grid: a difference can be as small as that, and no smaller.
/// </summary>
internal readonly record struct Magnitude(int Low, int High, int Grid)
{
    /// <summary>A double has no more digits.</summary>
    private const int Digits = 17;

    /// <summary>At most 1e9 rows.</summary>
    private const int Rows = 9;

    private bool IsSafe => High <= Limits.HighestExponent && Low >= Limits.LowestExponent;

    private Magnitude(int low, int high)
        : this(low, high, low - Digits)
    {
    }

    /// <summary>True when nothing in the formula can leave what a double holds.</summary>
    public static bool Holds(Bound bound) => Of(bound) is { IsSafe: true };

    /// <summary>Of a number; null when some part of it is not safe. A condition is 0 or 1.</summary>
    private static Magnitude? Of(Bound? bound)
    {
        if (bound is null)
            return new(0, 0);
        return bound switch
        {
            BoundNumber number => Of(number.Value),
            BoundParameter parameter => parameter.Parameter.Values.Select(value => (Magnitude?)Of(value.Value)).Aggregate((Magnitude?)new Magnitude(0, 0), Either),
            BoundColumn { Column: { Type: ColumnType.Whole } column } => new(-(int)Math.Ceiling(Math.Log10(column.Scale)), 19),
            BoundColumn { Column.Type: ColumnType.Real } => new(-9, 12),
            BoundArithmetic { Sign: Operator.Multiply } product => Product(Of(product.Left), Of(product.Right)),
            BoundArithmetic sum => Sum(Of(sum.Left), Of(sum.Right)),
            BoundQuotient quotient => Quotient(Product(Of(quotient.Left), Of(quotient.Factor)), Of(quotient.Right)),
            BoundGrowth growth => Of(growth.Of) is { } of ? Quotient(new(of.Grid, of.High + 3), of) : null,
            BoundTotal total => And(Of(total.Rows.Where), Many(total.Of, Of(total.Argument), new(0, 0))),
            BoundSpread spread => And(Of(spread.Each.Where), Many(spread.Of, Of(spread.Argument), Of(spread.Weight))),
            _ => Parts(bound).Select(Of).Aggregate((Magnitude?)new Magnitude(0, 0), Either),
        } is { IsSafe: true } safe ? safe : null;
    }

    private static Magnitude Of(decimal value)
    {
        var power = value == 0 ? 0 : (int)Math.Floor(Math.Log10((double)Math.Abs(value)));
        return new(power, power + 1);
    }

    private static IEnumerable<Bound?> Parts(Bound bound) => bound switch
    {
        BoundNegation negation => [negation.Of],
        BoundElse other => [other.First, other.Second],
        BoundWhole whole => [whole.Of],
        BoundComparison comparison => [comparison.Left, comparison.Right],
        BoundBoth both => [both.Left, both.Right],
        BoundEither either => [either.Left, either.Right],
        BoundNot not => [not.Of],
        BoundMissing missing => [missing.Of],
        BoundExists exists => [exists.Rows.Where],
        BoundEvery every => [every.Each.Where, every.Condition],
        BoundAtLeast least => least.Conditions.All.Concat(least.Rests.All).Select(condition => (Bound?)condition),
        BoundRank rank => [rank.Of, rank.Among.Where],
        _ => [],
    };

    private static Magnitude? Many(AggregateKind kind, Magnitude? value, Magnitude? weight)
    {
        if (value is not { } of || weight is not { } by)
            return null;
        if (kind is AggregateKind.Count or AggregateKind.CountDistinct)
            return new(0, Rows, 0);
        var product = new Magnitude(of.Low + by.Low, of.High + by.High);
        var sum = new Magnitude(product.Grid, product.High + Rows, product.Grid);
        var mean = new Magnitude(sum.Low - by.High - Rows, of.High + 1);
        if (!sum.IsSafe || !mean.IsSafe)
            return null;
        if (kind is not (AggregateKind.Deviation or AggregateKind.Disparity))
            return kind == AggregateKind.Sum ? sum : kind == AggregateKind.Average ? Either(sum, mean) : of with { Low = of.Grid };
        var away = Math.Min(of.Grid, mean.Grid);
        var squares = new Magnitude((2 * away) + by.Low, (2 * (mean.High + 1)) + by.High + Rows);
        var deviation = new Magnitude(away - Rows, mean.High + Rows);
        return !squares.IsSafe ? null : kind == AggregateKind.Disparity ? Either(deviation, Quotient(deviation, mean)) : deviation;
    }

    private static Magnitude? Product(Magnitude? left, Magnitude? right) => left is { } one && right is { } other ? new(one.Low + other.Low, one.High + other.High) : null;

    private static Magnitude? Quotient(Magnitude? left, Magnitude? right) => left is { } one && right is { } other ? new(one.Low - other.High, one.High - other.Low) : null;

    private static Magnitude? Sum(Magnitude? left, Magnitude? right) => Either(left, right) is { } both ? new(both.Grid, both.High + 1, both.Grid) : null;

    private static Magnitude? Either(Magnitude? left, Magnitude? right) =>
        left is { } one && right is { } other ? new(Math.Min(one.Low, other.Low), Math.Max(one.High, other.High), Math.Min(one.Grid, other.Grid)) : null;

    private static Magnitude? And(Magnitude? condition, Magnitude? value) => condition is null ? null : value;
}
