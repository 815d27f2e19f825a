using System.Collections.Frozen;
using Shuren.PlanText.Numbers;

namespace Shuren.PlanText.Targets;

/// <summary>Finds the numbers of a sentence that measure something, with their units.</summary>
internal static class QuantityFinder
{
    private const decimal FirstYear = 1900;

    private const decimal LastYear = 2100;

    private static readonly FrozenDictionary<string, WordList> Durations = RuleFile.Groups("durations.txt");

    private static readonly FrozenDictionary<string, WordList> Ranks = RuleFile.Groups("ranks.txt");

    internal static IReadOnlyList<Quantity> Find(SentenceView view)
    {
        var found = new List<Quantity>();
        var isSpeltOut = FrameworkNames.SpeltOut(view);
        var numbers = NumberScanner.Scan(view.Flat);
        // From right to left: in 0.6、0.2、1.3个百分点 the last number gives the others its unit.
        Quantity? behind = null;
        for (var i = numbers.Count - 1; i >= 0; i--)
        {
            var number = numbers[i];
            var isName = view.IsInName(number.Start) || NameGuard.IsCode(view, number) || isSpeltOut[number.Start];
            var quantity = isName ? null : Shared(view, number, behind) ?? Read(view, number);
            if (quantity is not null && Spanned(view, quantity, behind) is { } range)
            {
                found[^1] = behind = range;
                continue;
            }

            behind = quantity;
            if (behind is not null)
                found.Add(behind);
        }
        found.Reverse();
        return found;
    }

    /// <summary>A decimal right before 、 and a quantity has that one's unit: 分别提高0.6、0.2、1.3个百分点.</summary>
    private static Quantity? Shared(SentenceView view, NumberSpan number, Quantity? behind)
        => behind is { Unit.Length: > 0, IsRank: false } && number is { Form: NumberForm.Plain, Script: NumberScript.Digits, IsRange: false, Magnitude: 1 }
            && view.At(number.End) == '、' && behind.Start == number.End + 1 && number.Low != decimal.Truncate(number.Low)
            ? new(number, number.End, behind.Unit, behind.Measure) : null;

    /// <summary>500元至1000元, 3所—5所: two quantities of one unit that make a range; but 由300元至500元 says where it begins.</summary>
    private static Quantity? Spanned(SentenceView view, Quantity low, Quantity? high)
    {
        var isSpan = high is { IsRank: false, Number: { IsRange: false, Form: NumberForm.Plain } } && low is { IsRank: false, Number: { IsRange: false, Form: NumberForm.Plain } }
            && low.Unit == high.Unit && low.Unit.Length > 0 && high.Start == low.End + 1 && view.At(low.End) is '至' or '到' or '-' or '~';
        return isSpan && low.Number.Amount < high!.Number.Amount && view.At(low.Start - 1) is not ('由' or '从')
            ? high with { Number = low.Number with { End = high.Number.End, High = high.Number.Low } } : null;
    }

    private static Quantity? Read(SentenceView view, NumberSpan number)
    {
        if (Rank(view, number) is { } rank)
            return rank;
        if (view.At(number.Start - 1) is '第' or '前' or '后' && !IsSpanBefore(view, number))
            return null;
        return number.Form switch
        {
            NumberForm.Percent => new(number, number.End, "%", null),
            NumberForm.PerMille => new(number, number.End, "‰", null),
            NumberForm.Ratio => Ratio(view, number),
            _ => Counted(view, number) ?? Duration(view, number) ?? Age(view, number) ?? Bare(view, number),
        };
    }

    /// <summary>提前6个月, 放学前1分钟: how long before, where 前3名 says which ones.</summary>
    private static bool IsSpanBefore(SentenceView view, NumberSpan number) =>
        view.At(number.Start - 1) == '前' && char.IsLetter(view.At(number.Start - 2)) && MeasureWord.At(view.Flat, number.End) is { IsTime: true };

