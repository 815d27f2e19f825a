using System.Collections.Frozen;
using Shuren.PlanText.Numbers;

namespace Shuren.PlanText.Targets;

/// <summary>Tells numbers that are names, dates or manners of speaking from numbers that measure.</summary>
internal static class NameGuard
{
    /// <summary>Up to this number a bundle (5大工程, 三项机制) is taken for a slogan; nobody names a programme after its 44 duties.</summary>
    private const int LargestSlogan = 10;

    /// <summary>How far behind the measure word the head of a bundle may stand.</summary>
    private const int PhraseLength = 24;

    /// <summary>How long the words may be between 以上 and 的, and between 的 and what has that many.</summary>
    private const int Attribute = 8;

    /// <summary>How near the second half of 发现一所、取缔一所 stands.</summary>
    private const int Echo = 6;

    private static readonly FrozenDictionary<string, WordList> Names = RuleFile.Groups("number-names.txt");

    private static readonly WordList Heads = new(RuleFile.Lines("framework-heads.txt").SelectMany(RuleFile.Words));

    private static readonly WordList Things = new(RuleFile.Lines("countable-things.txt").Where(line => line[0] != '人').SelectMany(RuleFile.Words));

    private static readonly WordList People = new(RuleFile.Lines("countable-things.txt").Where(line => line[0] == '人').SelectMany(line => RuleFile.Words(line[2..])));

    /// <summary>Whether signs around the number make it part of a code: 5G, 1+2+6, 3·18, 2024/5, 0523-88.</summary>
    internal static bool IsCode(SentenceView view, NumberSpan number)
    {
        var (before, after) = (view.At(number.Start - 1), view.At(number.End));
        return IsCodeSign(before) || (IsCodeSign(after) && !(after == '+' && !IsCodeSign(view.At(number.End + 1)) && !char.IsAsciiDigit(view.At(number.End + 1))))
            || (before == '-' && view.At(number.Start - 2) is var far && (char.IsAsciiLetterOrDigit(far) || far == '-'))
            || (number.Script == NumberScript.Digits && view.At(number.Start) == '0' && view.At(number.Start + 1) is >= '0' and <= '9');
    }

    /// <summary>热线12345, 国道108: a number without a measure word that is read out digit by digit.</summary>
    internal static bool IsCall(SentenceView view, NumberSpan number) => Names["code"].LengthBefore(view.Flat, number.Start) > 0;

    /// <summary>Whether words around number and measure word make it a name: 第12, 每一所, 95后, 24小时值班, 56人以上大班额.</summary>
    internal static bool IsName(SentenceView view, NumberSpan number, int end)
    {
        var flat = view.Flat;
        return Names["before"].LengthBefore(flat, number.Start) > 0
            || (view.At(number.Start) == '一' && Names["before"].LengthBefore(flat, number.Start + 1) > 1)
            || Names["after"].LengthAt(flat, end) > 0
            || Names["whole"].LengthAt(flat, number.Start) > 0
            || (view.At(number.Start - 1) == '分' && Names["dealt"].LengthAt(flat, number.End) > 0)
            || MarksOffGroup(flat, end);
    }

    /// <summary>A small Chinese number counts only where its measure word says so; see <c>Rules/measure-words.txt</c>.</summary>
    internal static bool IsFigureOfSpeech(SentenceView view, NumberSpan number, MeasureWord measure, int end)
    {
        if (number.Script == NumberScript.Digits || number.Amount > LargestSlogan || number.IsLoose)
            return false;
        // 不少于两种: what is bounded is meant as a number.
        if (Qualifiers.RightBefore(view.Flat, number.Start).Comparator is ">=" or "<=")
            return false;
        if (ComesTwice(view, number, measure))
            return true;
        // 二期, 二所: 二 before a measure word is an ordinal, 两 is an amount.
        if (view.At(number.Start) == '二' && number is { Low: 2, High: null })
            return true;
        var rule = number is { Low: 1, High: null } ? measure.One : measure.Few;
        return rule switch
        {
            SmallNumber.Always => false,
            SmallNumber.Never => true,
            SmallNumber.BehindVerb => !IsBehindVerb(view.Flat, number.Start) && !EndsClauseBehindThing(view, number.Start, end),
            SmallNumber.BeforeThing => !IsBeforeThing(view, end) && !EndsClauseBehindThing(view, number.Start, end),
            _ => !IsBesidePerson(view, number.Start, end),
        };
    }

