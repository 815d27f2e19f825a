using Shuren.Formulas.Ast;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>Any tree that the parser could make, sensible or not.</summary>
internal sealed class RandomTree(int seed)
{
    private readonly Random chance = new(seed);

    public Node Next() => Condition(4);

    private Node Condition(int depth) => depth <= 0 ? Leaf() : chance.Next(14) switch
    {
        0 => new Binary(Pick(Operator.Or, Operator.And), Condition(depth - 1), Condition(depth - 1), default),
        1 => new Binary(Pick(Operator.Equal, Operator.NotEqual, Operator.Less, Operator.GreaterOrEqual), Condition(depth - 1), Condition(depth - 1), default),
        2 => new Not(Condition(depth - 1), default),
        3 => new In(Condition(depth - 1), Many(depth - 1), chance.Next(2) == 0, default),
        4 => new Between(Condition(depth - 1), Condition(depth - 1), Condition(depth - 1), default),
        5 => new Missing(Condition(depth - 1), chance.Next(2) == 0, default),
        6 => new Every(EachOf(depth - 1), Condition(depth - 1), default),
        7 => new AtLeast(chance.Next(9), Many(depth - 1), chance.Next(2) == 0 ? null : 85.5m, default),
        8 => new Exists(RowsOf(depth - 1), default),
        _ => Number(depth - 1),
    };

    private Node Number(int depth) => depth <= 0 ? Leaf() : chance.Next(12) switch
    {
        0 => new Binary(Pick(Operator.Add, Operator.Subtract, Operator.Multiply, Operator.Else), Condition(depth - 1), Condition(depth - 1), default),
        1 => new Quotient(QuotientKind.Per, Pick(1m, 7m, 100m, 1000m, 0.5m), Condition(depth - 1), Condition(depth - 1), default),
        2 => new Quotient(QuotientKind.Percent, 100, Condition(depth - 1), Condition(depth - 1), default),
        3 => new Quotient(Pick(QuotientKind.Divide, QuotientKind.Ratio), 1, Condition(depth - 1), Condition(depth - 1), default),
        4 => new Negation(Condition(depth - 1), default),
        5 => new Growth(chance.Next(2) == 0, Condition(depth - 1), Stretch(), default),
        6 => new Rank(chance.Next(2) == 0, Condition(depth - 1), EachOf(depth - 1), default),
        7 => new Whole(chance.Next(2) == 0, Condition(depth - 1), default),
        8 => new Aggregate(AggregateKind.Count, 0, null, Source(depth - 1), Weight(depth - 1), default),
        9 => new Aggregate(AggregateKind.Percentile, chance.Next(101), Condition(depth - 1), Source(depth - 1), Weight(depth - 1), default),
        _ => new Aggregate(Pick(AggregateKind.CountDistinct, AggregateKind.Sum, AggregateKind.Average, AggregateKind.Disparity, AggregateKind.Median), 0, Condition(depth - 1), Source(depth - 1), Weight(depth - 1), default),
    };

    private Node Leaf() => chance.Next(8) switch
    {
        0 => new Number(Pick(0m, 1m, 4.5m, 85m, 0.000000001m, 999999999999m), chance.Next(3) == 0, default),
        1 => new Quoted(Pick("", "it's", "“quoted”", "一 二", "x\"y"), default),
        2 => new Day(new DateOnly(2026, chance.Next(1, 13), 9), default),
        3 => new Today(default),
        4 => new Truth(chance.Next(2) == 0, default),
        5 => new IndicatorName(Pick("R1", "生均 面积", "a+b"), default),
        _ => NameOf(),
    };

    private Name NameOf() => new(Pick("pupils", "学生", "x_1", "percents", "of_", "least"), default);

    private Source Source(int depth) => chance.Next(2) == 0 ? RowsOf(depth) : EachOf(depth);

    private Rows RowsOf(int depth) => new(NameOf(), chance.Next(2) == 0 ? null : Condition(depth), chance.Next(5) switch
    {
        0 => new Period(PeriodKind.Year, null),
        1 => new Period(PeriodKind.Ever, null),
        2 => new Period(PeriodKind.Last, Stretch()),
        _ => null,
    });

    private Each EachOf(int depth) => new(NameOf(), chance.Next(2) == 0 ? null : Condition(depth));

    private Weighting? Weight(int depth) => chance.Next(4) switch
    {
        0 => new Weighting(null, default),
        1 => new Weighting(Condition(depth), default),
        _ => null,
    };

    private Stretch Stretch() => new(chance.Next(1, 90), Pick(StretchUnit.Years, StretchUnit.Months, StretchUnit.Days));

    private Items<Node> Many(int depth) => new(Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Condition(depth)));

    private T Pick<T>(params T[] of) => of[chance.Next(of.Length)];
}
