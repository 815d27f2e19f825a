using Shuren.Kernel;

namespace Shuren.Platform.Search;

/// <summary>What somebody typed, as folded words that must all be there.</summary>
public static class SearchTerms
{
    private const int LongestQuery = 100;
    private const int MostTerms = 5;

    /// <returns>The words, or <c>SearchEmpty</c>, <c>SearchShort</c> with the word that is too short, <c>SearchLong</c>.</returns>
    public static Outcome<IReadOnlyList<string>> Of(string? typed)
    {
        var words = (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<string> terms = [.. words.Select(Folding.Of).Where(term => term.Length > 0).Distinct()];
        if (terms.Count == 0)
            return new Refusal("SearchEmpty", "q");
        if (typed!.Length > LongestQuery || terms.Count > MostTerms) // there are words, so something was typed
            return new Refusal("SearchLong", "q", LongestQuery, MostTerms);
        return terms.Find(term => term.Length < 2) is { } shortest ? new Refusal("SearchShort", "q", shortest) : terms;
    }
}
