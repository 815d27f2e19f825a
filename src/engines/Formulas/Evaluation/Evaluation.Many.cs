using Shuren.Formulas.Ast;
using Shuren.Formulas.Binding;
using Shuren.Formulas.Catalogues;

namespace Shuren.Formulas.Evaluation;

/// <summary>One number from many rows, units or days.</summary>
internal sealed partial record Evaluation
{
    private double? Total(BoundTotal total) => total.Of switch
    {
        AggregateKind.Count => Mine(total.Rows).Count(),
        AggregateKind.CountDistinct => Mine(total.Rows).Select(row => row[((BoundColumn)total.Argument!).Column.Sql]).Where(value => value is not null).Distinct().Count(),
        AggregateKind.Sum => Sum(Values(total)),
        _ => Reduce(total.Of, total.Percentile, [.. Values(total).Select(value => (value, 1.0))]),
    };

    private double? Spread(BoundSpread spread)
    {
        var units = Units(spread);
        return spread.Of switch
        {
            AggregateKind.Count => units.Count,
            AggregateKind.Sum => Sum(units.Select(one => one.Value)),
            AggregateKind.Disparity => Mean(units) is { } mean and not 0 ? Deviation(units) / mean : null,
            _ => Reduce(spread.Of, spread.Percentile, units),
        };
    }

    private static double? Reduce(AggregateKind kind, decimal percentile, IReadOnlyList<(double Value, double Weight)> many)
    {
        if (many.Count == 0)
            return null;
        return kind switch
        {
            AggregateKind.Average => Mean(many),
            AggregateKind.Minimum => many.Min(one => one.Value),
            AggregateKind.Maximum => many.Max(one => one.Value),
            AggregateKind.Median => Percentile(many, 0.5),
            AggregateKind.Percentile => Percentile(many, (double)percentile / 100),
            AggregateKind.Deviation => Deviation(many),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static double? Mean(IReadOnlyList<(double Value, double Weight)> many) =>
        Sum(many.Select(one => one.Weight)) is var weight and not 0 ? Sum(many.Select(one => one.Value * one.Weight)) / weight : null;

    private static double? Deviation(IReadOnlyList<(double Value, double Weight)> many) =>
        Mean(many) is { } mean ? Math.Sqrt(Sum(many.Select(one => one.Weight * Math.Pow(one.Value - mean, 2))) / Sum(many.Select(one => one.Weight))) : null;

    private static double Percentile(IReadOnlyList<(double Value, double Weight)> many, double share)
    {
        var ordered = many.Select(one => one.Value).Order().ToArray();
        var place = share * (ordered.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, ordered.Length - 1);
        return ordered[below] + ((ordered[above] - ordered[below]) * (place - below));
    }

    private static double Sum(IEnumerable<double> values) => values.Sum();

    private List<double> Values(BoundTotal total) =>
        [.. Mine(total.Rows).Select(row => (this with { Row = row }).Number(total.Argument!)).OfType<double>()];

    /// <summary>Rows that count on the day, of any unit.</summary>
    private IEnumerable<FactRow> Of(BoundRows rows) =>
        World.Rows(rows.Fact).Where(row => Counts(rows.Fact, rows.During, row) && (rows.Where is null || (this with { Row = row }).Holds(rows.Where) == true));

    private IEnumerable<FactRow> Mine(BoundRows rows)
    {
        var members = World.MembersOf(Unit);
        return Of(rows).Where(row => members.Contains(row.Unit));
    }

    private bool Counts(Fact fact, Period? during, FactRow row) => fact.Dates switch
    {
        FactDates.Span span => row[span.From] is DateOnly from && from <= Day && (row[span.Until] is not DateOnly until || until > Day),
        FactDates.Event happened => row[happened.On] is DateOnly on && on <= Day && Began(during) is var began && on >= began,
        _ => true,
    };

    /// <summary>The first day of the period.</summary>
    private DateOnly Began(Period? during) => during switch
    {
        null or { Kind: PeriodKind.Ever } => DateOnly.MinValue,
        { Kind: PeriodKind.Year } => new DateOnly(Day.Year, 1, 1),
        { Kind: PeriodKind.SchoolYear } => Day.Month >= 9 ? new DateOnly(Day.Year, 9, 1) : new DateOnly(Day.Year - 1, 9, 1),
        { Last: { } last } => last.Before(Day).AddDays(1),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The units under this one that are asked, each seen from itself.</summary>
    private List<Evaluation> Chosen(BoundEach each) => Chosen(each, World.MembersOf(Unit));

    private List<Evaluation> Chosen(BoundEach each, IReadOnlyList<Guid>? members) =>
        [.. World.Rows(each.Fact).Where(row => (members is null || members.Contains(row.Unit)) && Counts(each.Fact, null, row))
            .Select(row => this with { Unit = row.Unit, Row = row })
            .Where(inside => each.Where is null || inside.Holds(each.Where) == true)];

    private IReadOnlyList<(double Value, double Weight)> Units(BoundSpread spread) =>
        [.. Chosen(spread.Each)
            .Select(inside => (Value: spread.Argument is null ? 1 : inside.Number(spread.Argument), Weight: spread.Weight is null ? 1 : inside.Number(spread.Weight)))
            .Where(one => one.Value is not null && one.Weight > 0).Select(one => (one.Value!.Value, one.Weight!.Value))]; // both known: the line above says so

    private int Met(BoundEvery every) => Chosen(every.Each).Count(inside => inside.Holds(every.Condition) == true);

    private double? Growth(BoundGrowth growth)
    {
        var now = Number(growth.Of);
        var then = (this with { Day = growth.Over.Before(Day), Row = null }).Number(growth.Of);
        if (!growth.IsRelative)
            return now - then;
        return then is null or 0 ? null : 100 * (now - then) / Math.Abs(then.Value);
    }

    private double? Rank(BoundRank rank)
    {
        var all = Chosen(rank.Among, null).Select(inside => (inside.Unit, Value: inside.Number(rank.Of))).Where(one => one.Value is not null).ToList();
        return all.Where(one => one.Unit == Unit).Select(mine => (double?)(1 + all.Count(one => rank.LowestFirst ? one.Value < mine.Value : one.Value > mine.Value))).FirstOrDefault();
    }
}
