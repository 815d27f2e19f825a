using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Shuren.PlanText.Targets;

/// <summary>Planned, reported, or what the plan starts from.</summary>
internal static partial class StatusRule
{
    /// <summary>How far back a word of the past still speaks of a number: further than any sentence that people write.</summary>
    private const int Reach = 300;

    private static readonly FrozenDictionary<string, WordList> Words = RuleFile.Groups("reports.txt");

    internal static TargetStatus Of(SentenceView view, Sentence sentence, QuantityReading reading, int? planYear)
    {
        if (IsLeftBehind(view, reading))
            return TargetStatus.Baseline;
        if (!sentence.IsPlan)
            return TargetStatus.Result;
        var start = view.ClauseStart(reading.Quantity.Start);
        var number = reading.Quantity.Start;
        var earliest = Math.Max(0, number - Reach);
        if (Says(view, "done", start, number) || Says(view, "past", earliest, number) || SpeaksOfThePast(view.Flat, earliest, number, planYear))
            return TargetStatus.Result;
        return Says(view, "present", earliest, number) ? TargetStatus.Baseline : TargetStatus.Target;
    }

    private static bool Says(SentenceView view, string group, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (Words[group].LengthAt(view.Flat, at) > 0 && !view.IsInName(at) && Words["compare"].LengthBefore(view.Flat, at) == 0)
                return true;
        }
        return false;
    }

    /// <summary>从60%提高到65%: the first number is where it starts.</summary>
    private static bool IsLeftBehind(SentenceView view, QuantityReading reading)
    {
        var start = view.ClauseStart(reading.Quantity.Start);
        var before = view.Flat.AsSpan(start..reading.Quantity.Start);
        var from = before.LastIndexOfAny('从', '由');
        if (from < 0 || before.Length - from > 8)
            return false;
        var behind = view.Flat.AsSpan(reading.End..view.ClauseEnd(reading.End));
        return behind.IndexOfAny('到', '至') is >= 0 and <= 6 || Words["becomes"].IsWithin(view.Flat, reading.End, Math.Min(view.Flat.Length, reading.End + 7));
    }

    /// <summary>The last year that the sentence names before the number lies before the year that is planned.</summary>
    private static bool SpeaksOfThePast(string flat, int start, int end, int? planYear)
    {
        var last = 0;
        foreach (var match in Year().EnumerateMatches(flat.AsSpan(start, end - start)))
        {
            if (Words["compare"].LengthBefore(flat, start + match.Index) == 0)
                last = int.Parse(flat.AsSpan(start + match.Index, 4), CultureInfo.InvariantCulture);
        }
        return last != 0 && last < planYear;
    }

    /// <summary>2025年度财务审计 says of what year the books are, and not when.</summary>
    [GeneratedRegex("20[0-9]{2}年(?!度\\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
