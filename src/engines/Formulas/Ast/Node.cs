namespace Shuren.Formulas.Ast;

/// <summary>A piece of a formula as it was written; the same tree for both languages of keywords.</summary>
internal abstract record Node(Span Span);

/// <summary>Stands where something could not be read; it has been told already.</summary>
internal sealed record Unreadable(Span Span) : Node(Span);

internal sealed record Number(decimal Value, bool IsPercent, Span Span) : Node(Span);

internal sealed record Quoted(string Text, Span Span) : Node(Span);

internal sealed record Day(DateOnly Value, Span Span) : Node(Span);

/// <summary>The day for which the formula is asked.</summary>
internal sealed record Today(Span Span) : Node(Span);

internal sealed record Truth(bool Value, Span Span) : Node(Span);

internal sealed record Name(string Text, Span Span) : Node(Span);

/// <summary>[R1]: the value of another indicator.</summary>
internal sealed record IndicatorName(string Text, Span Span) : Node(Span);

internal sealed record Negation(Node Of, Span Span) : Node(Span);

internal sealed record Not(Node Of, Span Span) : Node(Span);

internal sealed record Binary(Operator Operator, Node Left, Node Right, Span Span) : Node(Span);

/// <summary>A of B: divided, per so many, as percent, as a ratio.</summary>
internal sealed record Quotient(QuotientKind Kind, decimal Factor, Node Left, Node Right, Span Span) : Node(Span);

internal sealed record In(Node Of, Items<Node> Choices, bool Negated, Span Span) : Node(Span);

internal sealed record Between(Node Of, Node Low, Node High, Span Span) : Node(Span);

internal sealed record Missing(Node Of, bool Negated, Span Span) : Node(Span);

internal sealed record Exists(Rows Of, Span Span) : Node(Span);

/// <summary>sum(area of rooms where …), cv(X each school): one number from many.</summary>
internal sealed record Aggregate(AggregateKind Kind, decimal Percentile, Node? Argument, Source From, Weighting? Weight, Span Span) : Node(Span);

/// <summary>every school where A meets B.</summary>
internal sealed record Every(Each Of, Node Condition, Span Span) : Node(Span);

/// <summary>at least 6 of (…) and the rest at 85 %.</summary>
internal sealed record AtLeast(int Count, Items<Node> Conditions, decimal? Rest, Span Span) : Node(Span);

/// <summary>growth(X over 1 year), change(X over 1 year).</summary>
internal sealed record Growth(bool IsRelative, Node Of, Stretch Over, Span Span) : Node(Span);

/// <summary>rank(X each school): 1 is best.</summary>
internal sealed record Rank(bool LowestFirst, Node Of, Each Among, Span Span) : Node(Span);

/// <summary>ceil(X), floor(X).</summary>
internal sealed record Whole(bool Up, Node Of, Span Span) : Node(Span);

/// <summary>Where the many come from.</summary>
internal abstract record Source(Name Name, Node? Where);

internal sealed record Rows(Name Name, Node? Where, Period? During) : Source(Name, Where);

internal sealed record Each(Name Name, Node? Where) : Source(Name, Where);

/// <summary>weighted by X; or unweighted when By is null.</summary>
internal sealed record Weighting(Node? By, Span Span);

/// <summary>A time before the day asked for, in which events count.</summary>
internal sealed record Period(PeriodKind Kind, Stretch? Last);

/// <summary>A number of years, months or days.</summary>
internal sealed record Stretch(int Count, StretchUnit Unit)
{
    public DateOnly Before(DateOnly day) => Unit switch
    {
        StretchUnit.Years => day.AddYears(-Count),
        StretchUnit.Months => day.AddMonths(-Count),
        _ => day.AddDays(-Count),
    };
}

internal enum Operator
{
    Or, And, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Else, Add, Subtract, Multiply,
}

internal enum QuotientKind
{
    Divide, Per, Percent, Ratio,
}

internal enum AggregateKind
{
    Count, CountDistinct, Sum, Average, Minimum, Maximum, Median, Percentile, Deviation, Disparity,
}

internal enum PeriodKind
{
    Year, SchoolYear, Last, Ever,
}

internal enum StretchUnit
{
    Years, Months, Days,
}
