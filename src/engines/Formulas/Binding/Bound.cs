using Shuren.Formulas.Ast;
using Shuren.Formulas.Catalogues;

namespace Shuren.Formulas.Binding;

internal enum BoundKind
{
    Number, Truth, Text, Code, Date, Identity, Broken,
}

/// <summary>A piece whose names are found and whose kind is known. What is bound can be computed; it cannot fail.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Unit">Unit of a number; null fits to any (a number as written).</param>
internal abstract record Bound(BoundKind Kind, Dimension? Unit = null);

/// <summary>Something that was told as an error; nothing more is told about it.</summary>
internal sealed record BoundBroken() : Bound(BoundKind.Broken);

internal sealed record BoundNumber(decimal Value, Dimension? Unit) : Bound(BoundKind.Number, Unit);

internal sealed record BoundParameter(Parameter Parameter) : Bound(BoundKind.Number, Parameter.Measure is null ? null : Dimension.Of(Parameter.Measure));

internal sealed record BoundText(string Text) : Bound(BoundKind.Text);

internal sealed record BoundDay(DateOnly Value) : Bound(BoundKind.Date);

internal sealed record BoundToday() : Bound(BoundKind.Date);

internal sealed record BoundTruth(bool Value) : Bound(BoundKind.Truth);

internal sealed record BoundColumn(Fact Fact, Column Column, BoundKind Kind) : Bound(Kind, Kind == BoundKind.Number && !Column.IsUnitOpen ? Dimension.Of(Column.Measure) : null);

internal sealed record BoundNegation(Bound Of) : Bound(BoundKind.Number, Of.Unit);

internal sealed record BoundArithmetic(Operator Sign, Bound Left, Bound Right, Dimension? Unit) : Bound(BoundKind.Number, Unit);

/// <summary>left times factor, divided by right; no value where right is 0 or has none.</summary>
internal sealed record BoundQuotient(QuotientKind Of, decimal Factor, Bound Left, Bound Right, Dimension? Unit) : Bound(BoundKind.Number, Unit);

internal sealed record BoundElse(Bound First, Bound Second, Dimension? Unit) : Bound(BoundKind.Number, Unit);

/// <summary>Left against right. Where a side is computed (not exact), numbers that differ by less than a part in a thousand million are equal.</summary>
internal sealed record BoundComparison(Operator Sign, Bound Left, Bound Right, bool IsExact) : Bound(BoundKind.Truth);

/// <summary>The column holds one of these codes or texts.</summary>
internal sealed record BoundOneOf(BoundColumn Of, Items<string> Codes, bool Negated) : Bound(BoundKind.Truth);

internal sealed record BoundBoth(Bound Left, Bound Right) : Bound(BoundKind.Truth);

internal sealed record BoundEither(Bound Left, Bound Right) : Bound(BoundKind.Truth);

internal sealed record BoundNot(Bound Of) : Bound(BoundKind.Truth);

internal sealed record BoundMissing(Bound Of, bool Negated) : Bound(BoundKind.Truth);

internal sealed record BoundExists(Fact Here, Link Link, BoundRows Rows) : Bound(BoundKind.Truth);

/// <summary>One number from the rows of a fact that belong to the unit.</summary>
internal sealed record BoundTotal(AggregateKind Of, decimal Percentile, Bound? Argument, BoundRows Rows, Dimension? Unit) : Bound(BoundKind.Number, Unit);

/// <summary>One number from the values of the units under the unit.</summary>
internal sealed record BoundSpread(AggregateKind Of, decimal Percentile, Bound? Argument, BoundEach Each, Bound? Weight, Dimension? Unit) : Bound(BoundKind.Number, Unit);

/// <summary>True when every unit meets the condition; without a value where there is no unit.</summary>
internal sealed record BoundEvery(BoundEach Each, Bound Condition) : Bound(BoundKind.Truth);

/// <summary>So many of the conditions hold; Rests are the same conditions at the share of the rest, none where nothing is asked of the rest.</summary>
internal sealed record BoundAtLeast(int Count, Items<Bound> Conditions, Items<Bound> Rests) : Bound(BoundKind.Truth);

internal sealed record BoundGrowth(bool IsRelative, Bound Of, Stretch Over, Dimension? Unit) : Bound(BoundKind.Number, Unit);

internal sealed record BoundRank(bool LowestFirst, Bound Of, BoundEach Among) : Bound(BoundKind.Number, Dimension.None);

internal sealed record BoundWhole(bool Up, Bound Of) : Bound(BoundKind.Number, Of.Unit);

internal sealed record BoundRows(Fact Fact, Bound? Where, Period? During);

internal sealed record BoundEach(Fact Fact, Bound? Where);
