namespace Shuren.PlanText.Targets;

/// <summary>The words around a number: the span to quote, and what is measured.</summary>
/// <param name="Start">Offset of the quote.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Indicator">What is measured, in words.</param>
internal readonly record struct Phrase(int Start, int End, string Indicator)
{
    internal const int LongestQuote = 40;

    /// <summary>So many characters beside a number say by themselves what it measures.</summary>
    private const int FewestWords = 6;

    /// <summary>A verb phrase up to this length stands in the quote (每周举办2场...); a longer one is left out.</summary>
    private const int LongestLeadIn = 14;

    /// <summary>Chooses the span: the words before a share (就业率保持97%), the words behind a count (12所学校), or before it where none follow (学校12所).</summary>
    /// <remarks>The previous quantity has its words already; the next one begins at <paramref name="ahead"/>.</remarks>
    internal static Phrase Of(SentenceView view, QuantityReading reading, Phrase? previous, int ahead)
    {
        var chosen = Choose(view, reading, previous, ahead);
        return chosen with { Indicator = Indicators.Complete(chosen.Indicator, previous?.Indicator) };
    }

    /// <summary>A quote is verbatim: where the source breaks its words, the part beside the number is quoted, if it still says what is measured.</summary>
    internal Phrase InOneLine(SentenceView view, QuantityReading reading, IReadOnlyList<int> breaks)
    {
        var start = Start;
        foreach (var line in breaks)
            start = line > start && line + FewestWords <= reading.Start ? line : start;
        while (start < reading.Start && !char.IsLetterOrDigit(view.At(start)) && view.At(start) is not ('“' or '《' or '('))
            start++;
        return this with { Start = start };
    }

    /// <summary>With the gaps around numbers, as it is printed, a quote may be too long.</summary>
    internal Phrase Fitted(TightSentence tight, Quantity quantity) =>
        tight.Places is not null && tight.Fit(Start, End, quantity.Start, quantity.End) is var (start, end) ? this with { Start = start, End = end } : this;

    private static Phrase Choose(SentenceView view, QuantityReading reading, Phrase? previous, int ahead)
    {
        // The words of the previous number may run into the qualifier of this one.
        var behind = Math.Min(previous?.End ?? 0, reading.Start);
        var clauseStart = view.ClauseStart(reading.Quantity.Start);
        var start = SkipLeads(view, Math.Max(behind, clauseStart), reading.Start);
        var end = PhraseEnd(view, reading.End, ahead);
        if (CountsWhatFollows(view, reading, end))
            return Following(view, reading, start, end);
        if (start < reading.Start)
            return Preceding(view, reading, start);
        if (previous is { } last && behind > clauseStart && reading.End - last.Start <= LongestQuote && view.Flat.AsSpan(behind..reading.Start).Trim("、和及 ").Length == 0)
            return last with { End = reading.End };
        var earlier = clauseStart > 1 && behind < clauseStart - 1 ? SkipLeads(view, Math.Max(behind, view.ClauseStart(clauseStart - 1)), reading.Start) : reading.Start;
        return earlier < reading.Start ? Preceding(view, reading, earlier) : Following(view, reading, start, end);
    }

    private static bool CountsWhatFollows(SentenceView view, QuantityReading reading, int end)
    {
        var next = view.At(reading.End);
        if (end <= reading.End || next is '和' or '及' or '与')
            return false;
        var isCount = reading.Quantity is { Measure: not null, IsShare: false };
        return next == '的' || (isCount && (char.IsLetter(next) || next is '“' or '《' or '"' or ' '));
    }

    private static Phrase Following(SentenceView view, QuantityReading reading, int start, int end)
    {
        var from = reading.Start - start <= LongestLeadIn ? start : BehindVerb(view.Flat, reading.Start);
        var until = Math.Max(reading.End, Math.Min(end, from + LongestQuote));
        return new(from, until, Indicators.Following(view.Flat[from..reading.Start], view.Flat[reading.End..until], reading.Quantity));
    }

    private static Phrase Preceding(SentenceView view, QuantityReading reading, int start)
    {
        var from = Math.Max(start, reading.End - LongestQuote);
        return new(Math.Min(from, reading.Start), reading.End, Indicators.Preceding(view.Flat[Math.Min(from, reading.Start)..reading.Start], reading));
    }

    /// <summary>Steps over 确保, 全区, 其中, dates and the 、 that ties this number to the last.</summary>
    private static int SkipLeads(SentenceView view, int start, int end)
    {
        for (var at = start; ;)
        {
            var deadline = Deadlines.LengthAt(view, at);
            var lead = VerbRules.Leads.LengthAt(view.Flat, at);
            var step = at >= end ? 0 : view.At(at) is '、' or ' ' or ',' or '和' or '及' or '与' or '(' or ')' or ';' ? 1 : Math.Max(deadline, lead);
            if (step == 0 || at + step > end)
                return at;
            at += step;
        }
    }

    /// <summary>The phrase ends with its clause, or before the 、 or 和 that leads to the next number.</summary>
    private static int PhraseEnd(SentenceView view, int start, int ahead)
    {
        var end = view.ClauseEnd(start);
        for (var at = start; at < Math.Min(end, ahead); at++)
        {
            if (view.At(at) is '、' or '(' && !view.IsInName(at))
                return at;
        }
        if (ahead >= end)
            return end;
        var link = view.Flat.LastIndexOfAny(['和', '及', '与'], Math.Min(ahead, view.Flat.Length - 1), Math.Max(0, ahead - start));
        var verb = VerbRules.FirstPredicate(view.Flat, start, ahead);
        return verb >= start ? verb : link > start ? link : Math.Max(start, ahead);
    }

    private static int BehindVerb(string flat, int end) => end - VerbRules.Acts.LengthBefore(flat, end);
}
