using Shuren.PlanText.Numbers;

namespace Shuren.PlanText.Suggestions;

/// <summary>
/// Pairs of neighbouring characters. Chinese writes no spaces between words; pairs need no dictionary, find 教师培训 in 教师专题培训 by
/// half, and are the same on every machine.
/// </summary>
internal static class Bigrams
{
    /// <summary>The distinct pairs of letters and digits; no pair reaches over punctuation.</summary>
    internal static HashSet<string> Of(string text)
    {
        var flat = FlatText.Of(text);
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + 1 < flat.Length; at++)
        {
            if (char.IsLetterOrDigit(flat[at]) && char.IsLetterOrDigit(flat[at + 1]))
                pairs.Add(flat.Substring(at, 2));
        }
        return pairs;
    }
}
