using Shuren.Formulas.Ast;
using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Diagnostics;

namespace Shuren.Formulas.Binding;

/// <summary>Operators: do the kinds and the units of both sides fit?</summary>
internal sealed partial class Binder
{
    private Bound BindBinary(Binary binary, Scope scope) => binary.Operator switch
    {
        Operator.And or Operator.Or => Joined(binary, scope),
        >= Operator.Equal and <= Operator.GreaterOrEqual => Compared(binary.Operator, binary.Left, binary.Right, scope, binary.Span),
        _ => Computed(binary, scope),
    };

    private Bound Joined(Binary binary, Scope scope)
    {
        var left = ConditionOf(binary.Left, scope);
        var right = ConditionOf(binary.Right, scope);
        if (left.Kind == BoundKind.Broken || right.Kind == BoundKind.Broken)
            return new BoundBroken();
        return binary.Operator == Operator.And ? new BoundBoth(left, right) : new BoundEither(left, right);
    }

    private Bound Computed(Binary binary, Scope scope)
    {
        var left = NumberOf(binary.Left, scope);
        var right = NumberOf(binary.Right, scope);
        if (left.Kind == BoundKind.Broken || right.Kind == BoundKind.Broken)
            return new BoundBroken();
        if (binary.Operator == Operator.Multiply)
            return new BoundArithmetic(binary.Operator, left, right, Product(left.Unit, right.Unit, 1));
        if (!Fit(left.Unit, right.Unit))
            return Told(Messages.UnitsDiffer(left.Unit!.Told, right.Unit!.Told), binary.Span); // both known: Fit says so
        var unit = left.Unit ?? right.Unit;
        return binary.Operator == Operator.Else ? new BoundElse(left, right, unit) : new BoundArithmetic(binary.Operator, left, right, unit);
    }

    private Bound BindQuotient(Quotient quotient, Scope scope)
    {
        var left = NumberOf(quotient.Left, scope);
        var right = NumberOf(quotient.Right, scope);
        if (left.Kind == BoundKind.Broken || right.Kind == BoundKind.Broken)
            return new BoundBroken();
        if (quotient.Kind == QuotientKind.Percent && !Fit(left.Unit, right.Unit))
            return Told(Messages.PercentOfOther(left.Unit!.Told, right.Unit!.Told), quotient.Span);
        var unit = quotient.Kind == QuotientKind.Percent ? Dimension.Percent : Product(left.Unit, right.Unit, -1);
        return new BoundQuotient(quotient.Kind, quotient.Factor, left, right, unit);
    }

    /// <summary>A number as written has no unit of its own: it takes nothing away and adds nothing.</summary>
    private static Dimension? Product(Dimension? left, Dimension? right, int sign) =>
        left is null && right is null ? null : (left ?? Dimension.None).Times(right ?? Dimension.None, sign);

    private static bool Fit(Dimension? left, Dimension? right) => left is null || right is null || left.Equals(right);

    private Bound Compared(Operator sign, Node leftNode, Node rightNode, Scope scope, Span span)
    {
        var left = Bind(leftNode, scope);
        if (left is BoundColumn { Kind: BoundKind.Code or BoundKind.Text } column)
            return ComparedWithWord(sign, column, rightNode, span);
        var right = Bind(rightNode, scope);
        if (right.Kind == BoundKind.Broken || left.Kind == BoundKind.Broken)
            return new BoundBroken();
        return (left.Kind, right.Kind) switch
        {
            (BoundKind.Number, BoundKind.Number) when !Fit(left.Unit, right.Unit) => Told(Messages.UnitsDiffer(left.Unit!.Told, right.Unit!.Told), span),
            (BoundKind.Number, BoundKind.Number) => new BoundComparison(sign, left, right, IsExact(left) && IsExact(right)),
            (BoundKind.Date, BoundKind.Date) => new BoundComparison(sign, left, right, true),
            (BoundKind.Truth, BoundKind.Truth) when right is BoundTruth truth && (sign is Operator.Equal or Operator.NotEqual) =>
                truth.Value == (sign == Operator.Equal) ? left : new BoundNot(left),
            _ => Told(Messages.CannotCompare(Kinds.Told(left), Kinds.Told(right)), span),
        };
    }

    private static bool IsExact(Bound bound) => bound is BoundColumn or BoundNumber or BoundParameter || (bound is BoundNegation negation && IsExact(negation.Of));

    /// <summary>stage = primary: the word on the right is one of the column's own.</summary>
    private Bound ComparedWithWord(Operator sign, BoundColumn column, Node right, Span span)
    {
        if (WordFor(column, right) is not { } code)
            return new BoundBroken();
        if (sign is Operator.Equal or Operator.NotEqual)
            return new BoundOneOf(column, new Items<string>([code]), sign == Operator.NotEqual);
        if (!column.Column.IsOrdered)
            return Told(Messages.NoOrder(Kinds.Told(column.Column.Name)), span);
        var order = column.Column.Choices.Select(choice => choice.Code).ToList();
        var place = order.IndexOf(code);
        var codes = sign switch
        {
            Operator.Less => order[..place],
            Operator.LessOrEqual => order[..(place + 1)],
            Operator.Greater => order[(place + 1)..],
            _ => order[place..],
        };
        return new BoundOneOf(column, new Items<string>(codes), false);
    }

    private string? WordFor(BoundColumn column, Node word)
    {
        var written = word switch { Name name => name.Text, Quoted quoted => quoted.Text, _ => null };
        if (written is null || (column.Kind == BoundKind.Text && word is Name))
        {
            if (word is not Unreadable)
                findings.Add(Messages.CannotCompare(Kinds.Told(column), new("this; write the text in quotation marks", "此项，文字请加引号")), word.Span);
            return null;
        }
        if (column.Kind == BoundKind.Text)
            return written;
        if (column.Column.Choices.FirstOrDefault(choice => choice.Name.Is(written) || choice.Code == written) is { } found)
        {
            Names[word] = found.Name;
            return found.Code;
        }
        findings.Add(Messages.UnknownChoice(written, Kinds.Told(column.Column.Name), Nearest.To(written, column.Column.Choices.SelectMany(choice => choice.Name.Words))), word.Span);
        return null;
    }

    private Bound BindIn(In choice, Scope scope)
    {
        var of = Bind(choice.Of, scope);
        if (of is BoundColumn { Kind: BoundKind.Code or BoundKind.Text } column)
        {
            var codes = choice.Choices.All.Select(word => WordFor(column, word)).ToList();
            return codes.Contains(null) ? new BoundBroken() : new BoundOneOf(column, new Items<string>(codes!), choice.Negated);
        }
        if (of.Kind == BoundKind.Broken)
            return of;
        Bound? any = null;
        foreach (var item in choice.Choices.All)
        {
            var one = Compared(Operator.Equal, choice.Of, item, scope, item.Span);
            if (one.Kind == BoundKind.Broken)
                return one;
            any = any is null ? one : new BoundEither(any, one);
        }
        return choice.Negated ? new BoundNot(any!) : any!; // the parser gives at least one choice
    }

    private Bound BindBetween(Between between, Scope scope)
    {
        var low = Compared(Operator.GreaterOrEqual, between.Of, between.Low, scope, between.Span);
        var high = low.Kind == BoundKind.Broken ? low : Compared(Operator.LessOrEqual, between.Of, between.High, scope, between.Span);
        return high.Kind == BoundKind.Broken ? high : new BoundBoth(low, high);
    }
}
