using System.Globalization;
using Shuren.Formulas.Ast;
using Shuren.Formulas.Diagnostics;

namespace Shuren.Formulas.Parsing;

/// <summary>The small steps: take, expect, go on after an error, stop at a limit.</summary>
internal sealed partial class Parser
{
    /// <summary>Set when a limit is reached: from then on everything is the end.</summary>
    private bool gaveUp;

    private Token Advance()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
            at++;
        return token;
    }

    private bool Take(string symbol)
    {
        if (Current.Kind != TokenKind.Symbol || Current.Text != symbol)
            return false;
        Advance();
        return true;
    }

    private bool Take(Keyword keyword)
    {
        if (Current.Keyword != keyword)
            return false;
        Advance();
        return true;
    }

    private void Open()
    {
        if (!Take("("))
            Expected(Messages.Words("(", "（"));
    }

    /// <summary>The closing bracket; after an error, whatever stands before it is passed over.</summary>
    private Span Close()
    {
        if (Current is not { Kind: TokenKind.Symbol, Text: ")" })
        {
            Expected(Messages.Words(")", "）"));
            SkipToClose();
        }
        var span = Current.Span;
        Take(")");
        return span;
    }

    private void SkipToClose()
    {
        for (var open = 0; Current.Kind != TokenKind.End; Advance())
        {
            if (Current is { Kind: TokenKind.Symbol, Text: "(" })
                open++;
            else if (Current is { Kind: TokenKind.Symbol, Text: ")" } && open-- == 0)
                return;
        }
    }

    private void Expected(Told words)
    {
        if (!gaveUp)
            findings.Add(Messages.Expected(words, Written(Current)), Current.Span);
    }

    private Unreadable Nothing()
    {
        var token = Current;
        if (!gaveUp)
            findings.Add(token.Kind == TokenKind.End ? Messages.SomethingMissing() : Messages.NotExpected(Written(token)), token.Span);
        // A comma or bracket ends the piece; anything else is passed over, so that the reading goes on.
        if (token is not { Kind: TokenKind.Symbol, Text: ")" or "," })
            Advance();
        return new Unreadable(token.Span);
    }

    private Name NameHere()
    {
        if (Current.Kind == TokenKind.Word)
        {
            var word = Advance();
            return Counted(new Name(word.Text, word.Span));
        }
        Expected(Messages.Words("a name", "名称"));
        return new Name("", Current.Span);
    }

    private int WholeNumber()
    {
        if (Current.Kind == TokenKind.Number && int.TryParse(Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Advance();
            return number;
        }
        Expected(Messages.Words("a whole number", "整数"));
        if (Current.Kind == TokenKind.Number)
            Advance();
        return 1;
    }

    private Node Deeper(Func<Node> read)
    {
        if (depth >= Limits.Depth)
            return GiveUp();
        depth++;
        var node = read();
        depth--;
        return node;
    }

    private T Counted<T>(T node)
        where T : Node
    {
        if (++pieces > Limits.Pieces)
            GiveUp();
        return node;
    }

    private Unreadable GiveUp()
    {
        if (!gaveUp)
            findings.Add(Messages.TooDeep(), Current.Span);
        gaveUp = true;
        at = tokens.Count - 1;
        return new Unreadable(Current.Span);
    }

    private static string Written(Token token) => token.Kind switch
    {
        TokenKind.End => "",
        TokenKind.Keyword => Keywords.In(Language.English, token.Keyword) is var english && Keywords.In(Language.Chinese, token.Keyword) is var chinese ? $"{english} / {chinese}" : "",
        TokenKind.Quoted => $"'{token.Text}'",
        TokenKind.Indicator => $"[{token.Text}]",
        _ => token.Text,
    };
}
