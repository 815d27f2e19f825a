using System.Collections.Frozen;

namespace Shuren.PlanText.Targets;

/// <summary>Where a measure goes, without a number: 龋齿率持续下降, 稳步提高升学率. One for each clause.</summary>
internal static class Directions
{
    /// <summary>The longest word of <c>up</c> and <c>down</c>.</summary>
    private const int LongestVerb = 2;

    private static readonly FrozenDictionary<string, WordList> Rules = RuleFile.Groups("directions.txt");

    internal static IEnumerable<PlanTarget> Find(SentenceView view, IReadOnlyList<Quantity> quantities, Sentence sentence)
    {
        var next = 0;
        for (var start = 0; start < view.Flat.Length;)
        {
            var end = view.ClauseEnd(start);
            var hasNumber = next < quantities.Count && quantities[next].Start < end;
            while (next < quantities.Count && quantities[next].Start < end)
                next++;
            if (!hasNumber && InClause(view, start, end) is { } span)
                yield return Target(sentence, span);
            start = Math.Max(end, start) + 1;
        }
    }

    private static (int Start, int End, bool Up, string Indicator)? InClause(SentenceView view, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            var up = Rules["up"].LengthAt(view.Flat, at);
            var length = Math.Max(up, Rules["down"].LengthAt(view.Flat, at));
            if (length == 0 || at + length > end || view.IsInName(at))
                continue;
            if (MeasureBefore(view, start, at) is { } before && at + length == end)
                return (before.Start, end, up > 0, view.Flat[before.Start..before.End]);
            if (MeasureBehind(view, at, at + length, start, end) is { } from)
                return (from, end, up > 0, view.Flat[(at + length)..end]);
        }
        return null;
    }

    /// <summary>龋齿率 in 龋齿率持续下降.</summary>
    private static (int Start, int End)? MeasureBefore(SentenceView view, int start, int verb)
    {
        var end = verb;
        while (Rules["adverb"].LengthBefore(view.Flat, end) is > 0 and var adverb && end - adverb > start)
            end -= adverb;
        if (!EndsMeasure(view, start, end))
            return null;
        while (VerbRules.Leads.LengthAt(view.Flat, start) is > 0 and var lead && start + lead < end)
            start += lead;
        start = Math.Max(start, verb + LongestVerb - Phrase.LongestQuote);
        return start < end ? (start, end) : null;
    }

    /// <summary>升学率 in 稳步提高升学率: the measure ends the clause, and an adverb or nothing stands before the verb.</summary>
    private static int? MeasureBehind(SentenceView view, int verb, int behind, int start, int end)
    {
        if (end - behind is < 2 or > Phrase.LongestQuote - 8 || !EndsMeasure(view, behind, end))
            return null;
        var adverb = Rules["adverb"].LengthBefore(view.Flat, verb);
        var isFirst = verb == start || VerbRules.Leads.LengthBefore(view.Flat, verb) == verb - start;
        return adverb > 0 || isFirst ? verb - adverb : null;
    }

    private static bool EndsMeasure(SentenceView view, int start, int end)
        => Rules["measure"].LengthBefore(view.Flat, end) is > 0 and var length && end - length >= start && !view.IsInName(end - 1)
            && Rules["no measure"].LengthBefore(view.Flat, end) == 0;

    private static PlanTarget Target(Sentence sentence, (int Start, int End, bool Up, string Indicator) found)
        => new("", sentence.Task, sentence.Section, sentence.Text[found.Start..found.End], found.Indicator, TargetKind.Direction, null, "",
            found.Up ? "increase" : "decrease", null, sentence.IsPlan ? TargetStatus.Target : TargetStatus.Result, new(0, found.Start, found.End));
}