    /// <summary>全市第1, 位列第二, 全省前三: value 1, 2, 3; unit 名次.</summary>
    private static Quantity? Rank(SentenceView view, NumberSpan number)
    {
        if (view.At(number.Start - 1) is not ('第' or '前') || number.Form != NumberForm.Plain
            || Ranks["before"].LengthBefore(view.Flat, number.Start - 1) == 0)
            return null;
        var after = Ranks["after"].LengthAt(view.Flat, number.End);
        var next = view.At(number.End);
        return after > 0 || next is '\0' or '、' or ')' || SentenceView.IsSeparator(next)
            ? new(number with { Start = number.Start - 1 }, number.End + after, Quantity.RankUnit, null) { IsWithin = view.At(number.Start - 1) == '前' } : null;
    }

    /// <summary>1:200 is a ratio where the clause speaks of one; 8:30 is a time of day. A fraction such as 三分之一 always counts.</summary>
    private static Quantity? Ratio(SentenceView view, NumberSpan number)
    {
        var isFraction = number.Written!.Contains('/', StringComparison.Ordinal);
        var clause = view.Flat.AsSpan(view.ClauseStart(number.Start)..number.Start);
        return isFraction || clause.Contains('比') || clause.EndsWith("按") || clause.EndsWith("按照") ? new(number, number.End, "", null) : null;
    }

    private static Quantity? Counted(SentenceView view, NumberSpan number)
    {
        var at = view.At(number.End) == ' ' ? number.End + 1 : number.End;
        if (MeasureWord.At(view.Flat, at) is not { } measure)
            return null;
        var end = at + measure.Text.Length;
        if (NameGuard.IsName(view, number, end) || NameGuard.IsFigureOfSpeech(view, number, measure, end) || NameGuard.IsSlogan(view, number, measure, end))
            return null;
        var magnitude = !measure.IsMoney ? "" : number.Magnitude switch { 10_000m => "万", 100_000_000m => "亿", 1_000_000_000_000m => "万亿", _ => "" };
        return new(number, end, magnitude + measure.Text, measure);
    }

    /// <summary>12年免费教育, 服务期不少于3年, 平均受教育年限达到11.5年; any other number of years is a date, an age or a name.</summary>
    private static Quantity? Duration(SentenceView view, NumberSpan number)
    {
        if (view.At(number.End) != '年' || number.Amount >= FirstYear)
            return null;
        return Durations["before"].LengthBefore(view.Flat, number.Start) > 0 || Durations["after"].LengthAt(view.Flat, number.End + 1) > 0 || IsMeasured(view, number, "years")
            ? new(number, number.End + 1, "年", null) : null;
    }

    /// <summary>教师平均年龄不超过45岁; any other age marks off a group.</summary>
    private static Quantity? Age(SentenceView view, NumberSpan number) =>
        view.At(number.End) == '岁' && IsMeasured(view, number, "age") ? new(number, number.End + 1, "岁", null) : null;

    private static bool IsMeasured(SentenceView view, NumberSpan number, string what) =>
        Durations[what].IsWithin(view.Flat, view.ClauseStart(number.Start), number.Start);

    /// <summary>A number without a measure word counts where a verb or a qualifier says so and nothing follows: 满意度达到96.5.</summary>
    private static Quantity? Bare(SentenceView view, NumberSpan number)
    {
        if (number.Script != NumberScript.Digits || NameGuard.IsName(view, number, number.End) || NameGuard.IsCall(view, number) || view.At(number.Start - 1) == '是')
            return null;
        var next = view.At(number.End);
        var isQualified = Qualifiers.After(view.Flat, number.End, false).Length > 0;
        var endsHere = isQualified || next is '\0' or '、' or ')' || SentenceView.IsSeparator(next);
        var isYear = number.Amount is >= FirstYear and <= LastYear && number.Magnitude == 1;
        var isTold = isQualified || VerbRules.Before(view.Flat, number.Start).Kind != VerbKind.None || Qualifiers.RightBefore(view.Flat, number.Start).Length > 0;
        return endsHere && !isYear && (isTold || number.Magnitude > 1) ? new(number, number.End, "", null) : null;
    }
}