    /// <summary>5项行动, 四个关键环节, 九大任务: a small number before the head of a programme.</summary>
    internal static bool IsSlogan(SentenceView view, NumberSpan number, MeasureWord measure, int end)
    {
        if (!measure.BundlesSlogans || number.Amount > LargestSlogan || number.IsRange)
            return false;
        var (lastHead, lastThing) = (LastWithin(view, end, Heads), LastWithin(view, end, Things));
        return lastHead > lastThing;
    }

    private static bool IsCodeSign(char c) => char.IsAsciiLetter(c) || c is '+' or '·' or '•' or '*' or '×' or '/' or '_' or '.' or '#';

    private static bool MarksOffGroup(string flat, int end)
    {
        if (end == 0 || flat[end - 1] is not ('人' or '名' or '分'))
            return false;
        foreach (var side in (string[])["及以上", "及以下", "以上", "以下"])
        {
            if (string.CompareOrdinal(flat, end, side, 0, side.Length) == 0)
                return (flat[end - 1] == '分' && end + side.Length < flat.Length && char.IsLetter(flat[end + side.Length]))
                    || Names["group"].LengthAt(flat, end + side.Length) > 0 || HasThatMany(flat, end + side.Length);
        }
        return false;
    }

    /// <summary>招收5名以上残疾学生的普通学校: the number says which schools.</summary>
    private static bool HasThatMany(string flat, int start)
    {
        var of = flat.AsSpan(start, Math.Min(Attribute, flat.Length - start)).IndexOf('的');
        var end = start + of;
        for (var at = start; of > 0 && at < end; at++)
        {
            if (EndsPhrase(flat[at]))
                return false;
        }
        return of > 0 && Names["holder"].IsWithin(flat, end + 1, Math.Min(flat.Length, end + 1 + Attribute));
    }

    private static bool IsBehindVerb(string flat, int start) => VerbRules.Acts.LengthBefore(flat, start) > 0 || VerbRules.Endings.LengthBefore(flat, start) > 0;

    /// <summary>发现一所、取缔一所: the same words twice are a manner of speaking.</summary>
    private static bool ComesTwice(SentenceView view, NumberSpan number, MeasureWord measure)
    {
        if (number is not { Low: 1, High: null })
            return false;
        var around = view.Flat.AsSpan(Math.Max(0, number.Start - Echo)..Math.Min(view.Flat.Length, number.End + measure.Text.Length + Echo));
        return around.Count("一" + measure.Text) > 1;
    }

    /// <summary>建成健身中心一处, 引进教师两批: the thing stands before, and nothing behind.</summary>
    private static bool EndsClauseBehindThing(SentenceView view, int start, int end) =>
        (Things.LengthBefore(view.Flat, start) > 0 || People.LengthBefore(view.Flat, start) > 0) && (view.At(end) is '\0' or '、' || SentenceView.IsSeparator(view.At(end)));

    private static bool IsBeforeThing(SentenceView view, int end) => LastWithin(view, end, Things) >= 0;

    private static bool IsBesidePerson(SentenceView view, int start, int end)
        => LastWithin(view, end, People) >= 0 || People.LengthBefore(view.Flat, start) > 0;

    /// <summary>Where the last of the words ends in the noun phrase behind the measure word, or -1. The phrase ends at a stop or the next 、.</summary>
    private static int LastWithin(SentenceView view, int start, WordList words)
    {
        var last = -1;
        for (var at = start; at < view.Flat.Length && at < start + PhraseLength && !EndsPhrase(view.Flat[at]); at++)
        {
            if (words.LengthAt(view.Flat, at) is > 0 and var length)
                last = Math.Max(last, at + length);
        }
        return last;
    }

    private static bool EndsPhrase(char c) => SentenceView.IsSeparator(c) || c is '、' or '(' or ')';
}
