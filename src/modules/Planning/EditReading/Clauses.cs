namespace Shuren.Planning.EditReading;

/// <summary>Where a task can be cut in two: behind ，；。 outside of quotation marks and brackets.</summary>
internal static class Clauses
{
    private const string Openers = "“‘《〈（(【[「『";
    private const string Closers = "”’》〉）)】]」』";

    /// <summary>Offsets behind the marks, ascending; neither 0 nor the end.</summary>
    public static IReadOnlyList<int> Cuts(string text)
    {
        var (cuts, depth) = (new List<int>(), 0);
        for (var at = 0; at < text.Length - 1; at++)
        {
            if (Openers.Contains(text[at]))
                depth++;
            else if (Closers.Contains(text[at]))
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && (text[at] is '，' or '；' or '。' || (text[at] is ',' or ';' && !char.IsAsciiDigit(text[at + 1]))))
                cuts.Add(at + 1);
        }
        return cuts;
    }

    /// <summary>Whether it holds two sentences, each long enough to be an action of its own.</summary>
    public static bool HoldsTwoSentences(string text) => Cuts(text).Any(cut => text[cut - 1] == '。' && cut > 8 && text.Length - cut > 8);

    /// <summary>
    /// Where in the source the words before <paramref name="cut"/> end: the text is the source without its line breaks, so each of its
    /// characters is looked for in turn. Null where somebody has changed the words.
    /// </summary>
    public static int? InSource(string source, int start, int end, string text, int cut)
    {
        var at = start;
        foreach (var c in text.AsSpan(0, cut))
        {
            while (at < end && source[at] != c)
                at++;
            if (at++ >= end)
                return null;
        }
        return at;
    }
}
