namespace Shuren.Platform.Search;

/// <summary>
/// The keys under which a thing stands in the index: every two neighbouring characters of its folded words (most Chinese words have two), and from each
/// letter of its title's initials the next two and the next four. A token is one number: kind, class and characters, so a plain index finds it and keeps its order.
/// </summary>
internal static class SearchTokens
{
    private const int Few = 2;
    private const int Many = 4;
    private const int Alphabet = 27;
    private const long InitialsClass = 1L << 40;

    /// <summary>All tokens of a thing.</summary>
    public static HashSet<long> Of(SearchKind kind, SearchText text)
    {
        HashSet<long> tokens = [];
        var title = Folding.Of(text.Title);
        foreach (var words in new[] { title, Folding.Of(text.Text) })
        {
            for (var at = 0; at + 1 < words.Length; at++)
                tokens.Add(Pair(kind, words[at], words[at + 1]));
        }
        foreach (var reading in Initials.Readings(title))
        {
            for (var at = 0; at + Few <= reading.Length; at++)
            {
                tokens.Add(Letters(kind, reading.AsSpan(at, Few)));
                if (at + Many <= reading.Length)
                    tokens.Add(Letters(kind, reading.AsSpan(at, Many)));
            }
        }
        return tokens;
    }

    /// <summary>Pairs that together cover a folded word of at least two characters.</summary>
    public static IReadOnlyList<long> Cover(SearchKind kind, string word)
    {
        var places = Enumerable.Range(0, word.Length / 2).Select(pair => pair * 2).Append(word.Length - 2).Distinct();
        return [.. places.Select(at => Pair(kind, word[at], word[at + 1])).Distinct()];
    }

    /// <summary>The token under which everything stands whose initials have these letters, and more.</summary>
    public static long OfInitials(SearchKind kind, string letters) => Letters(kind, letters.AsSpan(0, letters.Length < Many ? Few : Many));

    private static long Letters(SearchKind kind, ReadOnlySpan<char> letters)
    {
        var packed = 0L;
        foreach (var letter in letters)
            packed = packed * Alphabet + letter - 'a' + 1;
        return (long)kind.Code << 48 | InitialsClass | packed;
    }

    private static long Pair(SearchKind kind, char first, char second) => (long)kind.Code << 48 | (uint)first << 16 | second;
}
