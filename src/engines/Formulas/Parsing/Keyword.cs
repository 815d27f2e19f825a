namespace Shuren.Formulas.Parsing;

/// <summary>The words that belong to the language.</summary>
internal enum Keyword
{
    None,
    Where, Of, Each, Every, Meets, During, ThisYear, ThisSchoolYear, Last, Ever, Years, Months, Days, Over,
    And, Or, Not, In, NotIn, Between, Until, IsMissing, IsKnown, Exists, Yes, No, Today,
    Count, CountDistinct, Sum, Average, Minimum, Maximum, Median, Percentile, Deviation, Disparity,
    Per, PerHundred, PerThousand, PercentOf, RatioTo, Else, Weighted, Unweighted,
    AtLeast, OfThese, Rest, Growth, Change, Rank, RankLowest, Up, Down,
}
