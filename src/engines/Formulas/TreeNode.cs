using Shuren.Formulas.Ast;

namespace Shuren.Formulas;

/// <summary>A tree to look at: the same for both languages of keywords.</summary>
/// <param name="Kind">number, name, quotient, count …</param>
/// <param name="Value">What is written there; null where nothing is.</param>
/// <param name="Children">In the order of the text.</param>
public sealed record TreeNode(string Kind, string? Value, IReadOnlyList<TreeNode> Children)
{
    internal static TreeNode Of(Node node) => node switch
    {
        Number number => Leaf(number.IsPercent ? "percent" : "number", Figure(number.Value)),
        Quoted quoted => Leaf("text", quoted.Text),
        Day day => Leaf("day", day.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        Today => Leaf("today", null),
        Truth truth => Leaf("truth", truth.Value ? "yes" : "no"),
        Name name => Leaf("name", name.Text),
        IndicatorName indicator => Leaf("indicator", indicator.Text),
        Negation negation => Branch("negative", null, negation.Of),
        Not not => Branch("not", null, not.Of),
        Binary binary => Branch(Lower(binary.Operator), null, binary.Left, binary.Right),
        Quotient quotient => Branch(Lower(quotient.Kind), quotient.Kind == QuotientKind.Per ? Figure(quotient.Factor) : null, quotient.Left, quotient.Right),
        In choice => Branch(choice.Negated ? "notIn" : "in", null, [choice.Of, .. choice.Choices.All]),
        Between between => Branch("between", null, between.Of, between.Low, between.High),
        Missing missing => Branch(missing.Negated ? "isKnown" : "isMissing", null, missing.Of),
        Exists exists => new("exists", null, [Of(exists.Of)]),
        Aggregate aggregate => new(Lower(aggregate.Kind), aggregate.Kind == AggregateKind.Percentile ? Figure(aggregate.Percentile) : null, [.. Inside(aggregate)]),
        Every every => new("every", null, [Of(every.Of), Of(every.Condition)]),
        AtLeast least => Branch("atLeast", $"{least.Count}" + (least.Rest is { } rest ? $", the rest at {Figure(rest)} %" : ""), [.. least.Conditions.All]),
        Growth growth => Branch(growth.IsRelative ? "growth" : "change", Told(growth.Over), growth.Of),
        Rank rank => new(rank.LowestFirst ? "rankLowest" : "rank", null, [Of(rank.Of), Of(rank.Among)]),
        Whole whole => Branch(whole.Up ? "ceil" : "floor", null, whole.Of),
        _ => Leaf("unreadable", null),
    };

    private static IEnumerable<TreeNode> Inside(Aggregate aggregate)
    {
        if (aggregate.Argument is { } argument)
            yield return Of(argument);
        yield return Of(aggregate.From);
        if (aggregate.Weight is { } weight)
            yield return weight.By is { } by ? Branch("weightedBy", null, by) : Leaf("unweighted", null);
    }

    private static TreeNode Of(Source source) => new(
        source is Each ? "each" : "rows",
        source.Name.Text + (source is Rows { During: { } during } ? $" during {during.Kind}{(during.Last is { } last ? " " + Told(last) : "")}" : ""),
        source.Where is { } where ? [Of(where)] : []);

    private static string Told(Stretch stretch) => FormattableString.Invariant($"{stretch.Count} {stretch.Unit.ToString().ToLowerInvariant()}");

    private static string Lower<T>(T value)
        where T : struct, Enum => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];

    private static TreeNode Leaf(string kind, string? value) => new(kind, value, []);

    private static TreeNode Branch(string kind, string? value, params IReadOnlyList<Node> children) => new(kind, value, [.. children.Select(Of)]);

    private static string Figure(decimal value) => value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}
