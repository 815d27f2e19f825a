using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Diagnostics;

namespace Shuren.Formulas.Binding;

/// <summary>Kinds of values and the words for them.</summary>
internal static class Kinds
{
    public static BoundKind Of(ColumnType type) => type switch
    {
        ColumnType.Whole or ColumnType.Real => BoundKind.Number,
        ColumnType.Text => BoundKind.Text,
        ColumnType.Code => BoundKind.Code,
        ColumnType.Truth => BoundKind.Truth,
        ColumnType.Date => BoundKind.Date,
        ColumnType.Identity => BoundKind.Identity,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Told Told(Bound bound) => bound.Kind switch
    {
        BoundKind.Number => new("a number", "数"),
        BoundKind.Truth => new("a condition", "条件"),
        BoundKind.Text => new("a text", "文字"),
        BoundKind.Code => new("a code", "代码"),
        BoundKind.Date => new("a day", "日期"),
        BoundKind.Identity => new("an id", "编号"),
        _ => new("nothing", "空"),
    };

    public static Told Told(Term term) => new(term.English, term.Chinese);
}

/// <summary>How much of the limits a formula has used, other indicators put in.</summary>
internal sealed class Budget
{
    private int pieces;
    private int aggregates;

    public bool Piece() => ++pieces <= Limits.Pieces;

    public bool Aggregate() => ++aggregates <= Limits.Aggregates;

    /// <summary>Multiplications and divisions inside one another.</summary>
    public static int Factors(Bound? bound) => bound switch
    {
        null => 0,
        BoundNegation negation => Factors(negation.Of),
        BoundArithmetic { Sign: Ast.Operator.Multiply } product => 1 + Factors(product.Left) + Factors(product.Right),
        BoundArithmetic sum => Math.Max(Factors(sum.Left), Factors(sum.Right)),
        BoundQuotient quotient => 1 + Factors(quotient.Left) + Factors(quotient.Right),
        BoundElse other => Math.Max(Factors(other.First), Factors(other.Second)),
        BoundComparison comparison => Math.Max(Factors(comparison.Left), Factors(comparison.Right)),
        BoundBoth both => Math.Max(Factors(both.Left), Factors(both.Right)),
        BoundEither either => Math.Max(Factors(either.Left), Factors(either.Right)),
        BoundNot not => Factors(not.Of),
        BoundMissing missing => Factors(missing.Of),
        BoundExists exists => Factors(exists.Rows.Where),
        BoundTotal total => Math.Max(Factors(total.Rows.Where), (total.Of == Ast.AggregateKind.Deviation ? 2 : 1) * Factors(total.Argument)),
        BoundSpread spread => Math.Max(Factors(spread.Each.Where), (spread.Of is Ast.AggregateKind.Deviation or Ast.AggregateKind.Disparity ? 2 : 1) * Factors(spread.Argument) + Factors(spread.Weight)),
        BoundEvery every => Math.Max(Factors(every.Each.Where), Factors(every.Condition)),
        BoundAtLeast least => least.Conditions.All.Concat(least.Rests.All).Select(Factors).DefaultIfEmpty().Max(),
        BoundGrowth growth => (growth.IsRelative ? 1 : 0) + Factors(growth.Of),
        BoundRank rank => Math.Max(Factors(rank.Of), Factors(rank.Among.Where)),
        BoundWhole whole => Factors(whole.Of),
        _ => 0,
    };
}
