namespace Shuren.PlanText.Numbers;

/// <summary>
/// Finds every number of a flat text (see <see cref="FlatText"/>), whatever it means: years, names and quantities alike. One pass, left
/// to right; each character is looked at a bounded number of times.
/// </summary>
internal static class NumberScanner
{
    /// <summary>Words that turn a magnitude without a digit into an amount: 近千名, 上万人, and 余 behind it: 万余名. Without one, 千师 or 百校 is a manner of speaking.</summary>
    private const string BeforeBareMagnitude = "近上逾超约过达";

    /// <summary>成 is a tenth only where it does not begin one of these words: 九成以上, but 一成立.</summary>
    private const string NoTenthBefore = "立为果员绩功效人长品就熟都本型";

    internal static IReadOnlyList<NumberSpan> Scan(string flat)
    {
        var found = new List<NumberSpan>();
        for (var at = 0; at < flat.Length;)
        {
            var span = ReadAt(flat, at);
            if (span is not null)
                found.Add(span);
            at = span?.End ?? Math.Max(at + 1, Numeral.EndOfRun(flat, at));
        }
        return found;
    }

    private static NumberSpan? ReadAt(string flat, int at)
    {
        if (Fraction(flat, at, "百分之", NumberForm.Percent) is { } percent)
            return percent;
        if (Fraction(flat, at, "千分之", NumberForm.PerMille) is { } perMille)
            return perMille;
        if (Amount(flat, at) is not { } first)
            return null;
        if (PartOf(flat, first) is { } part)
            return part;
        if (Range(flat, first) is { } range)
            return range;
        return Ratio(flat, first) ?? first;
    }

    /// <summary>百分之九十五, 百分之85, 百分之百.</summary>
    private static NumberSpan? Fraction(string flat, int at, string opening, NumberForm form)
    {
        if (string.CompareOrdinal(flat, at, opening, 0, opening.Length) != 0)
            return null;
        var behind = at + opening.Length;
        if (behind < flat.Length && flat[behind] == '百')
            return new(at, behind + 1, 100, null, 1, NumberScript.Chinese, form, false);
        return Amount(flat, behind) is { } amount ? amount with { Start = at, Form = form } : null;
    }

    /// <summary>A numeral with what belongs to it: 余, 万, 亿, %, 成.</summary>
    private static NumberSpan? Amount(string flat, int at)
    {
        if (at < flat.Length && flat[at] is '百' or '千' or '万' or '亿')
            return BareMagnitude(flat, at);
        if (Numeral.At(flat, at) is not { } numeral)
            return null;
        var end = numeral.End;
        var loose = Skip(flat, ref end, "余多几来");
        var (low, magnitude) = Magnitude(flat, ref end, numeral);
        loose |= Skip(flat, ref end, "余多几");
        var (form, tenths, more) = Sign(flat, ref end, numeral);
        return new(at, end, low * tenths + more, numeral.High * tenths, magnitude, numeral.Script, form, loose);
    }

    private static NumberSpan? BareMagnitude(string flat, int at)
    {
        var end = at + 1;
        var (amount, magnitude) = flat[at] switch { '百' => (100m, 1m), '千' => (1000m, 1m), '万' => (1m, 10_000m), _ => (1m, 100_000_000m) };
        if (end < flat.Length && magnitude == 1 && flat[end] is '万' or '亿')
            magnitude = flat[end++] == '万' ? 10_000m : 100_000_000m;
        var loose = Skip(flat, ref end, "余多");
        if (!loose && !IsAmountBefore(flat, at))
            return null;
        return Numeral.EndOfRun(flat, end) > end ? null : new(at, end, amount, null, magnitude, NumberScript.Chinese, NumberForm.Plain, loose);
    }

    private static bool IsAmountBefore(string flat, int at) =>
        at > 0 && BeforeBareMagnitude.Contains(flat[at - 1], StringComparison.Ordinal) && !(at > 1 && flat[at - 1] == '上' && flat[at - 2] == '以');

