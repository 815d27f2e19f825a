using System.Text;

namespace Shuren.Planning.RevisePlan;

/// <summary>What became of old sentences in a new text.</summary>
/// <param name="Same">Old → new: the same words; several old ones may be parts of one new sentence, one old may hold several new ones.</param>
/// <param name="Changed">Old → new: other words for what is meant.</param>
internal sealed record TextMatches(IReadOnlyList<(int Old, int New)> Same, IReadOnlyList<(int Old, int New)> Changed);

/// <summary>
/// Finds each old sentence in a new text: first the same words (punctuation and width aside), then sentences that were cut or joined,
/// then the most similar by pairs of characters, where a sentence that keeps its place among its neighbours is preferred.
/// </summary>
internal static class TextMatch
{
    /// <summary>Below this two sentences share the manner of the genre, not the matter.</summary>
    private const double LeastSimilarity = 0.45;

    /// <summary>What a sentence gains that stands where it stood; small, so that it only breaks ties.</summary>
    private const double PlaceBonus = 0.05;

    /// <summary>Parts that make up so much of a sentence are the sentence.</summary>
    private const double Whole = 0.9;

    /// <param name="old">Old sentences in order.</param>
    /// <param name="now">New sentences in order.</param>
    public static TextMatches Find(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        List<string> before = [.. old.Select(Plain)], after = [.. now.Select(Plain)];
        var (same, openOld, openNew) = (new List<(int, int)>(), Enumerable.Range(0, old.Count).ToHashSet(), Enumerable.Range(0, now.Count).ToHashSet());
        MatchEqual(before, after, same, openOld, openNew);
        MatchParts(after, before, openNew, openOld, (whole, part) => same.Add((part, whole)));
        MatchParts(before, after, openOld, openNew, (whole, part) => same.Add((whole, part)));
        return new(same, MatchSimilar(before, after, openOld, openNew));
    }

    /// <summary>Letters and digits only, full width as half: what is left when typing habits are taken away.</summary>
    public static string Plain(string text) => new([.. text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)]);

    private static void MatchEqual(List<string> before, List<string> after, List<(int, int)> same, HashSet<int> openOld, HashSet<int> openNew)
    {
        var byWords = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var at = 0; at < after.Count; at++)
            (byWords.TryGetValue(after[at], out var places) ? places : byWords[after[at]] = new()).Enqueue(at);
        for (var at = 0; at < before.Count; at++)
        {
            if (!byWords.TryGetValue(before[at], out var places) || !places.TryDequeue(out var found))
                continue;
            same.Add((at, found));
            openOld.Remove(at);
            openNew.Remove(found);
        }
    }

    /// <summary>Wholes that consist of parts: a sentence that was cut in two, or two that were joined.</summary>
    private static void MatchParts(List<string> wholes, List<string> parts, HashSet<int> openWholes, HashSet<int> openParts, Action<int, int> found)
    {
        foreach (var whole in openWholes.Order().ToList())
        {
            var inside = openParts.Where(part => parts[part].Length >= 4 && wholes[whole].Contains(parts[part], StringComparison.Ordinal)).Order().ToList();
            if (inside.Count < 2 || inside.Sum(part => parts[part].Length) < Whole * wholes[whole].Length)
                continue;
            openWholes.Remove(whole);
            foreach (var part in inside)
            {
                openParts.Remove(part);
                found(whole, part);
            }
        }
    }

    private static List<(int Old, int New)> MatchSimilar(List<string> before, List<string> after, HashSet<int> openOld, HashSet<int> openNew)
    {
        var oldPairs = openOld.ToDictionary(at => at, at => Pairs(before[at]));
        var newPairs = openNew.ToDictionary(at => at, at => Pairs(after[at]));
        var scored = from one in oldPairs
                     from other in newPairs
                     let similarity = Similarity(one.Value, other.Value)
                     where similarity >= LeastSimilarity
                     let place = 1 - Math.Abs((double)one.Key / before.Count - (double)other.Key / after.Count)
                     orderby similarity + PlaceBonus * place descending, one.Key, other.Key
                     select (Old: one.Key, New: other.Key);
        return [.. scored.Where(pair => openOld.Contains(pair.Old) && openNew.Contains(pair.New) && openOld.Remove(pair.Old) && openNew.Remove(pair.New))];
    }

    /// <summary>Dice: twice the shared pairs by all pairs; 1 for the same words.</summary>
    private static double Similarity(HashSet<(char, char)> one, HashSet<(char, char)> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    private static HashSet<(char, char)> Pairs(string text) => [.. text.Zip(text.Skip(1))];
}
