using Shuren.Formulas.Ast;
using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Diagnostics;

namespace Shuren.Formulas.Binding;

/// <summary>Finds every name in the catalogue and checks that kinds and units fit. What was told once is not told again.</summary>
internal sealed partial class Binder(Catalogue catalogue, Findings findings, IReadOnlyList<string>? indicatorsAround = null, Budget? budget = null)
{
    private readonly IReadOnlyList<string> around = indicatorsAround ?? [];
    private readonly Budget spent = budget ?? new Budget();

    /// <summary>What each name turned out to be, so that it can be printed in the other language.</summary>
    public Dictionary<Node, Term> Names { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Where a piece stands: among the columns of one row, or among the values of units.</summary>
    /// <param name="Fact">Whose columns may be named; null where none may.</param>
    /// <param name="IsRow">True within a condition on rows, where nothing is counted.</param>
    /// <param name="Eaches">How many times each stands around it.</param>
    /// <param name="Cuts">True within a condition on rows of <paramref name="Fact"/>.</param>
    private sealed record Scope(Fact? Fact, bool IsRow, int Eaches, bool Cuts);

    public Bound Bind(Node tree)
    {
        var bound = Bind(tree, new Scope(null, false, 0, false));
        if (bound.Kind is not (BoundKind.Number or BoundKind.Truth or BoundKind.Broken))
            findings.Add(Messages.UnitHasNoValue(), tree.Span);
        if (bound.Kind != BoundKind.Broken && !Magnitude.Holds(bound))
            findings.Add(Messages.TooManyFactors(), tree.Span);
        return bound;
    }

    private Bound Bind(Node node, Scope scope)
    {
        if (!spent.Piece())
        {
            findings.Add(Messages.TooDeep(), node.Span);
            return new BoundBroken();
        }
        return node switch
        {
            Number number => new BoundNumber(number.Value, number.IsPercent ? Dimension.Percent : null),
            Quoted quoted => new BoundText(quoted.Text),
            Day day => new BoundDay(day.Value),
            Today => new BoundToday(),
            Truth truth => new BoundTruth(truth.Value),
            Name name => Named(name, scope),
            IndicatorName indicator => Indicator(indicator, scope),
            Negation negation => NumberOf(negation.Of, scope) is { Kind: BoundKind.Number } of ? new BoundNegation(of) : new BoundBroken(),
            Not not => ConditionOf(not.Of, scope) is { Kind: BoundKind.Truth } of ? new BoundNot(of) : new BoundBroken(),
            Binary binary => BindBinary(binary, scope),
            Quotient quotient => BindQuotient(quotient, scope),
            In choice => BindIn(choice, scope),
            Between between => BindBetween(between, scope),
            Missing missing => Bind(missing.Of, scope) is var of && of.Kind == BoundKind.Broken ? of : new BoundMissing(of, missing.Negated),
            Exists exists => BindExists(exists, scope),
            Aggregate aggregate => BindAggregate(aggregate, scope),
            Every every => BindEvery(every, scope),
            AtLeast least => BindAtLeast(least, scope),
            Growth growth => BindGrowth(growth, scope),
            Rank rank => BindRank(rank, scope),
            Whole whole => NumberOf(whole.Of, scope) is { Kind: BoundKind.Number } of ? new BoundWhole(whole.Up, of) : new BoundBroken(),
            _ => new BoundBroken(),
        };
    }

    private Bound NumberOf(Node node, Scope scope)
    {
        var bound = Bind(node, scope);
        if (bound.Kind is BoundKind.Number or BoundKind.Broken)
            return bound;
        findings.Add(Messages.NeedsNumber(Kinds.Told(bound)), node.Span);
        return new BoundBroken();
    }

    private Bound ConditionOf(Node node, Scope scope)
    {
        var bound = Bind(node, scope);
        if (bound.Kind is BoundKind.Truth or BoundKind.Broken)
            return bound;
        findings.Add(Messages.NeedsCondition(Kinds.Told(bound)), node.Span);
        return new BoundBroken();
    }

    private Bound Named(Name name, Scope scope)
    {
        if (name.Text.Length == 0)
            return new BoundBroken();
        if (scope.Fact?.Find(name.Text) is { } column)
        {
            Names[name] = column.Name;
            return ColumnOf(name, scope.Fact, column, scope);
        }
        if (catalogue.FindParameter(name.Text) is { } parameter)
        {
            Names[name] = parameter.Name;
            return new BoundParameter(parameter);
        }
        findings.Add(NotFound(name.Text, scope), name.Span);
        return new BoundBroken();
    }

    private Bound ColumnOf(Name name, Fact fact, Column column, Scope scope)
    {
        if (scope.Cuts && !column.MayCut)
        {
            findings.Add(Messages.MayNotCut(Kinds.Told(column.Name)), name.Span);
            return new BoundBroken();
        }
        return new BoundColumn(fact, column, Kinds.Of(column.Type));
    }

    /// <summary>A name that is none here: perhaps a fact without its count, perhaps a column outside its rows.</summary>
    private Finding NotFound(string name, Scope scope)
    {
        if (catalogue.FindFact(name) is { } fact)
            return Messages.ListIsNoNumber(Kinds.Told(fact.Name));
        if (scope.Fact is { } here)
            return Messages.UnknownColumn(name, Kinds.Told(here.Name), Nearest.To(name, here.Columns.SelectMany(column => column.Name.Words).Concat(Parameters)));
        if (catalogue.Facts.Select(any => any.Find(name)).FirstOrDefault(column => column is not null) is { } stray)
            return Messages.NoColumnHere(Kinds.Told(stray.Name));
        return Messages.UnknownName(name, Nearest.To(name, catalogue.Facts.SelectMany(any => any.Name.Words).Concat(Parameters).Concat(catalogue.Indicators.SelectMany(any => any.Name.Words).Select(word => $"[{word}]"))));
    }

    private IEnumerable<string> Parameters => catalogue.Parameters.SelectMany(parameter => parameter.Name.Words);

    private Bound Indicator(IndicatorName name, Scope scope)
    {
        if (scope.IsRow)
            return Told(Messages.NoRowsHere(), name.Span);
        if (catalogue.FindIndicator(name.Text) is not { } definition)
            return Told(Messages.UnknownIndicator(name.Text, Nearest.To(name.Text, catalogue.Indicators.SelectMany(indicator => indicator.Name.Words))), name.Span);
        Names[name] = definition.Name;
        if (around.Contains(definition.Name.English))
            return Told(Messages.Circle(name.Text), name.Span);
        if (around.Count >= Limits.Indicators)
            return Told(Messages.TooDeep(), name.Span);
        var inside = new Findings(definition.Text);
        var tree = Parsing.Parser.Parse(definition.Text, inside);
        var binder = new Binder(catalogue, inside, [.. around, definition.Name.English], spent);
        var bound = binder.Bind(tree, new Scope(null, false, scope.Eaches, false));
        if (inside.All is [var first, ..])
            return first.Code == "FX206" ? Told(Messages.Circle(name.Text), name.Span) : Told(Messages.BrokenIndicator(name.Text, first.Message.English), name.Span);
        return bound;
    }

    /// <summary>An aggregate, if the formula may have one more.</summary>
    private Bound Within(Bound aggregate, Span at) => spent.Aggregate(aggregate) ? aggregate : Told(Messages.TooManyAggregates(), at);

    private BoundBroken Told(Finding finding, Span at)
    {
        findings.Add(finding, at);
        return new BoundBroken();
    }
}
