using System.Globalization;
using Shuren.Formulas.Ast;
using Shuren.Formulas.Diagnostics;

namespace Shuren.Formulas.Parsing;

/// <summary>Numbers, names, brackets and what begins with a keyword.</summary>
internal sealed partial class Parser
{
    private Node Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Advance();
                return NumberAt(token);
            case TokenKind.Quoted:
                Advance();
                return Counted(new Quoted(token.Text, token.Span));
            case TokenKind.Day:
                Advance();
                return Counted(new Day(DateOnly.ParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture), token.Span));
            case TokenKind.Indicator:
                Advance();
                return Counted(new IndicatorName(token.Text, token.Span));
            case TokenKind.Word:
                return NameHere();
            case TokenKind.Symbol when token.Text == "(":
                Advance();
                var inner = Condition();
                Close();
                return inner;
            case TokenKind.Keyword:
                return Deeper(() => Spoken(token));
            default:
                return Nothing();
        }
    }

    private Number NumberAt(Token token)
    {
        var percent = Current is { Kind: TokenKind.Symbol, Text: "%" };
        var span = percent ? token.Span.To(Advance().Span) : token.Span;
        return Counted(new Number(decimal.Parse(token.Text, CultureInfo.InvariantCulture), percent, span));
    }

    private Node Spoken(Token token)
    {
        switch (token.Keyword)
        {
            case Keyword.Yes or Keyword.No:
                Advance();
                return Counted(new Truth(token.Keyword == Keyword.Yes, token.Span));
            case Keyword.Today:
                Advance();
                return Counted(new Today(token.Span));
            case Keyword.Exists:
                Advance();
                Open();
                var rows = RowsHere();
                return Counted(new Exists(rows, token.Span.To(Close())));
            case Keyword.Every:
                Advance();
                return EveryHere(token.Span);
            case Keyword.AtLeast:
                Advance();
                return AtLeastHere(token.Span);
            case Keyword.Growth or Keyword.Change:
                Advance();
                return GrowthHere(token.Keyword == Keyword.Growth, token.Span);
            case Keyword.Rank or Keyword.RankLowest:
                Advance();
                Open();
                var of = Condition();
                var among = EachHere();
                return Counted(new Rank(token.Keyword == Keyword.RankLowest, of, among, token.Span.To(Close())));
            case Keyword.Up or Keyword.Down:
                Advance();
                Open();
                var number = Condition();
                return Counted(new Whole(token.Keyword == Keyword.Up, number, token.Span.To(Close())));
            default:
                return Aggregates.TryGetValue(token.Keyword, out var kind) ? AggregateHere(kind) : Nothing();
        }
    }

    private Every EveryHere(Span start)
    {
        var name = NameHere();
        var where = Take(Keyword.Where) ? Condition() : null;
        if (!Take(Keyword.Meets))
            Expected(Messages.Words("meets", "均满足"));
        var condition = Condition();
        return Counted(new Every(new Each(name, where), condition, start.To(condition.Span)));
    }

    private AtLeast AtLeastHere(Span start)
    {
        var count = WholeNumber();
        if (!Take(Keyword.Of) && !Take(Keyword.OfThese))
            Expected(Messages.Words("of", "项"));
        Open();
        var conditions = new List<Node>();
        do
            conditions.Add(Condition());
        while (Take(",") && !gaveUp);
        var end = Close();
        decimal? rest = null;
        if (Take(Keyword.Rest))
        {
            end = Current.Span;
            rest = Current.Kind == TokenKind.Number ? NumberAt(Advance()).Value : null;
            if (rest is null)
                Expected(Messages.Words("85 %", "85 %"));
        }
        return Counted(new AtLeast(count, new Items<Node>(conditions), rest, start.To(end)));
    }

    private Growth GrowthHere(bool relative, Span start)
    {
        Open();
        var of = Condition();
        if (!Take(Keyword.Over))
            Expected(Messages.Words("over", "较"));
        var over = StretchHere();
        return Counted(new Growth(relative, of, over, start.To(Close())));
    }
}
