using Shuren.Formulas.Ast;
using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Diagnostics;

namespace Shuren.Formulas.Binding;

/// <summary>Counts, sums, each, every, at least, growth and rank.</summary>
internal sealed partial class Binder
{
    private Bound BindAggregate(Aggregate aggregate, Scope scope)
    {
        if (scope.IsRow)
            return Told(Messages.NoRowsHere(), aggregate.Span);
        if (aggregate.Kind == AggregateKind.Percentile && aggregate.Percentile > 100)
            return Told(Messages.PercentileRange(), aggregate.Span);
        return aggregate.From is Rows rows ? BindTotal(aggregate, rows, scope) : BindSpread(aggregate, (Each)aggregate.From, scope);
    }

    private Bound BindTotal(Aggregate aggregate, Rows source, Scope scope)
    {
        if (aggregate.Weight is { } weight)
            findings.Add(Messages.WeightNotHere(), weight.Span);
        if (aggregate.Kind == AggregateKind.Disparity)
            findings.Add(Messages.WeightNotHere(), aggregate.Span);
        if (BindRows(source) is not { } rows)
            return new BoundBroken();
        var inRow = new Scope(rows.Fact, true, scope.Eaches, false);
        var argument = aggregate.Argument switch
        {
            null => null,
            { } column when aggregate.Kind == AggregateKind.CountDistinct => Identity(column, inRow),
            { } number => NumberOf(number, inRow),
        };
        if (argument?.Kind == BoundKind.Broken || aggregate.Kind == AggregateKind.Disparity)
            return new BoundBroken();
        var unit = aggregate.Kind is AggregateKind.Count or AggregateKind.CountDistinct ? Dimension.Of(rows.Fact.Row) : argument!.Unit;
        return Within(new BoundTotal(aggregate.Kind, aggregate.Percentile, argument, rows, aggregate.Kind == AggregateKind.CountDistinct ? null : unit), aggregate.Span);
    }

    private Bound Identity(Node node, Scope scope) => Bind(node, scope) switch
    {
        BoundColumn { Kind: not BoundKind.Truth } column => column,
        BoundBroken broken => broken,
        _ => Told(Messages.NeedsIdentity(), node.Span),
    };

    private BoundRows? BindRows(Rows source)
    {
        if (FactOf(source.Name) is not { } fact)
            return null;
        if (fact.Dates is FactDates.Event && source.During is null)
            findings.Add(Messages.NeedsPeriod(Kinds.Told(fact.Name)), source.Name.Span);
        if (fact.Dates is not FactDates.Event && source.During is not null)
            findings.Add(Messages.NoPeriod(Kinds.Told(fact.Name)), source.Name.Span);
        var where = source.Where is null ? null : ConditionOf(source.Where, new Scope(fact, true, 0, true));
        return where?.Kind == BoundKind.Broken ? null : new BoundRows(fact, where, source.During);
    }

    private Fact? FactOf(Name name)
    {
        if (name.Text.Length == 0)
            return null;
        if (catalogue.FindFact(name.Text) is { } fact)
        {
            Names[name] = fact.Name;
            return fact;
        }
        findings.Add(Messages.UnknownFact(name.Text, Nearest.To(name.Text, catalogue.Facts.SelectMany(any => any.Name.Words))), name.Span);
        return null;
    }

    private Bound BindExists(Exists exists, Scope scope)
    {
        if (scope is not { IsRow: true, Fact: { } here })
        {
            if (scope.Fact is null)
                return Told(Messages.NeedsCondition(new("exists outside a list of rows", "脱离记录的“存在”")), exists.Span);
            here = scope.Fact;
        }
        if (BindRows(exists.Of) is not { } rows)
            return new BoundBroken();
        if (here.Links.FirstOrDefault(link => rows.Fact.Name.Is(link.Fact)) is not { } link)
            return Told(Messages.NoLink(Kinds.Told(rows.Fact.Name), Kinds.Told(here.Name)), exists.Of.Name.Span);
        return new BoundExists(here, link, rows);
    }

    /// <summary>The units of an each; their own columns may be named beside counts of what they have.</summary>
    private BoundEach? BindEach(Each source, Scope scope, out Scope inside)
    {
        inside = scope;
        if (FactOf(source.Name) is not { } fact)
            return null;
        if (!fact.IsUnit)
            findings.Add(Messages.NoUnits(Kinds.Told(fact.Name)), source.Name.Span);
        if (scope.Eaches >= Limits.Each)
            findings.Add(Messages.TooManyEach(), source.Name.Span);
        if (!fact.IsUnit || scope.Eaches >= Limits.Each)
            return null;
        inside = new Scope(fact, false, scope.Eaches + 1, false);
        var where = source.Where is null ? null : ConditionOf(source.Where, inside with { Cuts = true });
        return where?.Kind == BoundKind.Broken ? null : new BoundEach(fact, where);
    }

