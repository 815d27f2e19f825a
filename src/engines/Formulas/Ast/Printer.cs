using System.Globalization;
using Shuren.Formulas.Parsing;

namespace Shuren.Formulas.Ast;

/// <summary>A tree as text in one language, with no more brackets than it needs: parse(print(x)) = x.</summary>
internal sealed class Printer(Language language, Func<Node, string?>? rename = null)
{
    /// <summary>How strongly a piece binds: brackets stand around a weaker one inside a stronger.</summary>
    private enum Strength
    {
        Open, Or, And, Not, Comparison, Else, Quotient, Sum, Product, Sign, Whole,
    }

    public string Print(Node node) => At(node, Strength.Open);

    private string At(Node node, Strength least)
    {
        var text = Text(node);
        return Of(node) < least ? $"({text})" : text;
    }

    private static Strength Of(Node node) => node switch
    {
        Binary { Operator: Operator.Or } => Strength.Or,
        // "every … meets A and B": the condition swallows what follows, so it stands in brackets inside anything.
        Every => Strength.Open,
        Binary { Operator: Operator.And } => Strength.And,
        Not => Strength.Not,
        Binary { Operator: >= Operator.Equal and <= Operator.GreaterOrEqual } or In or Between or Missing => Strength.Comparison,
        Binary { Operator: Operator.Else } => Strength.Else,
        Quotient { Kind: QuotientKind.Divide } or Binary { Operator: Operator.Multiply } => Strength.Product,
        Quotient => Strength.Quotient,
        Binary => Strength.Sum,
        Negation => Strength.Sign,
        _ => Strength.Whole,
    };

    private string Text(Node node) => node switch
    {
        Number number => Figure(number.Value) + (number.IsPercent ? " %" : ""),
        Quoted quoted => rename?.Invoke(quoted) ?? $"'{quoted.Text.Replace("'", "''", StringComparison.Ordinal)}'",
        Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Today => Say(Keyword.Today),
        Truth truth => Say(truth.Value ? Keyword.Yes : Keyword.No),
        Name name => rename?.Invoke(name) ?? name.Text,
        IndicatorName indicator => $"[{rename?.Invoke(indicator) ?? indicator.Text}]",
        Negation negation => "-" + At(negation.Of, Strength.Sign),
        Not not => $"{Say(Keyword.Not)} {At(not.Of, Strength.Not)}",
        Binary binary => Text(binary),
        Quotient quotient => Text(quotient),
        In choice => $"{At(choice.Of, Strength.Else)} {Say(choice.Negated ? Keyword.NotIn : Keyword.In)} ({List(choice.Choices, Strength.Else)})",
        Between between => $"{At(between.Of, Strength.Else)} {Say(Keyword.Between)} {At(between.Low, Strength.Else)} {Say(language == Language.Chinese ? Keyword.Until : Keyword.And)} {At(between.High, Strength.Else)}",
        Missing missing => $"{At(missing.Of, Strength.Else)} {Say(missing.Negated ? Keyword.IsKnown : Keyword.IsMissing)}",
        Exists exists => $"{Say(Keyword.Exists)}({Text(exists.Of)})",
        Aggregate aggregate => Text(aggregate),
        Every every => $"{Say(Keyword.Every)} {NameAndWhere(every.Of)} {Say(Keyword.Meets)} {At(every.Condition, Strength.Open)}",
        AtLeast least => $"{Say(Keyword.AtLeast)} {least.Count.ToString(CultureInfo.InvariantCulture)} {Say(language == Language.Chinese ? Keyword.OfThese : Keyword.Of)} ({List(least.Conditions, Strength.Open)})"
            + (least.Rest is { } rest ? $" {Say(Keyword.Rest)} {Figure(rest)} %" : ""),
        Growth growth => $"{Say(growth.IsRelative ? Keyword.Growth : Keyword.Change)}({At(growth.Of, Strength.Open)} {Say(Keyword.Over)} {Text(growth.Over)})",
        Rank rank => $"{Say(rank.LowestFirst ? Keyword.RankLowest : Keyword.Rank)}({At(rank.Of, Strength.Open)} {Text(rank.Among)})",
        Whole whole => $"{Say(whole.Up ? Keyword.Up : Keyword.Down)}({At(whole.Of, Strength.Open)})",
        _ => "?",
    };

