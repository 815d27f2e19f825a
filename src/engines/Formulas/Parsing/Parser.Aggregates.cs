using System.Globalization;
using Shuren.Formulas.Ast;
using Shuren.Formulas.Diagnostics;

namespace Shuren.Formulas.Parsing;

/// <summary>What stands in the brackets of count, sum and their like.</summary>
internal sealed partial class Parser
{
    private static readonly Dictionary<Keyword, AggregateKind> Aggregates = new()
    {
        [Keyword.Count] = AggregateKind.Count, [Keyword.CountDistinct] = AggregateKind.CountDistinct,
        [Keyword.Sum] = AggregateKind.Sum, [Keyword.Average] = AggregateKind.Average,
        [Keyword.Minimum] = AggregateKind.Minimum, [Keyword.Maximum] = AggregateKind.Maximum,
        [Keyword.Median] = AggregateKind.Median, [Keyword.Percentile] = AggregateKind.Percentile,
        [Keyword.Deviation] = AggregateKind.Deviation, [Keyword.Disparity] = AggregateKind.Disparity,
    };

    private Aggregate AggregateHere(AggregateKind kind)
    {
        var start = Advance().Span;
        Open();
        var percentile = kind == AggregateKind.Percentile ? PercentileHere() : 0;
        Node? argument = null;
        if (kind != AggregateKind.Count)
        {
            argument = Condition();
            if (Current.Keyword != Keyword.Each && !Take(Keyword.Of))
                Expected(Messages.Words("of / each", "来自 / 每所"));
        }
        Source from = Current.Keyword == Keyword.Each ? EachHere() : RowsHere();
        var weight = WeightHere();
        return Counted(new Aggregate(kind, percentile, argument, from, weight, start.To(Close())));
    }

    private decimal PercentileHere()
    {
        var value = 50m;
        if (Current.Kind == TokenKind.Number)
            value = decimal.Parse(Advance().Text, CultureInfo.InvariantCulture);
        else
            Expected(Messages.Words("90", "90"));
        if (!Take(","))
            Expected(Messages.Words(",", "，"));
        return value;
    }

    private Weighting? WeightHere()
    {
        var start = Current.Span;
        if (Take(Keyword.Unweighted))
            return new Weighting(null, start);
        return Take(Keyword.Weighted) ? new Weighting(Condition(), start) : null;
    }

    private Each EachHere()
    {
        if (!Take(Keyword.Each))
            Expected(Messages.Words("each", "每所"));
        return new Each(NameHere(), Take(Keyword.Where) ? Condition() : null);
    }

    private Rows RowsHere()
    {
        var name = NameHere();
        var where = Take(Keyword.Where) ? Condition() : null;
        return new Rows(name, where, Take(Keyword.During) ? PeriodHere() : null);
    }

    private Period PeriodHere()
    {
        var word = Current;
        switch (word.Keyword)
        {
            case Keyword.ThisYear:
                Advance();
                return new Period(PeriodKind.Year, null);
            case Keyword.ThisSchoolYear:
                Advance();
                return new Period(PeriodKind.SchoolYear, null);
            case Keyword.Ever:
                Advance();
                return new Period(PeriodKind.Ever, null);
            case Keyword.Last:
                Advance();
                return new Period(PeriodKind.Last, StretchHere());
            default:
                Expected(Messages.Words("this year, this school year, last 5 years or ever", "本年、本学年、近 5 年或历来"));
                return new Period(PeriodKind.Ever, null);
        }
    }

    private Stretch StretchHere()
    {
        var place = Current.Span;
        var count = WholeNumber();
        var unit = Current.Keyword switch
        {
            Keyword.Years => StretchUnit.Years,
            Keyword.Months => StretchUnit.Months,
            Keyword.Days => StretchUnit.Days,
            _ => (StretchUnit?)null,
        };
        if (unit is null)
            Expected(Messages.Words("years, months or days", "年、个月或天"));
        else
            Advance();
        var most = unit switch { StretchUnit.Months => 1200, StretchUnit.Days => 36500, _ => 100 };
        if (count > most)
            findings.Add(Messages.TooFarBack(), place);
        return new Stretch(Math.Clamp(count, 1, most), unit ?? StretchUnit.Years);
    }
}
