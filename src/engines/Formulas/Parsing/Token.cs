using Shuren.Formulas.Ast;

namespace Shuren.Formulas.Parsing;

internal enum TokenKind
{
    End, Word, Keyword, Number, Quoted, Day, Indicator, Symbol,
}

/// <summary>A word, number or sign of a formula. A symbol's text is its plain form: （ is (, ≥ is >=.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, Span Span, Keyword Keyword = Keyword.None);
