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
    private readonly HashSet<object> aggregates = [];
    private int pieces;
    private int joins;

    public bool Piece() => ++pieces <= Limits.Pieces;

    /// <summary>Counts and sums of one fact are one relation; everything else has one or two of its own.</summary>
    public bool Aggregate(Bound aggregate)
    {
        object key = aggregate is BoundTotal { Of: Ast.AggregateKind.Count or Ast.AggregateKind.Sum or Ast.AggregateKind.Average or Ast.AggregateKind.Minimum or Ast.AggregateKind.Maximum } total
            ? (total.Rows.Fact, total.Rows.During)
            : aggregate;
        if (aggregates.Add(key))
            joins += aggregate is BoundTotal or BoundRank ? 1 : 2;
        return joins <= Limits.Relations;
    }
}
