using System.Globalization;
using Shuren.Formulas.Ast;
using Shuren.Formulas.Diagnostics;

namespace Shuren.Formulas.Parsing;

/// <summary>
/// Tokens to a tree, by descent. What binds weakest comes first: or, and, not, comparison, or else, per / percent of / ratio to, + -, * /, sign.
/// After an error it goes on behind the next comma or bracket, so that one reading tells several.
/// </summary>
internal sealed partial class Parser(IReadOnlyList<Token> tokens, Findings findings)
{
    private int at;
    private int depth;
    private int pieces;

    private Token Current => tokens[at];

    public static Node Parse(string text, Findings findings)
    {
        if (text.Length > Limits.Characters)
        {
            findings.Add(Messages.TooLong(), new Span(0, 1));
            return new Unreadable(new Span(0, 1));
        }
        var parser = new Parser(new Lexer(text, findings).Read(), findings);
        var tree = parser.Condition();
        if (parser.Current.Kind != TokenKind.End && !parser.gaveUp)
            findings.Add(Messages.NotExpected(Written(parser.Current)), parser.Current.Span);
        return tree;
    }

    private Node Condition() => Deeper(() => Chain(Conjunction, Keyword.Or, Operator.Or));

    private Node Conjunction() => Chain(Negated, Keyword.And, Operator.And);

    private Node Chain(Func<Node> next, Keyword keyword, Operator sign)
    {
        var left = next();
        while (Current.Keyword == keyword && !gaveUp)
        {
            Advance();
            var right = next();
            left = Counted(new Binary(sign, left, right, left.Span.To(right.Span)));
        }
        return left;
    }

    private Node Negated()
    {
        if (Current.Keyword != Keyword.Not)
            return Comparison();
        var start = Advance().Span;
        var of = Deeper(Negated);
        return Counted(new Not(of, start.To(of.Span)));
    }

    private Node Comparison()
    {
        var left = Fallback();
        if (Current.Kind == TokenKind.Symbol && Comparisons.TryGetValue(Current.Text, out var sign))
        {
            Advance();
            var right = Fallback();
            return Counted(new Binary(sign, left, right, left.Span.To(right.Span)));
        }
        switch (Current.Keyword)
        {
            case Keyword.In or Keyword.NotIn:
                var negated = Advance().Keyword == Keyword.NotIn;
                var choices = Choices(out var end);
                return Counted(new In(left, new Items<Node>(choices), negated, left.Span.To(end)));
            case Keyword.Between:
                Advance();
                var low = Fallback();
                if (Current.Keyword is Keyword.And or Keyword.Until)
                    Advance();
                else
                    Expected(Messages.Words("and", "至"));
                var high = Fallback();
                return Counted(new Between(left, low, high, left.Span.To(high.Span)));
            case Keyword.IsMissing or Keyword.IsKnown:
                var word = Advance();
                return Counted(new Missing(left, word.Keyword == Keyword.IsKnown, left.Span.To(word.Span)));
            default:
                return left;
        }
    }

    private static readonly Dictionary<string, Operator> Comparisons = new(StringComparer.Ordinal)
    {
        ["="] = Operator.Equal, ["!="] = Operator.NotEqual, ["<"] = Operator.Less,
        ["<="] = Operator.LessOrEqual, [">"] = Operator.Greater, [">="] = Operator.GreaterOrEqual,
    };

    private List<Node> Choices(out Span end)
    {
        var choices = new List<Node>();
        if (!Take("("))
        {
            choices.Add(Fallback());
            end = choices[0].Span;
            return choices;
        }
        do
            choices.Add(Fallback());
        while (Take(",") && !gaveUp);
        end = Current.Span;
        Close();
        return choices;
    }

    private Node Fallback() => Chain(Quotients, Keyword.Else, Operator.Else);

    private Node Quotients()
    {
        var left = Sum();
        while (Current.Keyword is Keyword.Per or Keyword.PerHundred or Keyword.PerThousand or Keyword.PercentOf or Keyword.RatioTo && !gaveUp)
        {
            var (kind, factor) = Advance().Keyword switch
            {
                Keyword.PercentOf => (QuotientKind.Percent, 100m),
                Keyword.RatioTo => (QuotientKind.Ratio, 1m),
                Keyword.PerHundred => (QuotientKind.Per, 100m),
                Keyword.PerThousand => (QuotientKind.Per, 1000m),
                _ => (QuotientKind.Per, Factor()),
            };
            var right = Sum();
            left = Counted(new Quotient(kind, factor, left, right, left.Span.To(right.Span)));
        }
        return left;
    }

    /// <summary>The number behind <c>per</c>, where one stands before what is divided by: per 100 count(pupils). In "per 100" alone it is the divisor.</summary>
    private decimal Factor()
    {
        var next = Current.Kind == TokenKind.Number ? tokens[at + 1] : Current;
        if (Current.Kind != TokenKind.Number || next.Kind == TokenKind.End || (next.Kind == TokenKind.Symbol && next.Text != "(")
            || (next.Kind == TokenKind.Keyword && !Begins(next.Keyword)))
            return 1;
        var factor = decimal.Parse(Current.Text, CultureInfo.InvariantCulture);
        var place = Advance().Span;
        if (factor > 0)
            return factor;
        findings.Add(Messages.PerNothing(), place);
        return 1;
    }

    /// <summary>True for keywords with which an operand can begin.</summary>
    private static bool Begins(Keyword keyword) =>
        Aggregates.ContainsKey(keyword) || keyword is Keyword.Growth or Keyword.Change or Keyword.Rank or Keyword.RankLowest or Keyword.Up or Keyword.Down
            or Keyword.Yes or Keyword.No or Keyword.Today or Keyword.Exists or Keyword.Every or Keyword.AtLeast;

    private Node Sum()
    {
        var left = Product();
        while (Current is { Kind: TokenKind.Symbol, Text: "+" or "-" } && !gaveUp)
        {
            var sign = Advance().Text == "+" ? Operator.Add : Operator.Subtract;
            var right = Product();
            left = Counted(new Binary(sign, left, right, left.Span.To(right.Span)));
        }
        return left;
    }

    private Node Product()
    {
        var left = Signed();
        while (Current is { Kind: TokenKind.Symbol, Text: "*" or "/" } && !gaveUp)
        {
            var multiplies = Advance().Text == "*";
            var right = Signed();
            var span = left.Span.To(right.Span);
            left = Counted<Node>(multiplies ? new Binary(Operator.Multiply, left, right, span) : new Quotient(QuotientKind.Divide, 1, left, right, span));
        }
        return left;
    }

    private Node Signed()
    {
        if (Current is not { Kind: TokenKind.Symbol, Text: "-" })
            return Primary();
        var start = Advance().Span;
        var of = Deeper(Signed);
        return Counted(new Negation(of, start.To(of.Span)));
    }
}
