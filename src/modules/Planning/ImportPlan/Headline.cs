namespace Shuren.Planning.ImportPlan;

/// <summary>Makes the headline of a task from its sentence: the first clauses, whole, of at most 40 characters.</summary>
internal static class Headline
{
    /// <summary>The longest headline.</summary>
    public const int Most = 40;

    /// <summary>A clause shorter than this says too little alone: the next one is added while there is room.</summary>
    private const int Least = 8;

    private const string Openers = "“‘《〈（(【[「『\"";
    private const string Closers = "”’》〉）)】]」』\"";

    /// <summary>The headline; the sentence itself where it is short. Never ends inside a pair of quotation marks or brackets that fits.</summary>
    public static string Of(string sentence)
    {
        var text = sentence.Trim().TrimEnd('。', '；', ';', '，', ',', '：', ':', '.');
        var (clause, soft) = Ends(text);
        var end = 0;
        foreach (var next in clause)
        {
            if (next > Most || end >= Least)
                break;
            end = next;
        }
        if (end > 0 || text.Length <= Most)
            return end > 0 ? text[..end] : text;
        var cut = soft.LastOrDefault(at => at is >= Least and < Most);
        return (cut > 0 ? text[..cut] : text[..(char.IsHighSurrogate(text[Most - 2]) ? Most - 2 : Most - 1)]) + "…";
    }

    /// <summary>
    /// Where clauses end (，。；： and the end of the text) and, for want of one, where a cut does least harm
    /// (before 、 和 及 与 and before an opening mark): all outside of quotation marks and brackets.
    /// </summary>
    private static (List<int> Clauses, List<int> Soft) Ends(string text)
    {
        var (clauses, soft, depth) = (new List<int>(), new List<int>(), 0);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (depth == 0 && at > 0 && IsClauseEnd(text, at))
                clauses.Add(at);
            if (depth == 0 && (c is '、' or '和' or '及' or '与' or ' ' || Openers.Contains(c)))
                soft.Add(at);
            if (Closers.Contains(c) && depth > 0)
                depth--;
            else if (Openers.Contains(c))
                depth++;
        }
        clauses.Add(text.Length);
        return (clauses, soft);
    }

    /// <summary>Many bureaus type half-width marks; one between digits belongs to the number.</summary>
    private static bool IsClauseEnd(string text, int at) => text[at] is '，' or '。' or '；' or '：'
        || (text[at] is ',' or ';' or ':' && !(at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])));
}
