namespace Shuren.Platform.Search;

/// <summary>A piece of a shown text.</summary>
/// <param name="Words">Its words.</param>
/// <param name="IsHit">Whether it is what was looked for.</param>
public sealed record MarkedPiece(string Words, bool IsHit);

/// <summary>Shows where in a text the words stand that were looked for.</summary>
public static class Marks
{
    private const int Before = 20;
    private const int Longest = 120;

    /// <summary>The text in pieces; letters mark the characters whose initials they are.</summary>
    public static IReadOnlyList<MarkedPiece> Of(string text, IReadOnlyList<string> terms, bool byInitials)
    {
        var (folded, places) = Folding.WithPlaces(text);
        var hit = new bool[text.Length];
        foreach (var term in terms)
        {
            for (var at = 0; at + term.Length <= folded.Length; at++)
            {
                if (Stands(folded, at, term, byInitials))
                    places.Skip(at).Take(term.Length).ToList().ForEach(place => hit[place] = true);
            }
        }
        var pieces = new List<MarkedPiece>();
        for (int at = 0, end; at < text.Length; at = end)
        {
            for (end = at + 1; end < text.Length && hit[end] == hit[at]; end++)
            {
            }
            pieces.Add(new(text[at..end], hit[at]));
        }
        return pieces;
    }

    /// <summary>The text around its first hit; empty where there is none.</summary>
    public static IReadOnlyList<MarkedPiece> Excerpt(string text, IReadOnlyList<string> terms)
    {
        var pieces = Of(text, terms, byInitials: false);
        var first = pieces.TakeWhile(piece => !piece.IsHit).Sum(piece => piece.Words.Length);
        if (first == text.Length)
            return [];
        var from = Math.Max(0, first - Before);
        from -= from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        var end = Math.Min(text.Length, from + Longest);
        end -= end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return [.. from > 0 ? [new("…", false)] : Array.Empty<MarkedPiece>(), .. Of(text[from..end], terms, byInitials: false), .. end < text.Length ? [new("…", false)] : Array.Empty<MarkedPiece>()];
    }

    private static bool Stands(string folded, int at, string term, bool byInitials) =>
        folded.AsSpan(at, term.Length).SequenceEqual(term) || byInitials && term.Index().All(letter => Initials.Of(folded[at + letter.Index]).Contains(letter.Item, StringComparison.Ordinal));
}
