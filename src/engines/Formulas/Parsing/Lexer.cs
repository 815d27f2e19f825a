using System.Globalization;
using Shuren.Formulas.Ast;
using Shuren.Formulas.Diagnostics;

namespace Shuren.Formulas.Parsing;

/// <summary>Text to tokens. Wide signs of Chinese keyboards are the same as the narrow ones.</summary>
internal sealed class Lexer(string text, Findings findings)
{
    private const string Wide = "（），、；＋－＊×／÷＝＜＞％．";
    private const string Narrow = "(),,;+-**//=<>%.";
    private const string Open = "'\"“‘「";
    private const string Close = "'\"”’」";
    private readonly List<Token> tokens = [];
    private int at;

    public IReadOnlyList<Token> Read()
    {
        while (at < text.Length)
        {
            var start = at;
            if (char.IsWhiteSpace(text[at]))
                at++;
            else if (char.IsAsciiDigit(Plain(text[at])))
                ReadNumber();
            else if (IsLetter(text[at]))
                ReadWord();
            else if (text[at] == '[' || text[at] == '【')
                ReadIndicator();
            else if (Open.Contains(text[at], StringComparison.Ordinal))
                ReadQuoted();
            else
                ReadSymbol();
            System.Diagnostics.Debug.Assert(at > start, "every step goes on");
        }
        tokens.Add(new Token(TokenKind.End, "", new Span(text.Length, 1)));
        return Phrases.Join(tokens);
    }

    private static bool IsLetter(char sign) => char.IsLetter(sign) || sign == '_';

    private static bool IsPartOfWord(char sign) => IsLetter(sign) || char.IsAsciiDigit(sign);

    /// <summary>The narrow form of a wide sign or digit.</summary>
    private static char Plain(char sign) =>
        Wide.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var i ? Narrow[i] : sign is >= '０' and <= '９' ? (char)(sign - '０' + '0') : sign;

    private void ReadWord()
    {
        var start = at;
        while (at < text.Length && IsPartOfWord(text[at]))
            at++;
        Add(TokenKind.Word, text[start..at], start);
    }

    private void ReadNumber()
    {
        var start = at;
        SkipDigits();
        if (IsDay(start))
        {
            at = start + 10;
            ReadDay(start);
            return;
        }
        if (at + 1 < text.Length && Plain(text[at]) == '.' && char.IsAsciiDigit(Plain(text[at + 1])))
        {
            at++;
            SkipDigits();
        }
        var written = new string([.. text[start..at].Select(Plain)]);
        if (!Limits.IsNumber(written))
        {
            findings.Add(Messages.NumberTooLong(), new Span(start, at - start));
            written = "1";
        }
        Add(TokenKind.Number, written, start);
    }

    private void SkipDigits()
    {
        while (at < text.Length && char.IsAsciiDigit(Plain(text[at])))
            at++;
    }

    /// <summary>2026-09-01: four digits, and what follows looks like a day rather than a subtraction.</summary>
    private bool IsDay(int start) =>
        at - start == 4 && start + 10 <= text.Length && text[start + 4] == '-' && text[start + 7] == '-'
        && char.IsAsciiDigit(text[start + 5]) && char.IsAsciiDigit(text[start + 6]) && char.IsAsciiDigit(text[start + 8]) && char.IsAsciiDigit(text[start + 9]);

    private void ReadDay(int start)
    {
        var written = new string([.. text[start..at].Select(Plain)]);
        if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            findings.Add(Messages.NoSuchDay(written), new Span(start, at - start));
            written = "2000-01-01";
        }
        Add(TokenKind.Day, written, start);
    }

    private void ReadIndicator()
    {
        var start = at;
        var close = text.AsSpan(at).IndexOfAny("]】\n");
        if (close < 0 || text[at + close] == '\n')
        {
            findings.Add(Messages.NotClosed("]"), new Span(start, 1));
            at = close < 0 ? text.Length : at + close;
            return;
        }
        at += close + 1;
        Add(TokenKind.Indicator, text[(start + 1)..(at - 1)].Trim(), start);
    }

    private void ReadQuoted()
    {
        var start = at;
        var end = Close[Open.IndexOf(text[at], StringComparison.Ordinal)];
        var content = new System.Text.StringBuilder();
        for (at++; at < text.Length && text[at] is not ('\n' or '\r'); at++)
        {
            if (text[at] != end)
                content.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == end)
                content.Append(text[++at]);
            else
            {
                at++;
                Add(TokenKind.Quoted, content.ToString(), start);
                return;
            }
        }
        findings.Add(Messages.NotClosed(end.ToString()), new Span(start, 1));
        Add(TokenKind.Quoted, content.ToString(), start);
    }

    private void ReadSymbol()
    {
        var start = at;
        var sign = Plain(text[at++]);
        var next = at < text.Length ? Plain(text[at]) : '\0';
        var symbol = (sign, next) switch
        {
            ('≥', _) => ">=",
            ('≤', _) => "<=",
            ('≠', _) => "!=",
            ('>', '=') or ('<', '=') or ('!', '=') => $"{sign}{next}",
            ('<', '>') => "!=",
            _ when "()+-*/=<>,%".Contains(sign, StringComparison.Ordinal) => sign.ToString(),
            _ => null,
        };
        if (symbol is null)
        {
            findings.Add(Messages.StrangeSign(Shown(start)), new Span(start, 1));
            return;
        }
        if (symbol.Length == 2 && sign is not ('≥' or '≤' or '≠'))
            at++;
        Add(TokenKind.Symbol, symbol, start);
    }

    /// <summary>The sign as text; half of a pair is taken with its other half.</summary>
    private string Shown(int start)
    {
        if (char.IsHighSurrogate(text[start]) && at < text.Length && char.IsLowSurrogate(text[at]))
            at++;
        var shown = text[start..at];
        return shown.All(sign => char.IsSurrogate(sign) ? shown.Length == 2 : !char.IsControl(sign)) ? shown : $"U+{(int)text[start]:X4}";
    }

    private void Add(TokenKind kind, string content, int start) => tokens.Add(new Token(kind, content, new Span(start, at - start)));
}

/// <summary>Joins the words of <c>percent of</c> and its like, and tells keywords from names.</summary>
internal static class Phrases
{
    public static IReadOnlyList<Token> Join(List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var words = Longest(tokens, i, out var keyword);
            joined.Add(words == 0 ? tokens[i] : tokens[i] with { Kind = TokenKind.Keyword, Keyword = keyword, Span = tokens[i].Span.To(tokens[i + words - 1].Span) });
            i += Math.Max(0, words - 1);
        }
        return joined;
    }

    private static int Longest(List<Token> tokens, int first, out Keyword keyword)
    {
        var words = tokens.Skip(first).Take(Keywords.LongestPhrase).TakeWhile(token => token.Kind == TokenKind.Word).Select(token => token.Text).ToArray();
        for (var count = words.Length; count > 0; count--)
        {
            keyword = Keywords.Find(string.Join(' ', words[..count]));
            if (keyword != Keyword.None)
                return count;
        }
        keyword = Keyword.None;
        return 0;
    }
}