    /// <summary>1.2万, 三亿, 一万两千: the trailing magnitude stands apart, because 5亿元 keeps it in its unit.</summary>
    private static (decimal Amount, decimal Magnitude) Magnitude(string flat, ref int end, Numeral numeral)
    {
        var magnitude = 1m;
        for (var steps = 0; steps < 2 && end < flat.Length && flat[end] is '万' or '亿'; steps++)
            magnitude *= flat[end++] == '万' ? 10_000m : 100_000_000m;
        var rest = magnitude == 1 ? null : Numeral.At(flat, end);
        if (rest is not { High: null } tail || tail.Low >= magnitude || tail.Script != NumberScript.Chinese)
            return (numeral.Low, magnitude);
        end = tail.End;
        return (numeral.Low * magnitude + tail.Low, 1);
    }

    /// <summary>97%, 九成, 九成五: what the sign says, what the numeral is to be taken times, and what is added.</summary>
    private static (NumberForm Form, decimal Factor, decimal More) Sign(string flat, ref int end, Numeral numeral)
    {
        var at = end;
        while (at < flat.Length && flat[at] == ' ')
            at++;
        if (at < flat.Length && flat[at] is '%' or '‰')
        {
            end = at + 1;
            return (flat[at] == '%' ? NumberForm.Percent : NumberForm.PerMille, 1, 0);
        }
        var isTenth = end < flat.Length && flat[end] == '成' && numeral.Low <= 10
            && (end + 1 == flat.Length || !NoTenthBefore.Contains(flat[end + 1], StringComparison.Ordinal));
        end += isTenth ? 1 : 0;
        var more = isTenth && numeral.High is null ? HalfTenths(flat, end) : 0;
        end += more > 0 ? 1 : 0;
        return isTenth ? (NumberForm.Percent, 10, more) : (NumberForm.Plain, 1, 0);
    }

    /// <summary>The 五 of 九成五, where the number ends with it: 九成五以上, but not 两成三年级学生.</summary>
    private static decimal HalfTenths(string flat, int at)
    {
        var ends = at + 1 >= flat.Length || !char.IsLetter(flat[at + 1]) || flat[at + 1] is '以' or '左' or '的' or '之';
        return at < flat.Length && ends && Numeral.At(flat, at) is { High: null, Script: NumberScript.Chinese, Low: > 0 and < 10 } digit && digit.End == at + 1 ? digit.Low : 0;
    }

    /// <summary>三分之一: only the value's own text says it exactly.</summary>
    private static NumberSpan? PartOf(string flat, NumberSpan first)
    {
        if (string.CompareOrdinal(flat, first.End, "分之", 0, 2) != 0 || first.Low < 2 || Numeral.At(flat, first.End + 2) is not { High: null } top)
            return null;
        return first with { End = top.End, Form = NumberForm.Ratio, Written = Invariant.Text(top.Low) + "/" + Invariant.Text(first.Low) };
    }

    /// <summary>2-3, 3至5, 三到五, 10-20万, 85%-90%: the lower end takes the magnitude and the percent sign of the upper one.</summary>
    private static NumberSpan? Range(string flat, NumberSpan first)
    {
        var at = first.End;
        if (first.IsRange || first.IsLoose || at >= flat.Length || flat[at] is not ('-' or '~' or '至' or '到'))
            return null;
        at += at + 1 < flat.Length && flat[at] == '-' && flat[at + 1] == '-' ? 2 : 1;
        if (Amount(flat, at) is not { IsRange: false } second || (first.Form != NumberForm.Plain && first.Form != second.Form))
            return null;
        var (low, high, magnitude) = first.Magnitude == 1 && first.Low < second.Low || first.Magnitude == second.Magnitude
            ? (first.Low, second.Low, second.Magnitude) : (first.Amount, second.Amount, 1m);
        return low < high ? second with { Start = first.Start, Low = low, High = high, Magnitude = magnitude, Script = first.Script } : null;
    }

    /// <summary>1:200. A time of day looks the same; who knows the words around it decides.</summary>
    private static NumberSpan? Ratio(string flat, NumberSpan first)
    {
        if (first.End >= flat.Length || flat[first.End] != ':' || first.Form != NumberForm.Plain || Numeral.At(flat, first.End + 1) is not { High: null } second)
            return null;
        return first with { End = second.End, Form = NumberForm.Ratio, Written = Invariant.Text(first.Amount) + ":" + Invariant.Text(second.Low) };
    }

    private static bool Skip(string flat, ref int end, string signs)
    {
        var found = end < flat.Length && signs.Contains(flat[end], StringComparison.Ordinal);
        end += found ? 1 : 0;
        return found;
    }
}