    private string Text(Binary binary)
    {
        var strength = Of(binary);
        // A comparison is not a chain; everything else goes on from left to right.
        var left = strength == Strength.Comparison ? Strength.Else : strength;
        return $"{At(binary.Left, left)} {Sign(binary.Operator)} {At(binary.Right, strength == Strength.Comparison ? Strength.Else : strength + 1)}";
    }

    private string Sign(Operator sign) => sign switch
    {
        Operator.Or => Say(Keyword.Or),
        Operator.And => Say(Keyword.And),
        Operator.Else => Say(Keyword.Else),
        Operator.Equal => "=",
        Operator.NotEqual => "!=",
        Operator.Less => "<",
        Operator.LessOrEqual => "<=",
        Operator.Greater => ">",
        Operator.GreaterOrEqual => ">=",
        Operator.Add => "+",
        Operator.Subtract => "-",
        Operator.Multiply => "*",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string Text(Quotient quotient)
    {
        if (quotient.Kind == QuotientKind.Divide)
            return $"{At(quotient.Left, Strength.Product)} / {At(quotient.Right, Strength.Sign)}";
        var word = quotient switch
        {
            { Kind: QuotientKind.Percent } => Say(Keyword.PercentOf),
            { Kind: QuotientKind.Ratio } => Say(Keyword.RatioTo),
            { Factor: 100 } when language == Language.Chinese => Say(Keyword.PerHundred),
            { Factor: 1000 } when language == Language.Chinese => Say(Keyword.PerThousand),
            { Factor: 1 } => Say(Keyword.Per),
            _ => $"{Say(Keyword.Per)} {Figure(quotient.Factor)}",
        };
        return $"{At(quotient.Left, Strength.Quotient)} {word} {Divisor(quotient)}";
    }

    /// <summary>"per 3 count(x)" would read 3 as the factor, "per 100 -x" a subtraction.</summary>
    private string Divisor(Quotient quotient)
    {
        var text = At(quotient.Right, Strength.Sum);
        var misread = quotient.Kind == QuotientKind.Per && (char.IsAsciiDigit(text[0]) || (quotient.Factor != 1 && text[0] == '-'));
        return misread ? $"({text})" : text;
    }

    private string Text(Aggregate aggregate)
    {
        var keyword = Enum.Parse<Keyword>(aggregate.Kind.ToString());
        var percentile = aggregate.Kind == AggregateKind.Percentile ? Figure(aggregate.Percentile) + ", " : "";
        var argument = aggregate.Argument is null ? "" : At(aggregate.Argument, Strength.Open) + (aggregate.From is Rows ? $" {Say(Keyword.Of)} " : " ");
        var weight = aggregate.Weight switch
        {
            null => "",
            { By: null } => $" {Say(Keyword.Unweighted)}",
            { By: { } by } => $" {Say(Keyword.Weighted)} {At(by, Strength.Open)}",
        };
        return $"{Say(keyword)}({percentile}{argument}{(aggregate.From is Rows rows ? Text(rows) : Text((Each)aggregate.From))}{weight})";
    }

    private string Text(Each each) => $"{Say(Keyword.Each)} {NameAndWhere(each)}";

    private string Text(Rows rows) => NameAndWhere(rows) + (rows.During is { } during ? $" {Say(Keyword.During)} {Text(during)}" : "");

    private string NameAndWhere(Source source) => Text(source.Name) + (source.Where is { } where ? $" {Say(Keyword.Where)} {At(where, Strength.Open)}" : "");

    private string Text(Period period) => period.Kind switch
    {
        PeriodKind.Year => Say(Keyword.ThisYear),
        PeriodKind.SchoolYear => Say(Keyword.ThisSchoolYear),
        PeriodKind.Ever => Say(Keyword.Ever),
        _ => $"{Say(Keyword.Last)} {Text(period.Last!)}", // Last always has its stretch
    };

    private string Text(Stretch stretch) =>
        $"{stretch.Count.ToString(CultureInfo.InvariantCulture)} {Say(stretch.Unit switch { StretchUnit.Years => Keyword.Years, StretchUnit.Months => Keyword.Months, _ => Keyword.Days })}";

    private string List(Items<Node> items, Strength least) => string.Join(", ", items.All.Select(item => At(item, least)));

    private string Say(Keyword keyword) => Keywords.In(language, keyword);

    private static string Figure(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