    private Bound BindSpread(Aggregate aggregate, Each source, Scope scope)
    {
        var each = BindEach(source, scope, out var inside);
        if (each is null)
            return new BoundBroken();
        if (aggregate.Weight is not null && aggregate.Kind is not (AggregateKind.Average or AggregateKind.Deviation or AggregateKind.Disparity))
            return Told(Messages.WeightNotHere(), aggregate.Weight.Span);
        if (aggregate.Kind == AggregateKind.CountDistinct)
            return Told(Messages.NeedsIdentity(), aggregate.Span);
        var argument = aggregate.Argument is null ? null : NumberOf(aggregate.Argument, inside);
        var weight = aggregate.Weight?.By is { } by ? NumberOf(by, inside) : null;
        if (argument?.Kind == BoundKind.Broken || weight?.Kind == BoundKind.Broken)
            return new BoundBroken();
        // The measure weighs the disparity of a quotient by what it is divided by: pupils (教督〔2017〕6号 with the 2012 formula).
        if (aggregate.Kind == AggregateKind.Disparity && aggregate.Weight is null && argument is BoundQuotient quotient)
            weight = quotient.Right;
        var unit = aggregate.Kind switch
        {
            AggregateKind.Count => Dimension.Of(each.Fact.Row),
            AggregateKind.Disparity => Dimension.None,
            _ => argument!.Unit, // only a count has no argument
        };
        return Within(new BoundSpread(aggregate.Kind, aggregate.Percentile, argument, each, weight, unit), aggregate.Span);
    }

    private Bound BindEvery(Every every, Scope scope)
    {
        if (scope.IsRow)
            return Told(Messages.NoRowsHere(), every.Span);
        var each = BindEach(every.Of, scope, out var inside);
        var condition = each is null ? null : ConditionOf(every.Condition, inside);
        return condition is null or { Kind: BoundKind.Broken } ? new BoundBroken() : Within(new BoundEvery(each!, condition), every.Span); // bound: the condition would be missing else
    }

    private Bound BindAtLeast(AtLeast least, Scope scope)
    {
        var conditions = least.Conditions.All.Select(condition => ConditionOf(condition, scope)).ToList();
        if (least.Count > conditions.Count)
            return Told(Messages.CountTooHigh(least.Count, conditions.Count), least.Span);
        if (least.Rest is <= 0 or > 100)
            return Told(Messages.RestPercent(), least.Span);
        var rests = new List<Bound>();
        if (least.Rest is { } percent)
            rests.AddRange(conditions.Zip(least.Conditions.All).Where(pair => pair.First.Kind != BoundKind.Broken).Select(pair => Relaxed(pair.First, percent) ?? (Bound)Told(Messages.NeedsComparison(), pair.Second.Span)));
        return conditions.Concat(rests).Any(bound => bound.Kind == BoundKind.Broken)
            ? new BoundBroken()
            : new BoundAtLeast(least.Count, new Items<Bound>(conditions), new Items<Bound>(rests));
    }

    /// <summary>X >= 4.2 at 85 % is X >= 4.2 * 0.85; a ceiling is raised instead: X &lt;= 15 is X &lt;= 15 / 0.85.</summary>
    private static BoundComparison? Relaxed(Bound condition, decimal percent)
    {
        if (condition is not BoundComparison { Sign: Operator.GreaterOrEqual or Operator.Greater or Operator.LessOrEqual or Operator.Less, Left.Kind: BoundKind.Number } comparison)
            return null;
        var isFloor = comparison.Sign is Operator.GreaterOrEqual or Operator.Greater;
        var (factor, divisor) = isFloor ? (percent, 100m) : (100m, percent);
        var line = new BoundQuotient(QuotientKind.Divide, factor, comparison.Right, new BoundNumber(divisor, null), comparison.Right.Unit);
        return comparison with { Right = line, IsExact = false };
    }

    private Bound BindGrowth(Growth growth, Scope scope)
    {
        if (scope.IsRow)
            return Told(Messages.NoRowsHere(), growth.Span);
        var of = NumberOf(growth.Of, scope with { Fact = null });
        return of.Kind == BoundKind.Broken ? of : Within(new BoundGrowth(growth.IsRelative, of, growth.Over, growth.IsRelative ? Dimension.Percent : of.Unit), growth.Span);
    }

    private Bound BindRank(Rank rank, Scope scope)
    {
        if (scope.IsRow)
            return Told(Messages.NoRowsHere(), rank.Span);
        var each = BindEach(rank.Among, scope, out var inside);
        var of = each is null ? null : NumberOf(rank.Of, inside);
        return of is null or { Kind: BoundKind.Broken } ? new BoundBroken() : Within(new BoundRank(rank.LowestFirst, of, each!), rank.Span); // bound: the value would be missing else
    }
}
