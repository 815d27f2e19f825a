namespace Shuren.PlanText.Targets;

/// <summary>A sentence without the gaps that some programs set around numbers (占比达到 ３０ ％ 以上), and the way back.</summary>
/// <param name="Sentence">What the rules read.</param>
/// <param name="Places">For each character its place in the sentence as printed; null where nothing was left out.</param>
/// <param name="Printed">The sentence as printed.</param>
internal sealed record TightSentence(Sentence Sentence, int[]? Places, Sentence Printed)
{
    internal static TightSentence Of(Sentence printed)
    {
        if (!printed.Text.AsSpan().ContainsAny(" \u3000\u00a0"))
            return new(printed, null, printed);
        var places = Enumerable.Range(0, printed.Text.Length).Where(at => !IsGapAtNumber(printed.Text, at)).ToArray();
        if (places.Length == printed.Text.Length)
            return new(printed, null, printed);
        var text = string.Create(places.Length, (printed.Text, places), static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = from.Text[from.places[i]];
        });
        return new(printed with { Text = text, Offsets = [.. places.Select(at => printed.Offsets[at])] }, places, printed);
    }

    /// <summary>The words as printed between two places of the tight text.</summary>
    internal string Words(int start, int end) =>
        Places is null ? Printed.Text[start..end] : Printed.Text[Places[start]..(Places[end - 1] + 1)];

    /// <summary>A span that is not longer than allowed as it is printed: words before the number go first.</summary>
    internal (int Start, int End) Fit(int start, int end, int from, int to)
    {
        while (end - start > 1 && Words(start, end).Length > Phrase.LongestQuote)
            (start, end) = start < from ? (start + 1, end) : end > to ? (start, end - 1) : (start + 1, end);
        return (start, end);
    }

    /// <summary>One gap between a digit (or its sign) and a word; between two numbers it stays.</summary>
    private static bool IsGapAtNumber(string text, int at)
    {
        if (text[at] is not (' ' or '\u3000' or '\u00a0') || at == 0 || at + 1 >= text.Length)
            return false;
        var (before, after) = (text[at - 1], text[at + 1]);
        return (IsNumber(before) && IsWord(after)) || (IsWord(before) && IsNumber(after)) || (IsNumber(before) && after is '%' or '％' or '‰');
    }

    private static bool IsNumber(char c) => char.IsDigit(c) || c is '%' or '％' or '‰';

    private static bool IsWord(char c) => c is >= '\u4e00' and <= '\u9fff';
}
